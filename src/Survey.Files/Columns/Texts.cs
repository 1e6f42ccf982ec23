using Survey.Files.Personal;

namespace Survey.Files.Columns;

/// <summary>Texts of a file as they are shown in messages.</summary>
internal static class Texts
{
    /// <summary>A value without phone and ID card numbers, cut to 40 characters, on one line.</summary>
    public static string Short(ReadOnlySpan<char> text) => Short(text, 40);

    /// <summary>A value of a column; none of one whose heading asks for personal data.</summary>
    public static string In(string column, ReadOnlySpan<char> text) => PersonalHeading.KindOf(column) is null ? Short(text) : Unshown;

    /// <summary>What stands for a value of personal data.</summary>
    public const string Unshown = "(not shown)";

    /// <summary>The name of a column; a hostile file's may have millions of characters.</summary>
    public static string Name(string name) => Short(name, 120);

    private static string Short(ReadOnlySpan<char> value, int longest)
    {
        // hidden before it is cut: half a number is no number to be known by
        ReadOnlySpan<char> text = PersonalData.Hidden(value.ToString());
        bool cut = text.Length > longest;
        char[] shown = (cut ? text[..longest] : text).ToArray();
        for (int k = 0; k < shown.Length; k++)
            if (char.IsControl(shown[k]))
                shown[k] = ' ';
        return new string(shown) + (cut ? "..." : "");
    }

    /// <summary>The text without blanks around it; cheap where there are none.</summary>
    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] is > ' ' and < '\u007F' && text[^1] is > ' ' and < '\u007F') ? text : text.Trim();
}

/// <summary>Where a value stands.</summary>
/// <param name="File">As the user gave it.</param>
/// <param name="Row">From 1, the header not counted.</param>
/// <param name="RowText">The row as messages name it: "row 5 (line 6)".</param>
/// <param name="Text">The value, shortened for messages.</param>
internal sealed record Met(string File, long Row, string RowText, string Text)
{
    public static Met At(Place at, ReadOnlySpan<char> text) => new(at.File, at.Row, at.RowText, Texts.Short(text));
}
