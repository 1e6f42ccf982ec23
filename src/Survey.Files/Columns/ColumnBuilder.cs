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
}
