namespace Survey.Files.Columns;

/// <summary>What is known of a column when its values are made.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Type">Of all its values.</param>
/// <param name="IsDeclared">Whether the type was given, and values that are not of it are errors.</param>
/// <param name="Missing">Its texts for "missing".</param>
/// <param name="WhyNotNumber">For a category that was nearly a column of numbers.</param>
internal sealed record ColumnPlan(string Name, ColumnType Type, bool IsDeclared, MissingCodes Missing, string? WhyNotNumber)
{
    /// <summary>Whether the type is what some of the values show, and the others may show another.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>What a value is that has not the type.</summary>
    /// <param name="expected">The type, in a sentence.</param>
    /// <param name="text">The value.</param>
    /// <param name="at">Knows the place.</param>
    public Exception Misfit(string expected, ReadOnlySpan<char> text, Place at) =>
        IsDeclared ? new SurveyDataException($"{at.Text}, column '{Texts.Name(Name)}': '{Texts.In(Name, text)}' is not {expected}; declare it as missing, or read the column as a category.")
        : IsProvisional ? new ProvisionalFactsException(Name)
        : InputFile.Changed(at.File);
}
