namespace Survey.Files.Columns;

/// <summary>Makes a column of the fields it is given: the second pass.</summary>
internal abstract class ColumnBuilder : FieldTarget
{
    /// <summary>The column, all rows having been given.</summary>
    public abstract Column Build();

    public static ColumnBuilder Of(ColumnPlan plan, int rows) =>
        plan.Type switch
        {
            ColumnType.Number => new NumberBuilder(plan, rows),
            ColumnType.Flag => new FlagBuilder(plan, rows),
            ColumnType.Date => new DateBuilder(plan, rows),
            _ => new CategoryBuilder(plan, rows),
        };
}

/// <summary>What the first pass found out about a column.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Type">Of all its values.</param>
/// <param name="IsDeclared">Whether the type was given, and values that are not of it are errors.</param>
/// <param name="Missing">Its texts for "missing".</param>
/// <param name="WhyNotNumber">For a category that was nearly a column of numbers.</param>
internal sealed record ColumnPlan(string Name, ColumnType Type, bool IsDeclared, MissingCodes Missing, string? WhyNotNumber);

/// <summary>A builder that keeps one value of type <typeparamref name="T"/> a row.</summary>
internal abstract class ColumnBuilder<T>(ColumnPlan plan, int rows, T missing) : ColumnBuilder
{
    private int _row;

    /// <summary>The values, the rows not yet given included.</summary>
    protected T[] Values { get; } = new T[rows];

    protected ColumnPlan Plan => plan;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        if (_row == Values.Length)
            throw InputFile.Changed(at.File);
        ReadOnlySpan<char> trimmed = Texts.Trimmed(text);
        Values[_row++] = plan.Missing.Match(trimmed) ? missing : Value(text, trimmed, at);
    }

    /// <summary>The value of a text that does not stand for "missing".</summary>
    protected abstract T Value(ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at);

    protected SurveyDataException NotOfType(string expected, ReadOnlySpan<char> text, Place at) =>
        plan.IsDeclared
            ? new SurveyDataException($"{at.Text}, column '{Texts.Name(plan.Name)}': '{Texts.In(plan.Name, text)}' is not {expected}; declare it as missing, or read the column as a category.")
            : InputFile.Changed(at.File);
}
