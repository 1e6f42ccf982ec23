namespace Survey.Files.Columns;

/// <summary>What a text that stands for a value looks like, as far as it tells the type of its column.</summary>
[Flags]
internal enum TextForm : byte
{
    /// <summary>No value at all.</summary>
    None = 0,

    /// <summary>A number that a double can hold, if not to the last digit.</summary>
    Number = 1,

    /// <summary>True or false.</summary>
    Flag = 2,

    /// <summary>A day.</summary>
    Date = 4,

    /// <summary>A whole number of as many digits as a code of a place.</summary>
    CodeLength = 8,

    /// <summary>A number with a zero before its first other digit.</summary>
    LeadingZero = 16,

    /// <summary>A whole number of more digits than a double holds.</summary>
    Long = 32,

    /// <summary>What Excel makes of a long code.</summary>
    Destroyed = 64,

    /// <summary>Anything but a number.</summary>
    NotNumber = 128,
}

/// <summary>Forms of texts.</summary>
internal static class TextForms
{
    /// <summary>Forms of which the first place is told.</summary>
    public const TextForm Told = TextForm.LeadingZero | TextForm.Long | TextForm.Destroyed | TextForm.NotNumber;

    /// <summary>Forms of which a column of numbers has none.</summary>
    public const TextForm NoQuantity = TextForm.LeadingZero | TextForm.Long | TextForm.NotNumber;

    /// <summary>The form of a text without surrounding blanks that is not missing.</summary>
    public static TextForm Of(ReadOnlySpan<char> trimmed)
    {
        bool isNumber = NumberText.TryRead(trimmed, out NumberText number);
        TextForm form = isNumber ? Of(number) : TextForm.None;
        return isNumber && number.IsFinite ? form | TextForm.Number
            : form | TextForm.NotNumber | (FlagText.TryRead(trimmed, out _) ? TextForm.Flag : DateText.TryRead(trimmed, out _) ? TextForm.Date : TextForm.None);
    }

    private static TextForm Of(NumberText number) =>
        (number.HasLeadingZero ? TextForm.LeadingZero : TextForm.None)
        | (number.IsWhole && number.WholeDigits > ColumnEvidence.SafeDigits ? TextForm.Long : TextForm.None)
        | (number.IsWhole && !number.IsSigned && IsCodeLength(number.WholeDigits) ? TextForm.CodeLength : TextForm.None)
        | (number.LooksDestroyed ? TextForm.Destroyed : TextForm.None);

    /// <summary>Whether codes of places have so many digits.</summary>
    public static bool IsCodeLength(int digits) => digits is 9 or 12;
}
