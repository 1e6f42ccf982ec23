using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Recognises codes of which a spreadsheet has destroyed digits.</summary>
internal static class LostDigits
{
    /// <summary>Zeros at the end of a code of 12 digits that was shown as 3.20506E+11, and typed or saved again.</summary>
    public const int Zeros = 6;

    /// <summary>Why a text is a destroyed code, or null.</summary>
    public static string? In(string text) =>
        NumberText.TryRead(text, out NumberText number) && number.LooksDestroyed
            ? "is a code that a spreadsheet has rounded, and its digits are lost; take the file from the survey platform again and do not save it in a spreadsheet before the column is formatted as text."
            : null;

    /// <summary>Whether a code of 12 digits names no village although its first six digits name a county: a spreadsheet keeps those of 3.20506E+11.</summary>
    public static bool AreRounded(string code) => code.Length == 12 && code.AsSpan(12 - Zeros).IndexOfAnyExcept('0') < 0;
}
