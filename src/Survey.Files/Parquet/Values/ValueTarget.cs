using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Parquet.Values;

/// <summary>Makes values of texts, as those of a CSV file are made.</summary>
internal abstract class ValueTarget<T>(ColumnPlan plan)
{
    /// <summary>What is known of the column.</summary>
    protected ColumnPlan Plan => plan;

    /// <summary>What stands for "missing".</summary>
    public abstract T Missing { get; }

    public T Of(string text, Place at)
    {
        ReadOnlySpan<char> trimmed = Texts.Trimmed(text);
        return plan.Missing.Match(trimmed) ? Missing : Value(text, trimmed, at);
    }

    protected abstract T Value(string text, ReadOnlySpan<char> trimmed, Place at);
}

internal sealed class NumberTarget(ColumnPlan plan) : ValueTarget<double>(plan)
{
    public override double Missing => double.NaN;

    protected override double Value(string text, ReadOnlySpan<char> trimmed, Place at) => ColumnValues.Number(Plan, text, trimmed, at);
}

internal sealed class FlagTarget(ColumnPlan plan) : ValueTarget<byte>(plan)
{
    public override byte Missing => FlagColumn.Missing;

    protected override byte Value(string text, ReadOnlySpan<char> trimmed, Place at) => ColumnValues.Flag(Plan, text, trimmed, at);
}

internal sealed class DateTarget(ColumnPlan plan) : ValueTarget<int>(plan)
{
    public override int Missing => DateColumn.Missing;

    protected override int Value(string text, ReadOnlySpan<char> trimmed, Place at) => ColumnValues.Date(Plan, text, trimmed, at);
}

internal sealed class LevelTarget(ColumnPlan plan, FileLevels levels) : ValueTarget<int>(plan)
{
    public override int Missing => CategoryColumn.Missing;

    protected override int Value(string text, ReadOnlySpan<char> trimmed, Place at) => levels.Of(Encoding.UTF8.GetBytes(text), at.File).Code;
}
