using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>A column whose values are made by several threads, each of its own rows.</summary>
internal sealed class ColumnArray(ColumnPlan plan, int rows)
{
    private readonly double[] _numbers = new double[plan.Type == ColumnType.Number ? rows : 0];
    private readonly byte[] _flags = new byte[plan.Type == ColumnType.Flag ? rows : 0];
    private readonly int[] _integers = new int[plan.Type is ColumnType.Date or ColumnType.Category ? rows : 0];
    private readonly FileLevels? _levels = plan.Type == ColumnType.Category ? new FileLevels(plan.Name, plan.Missing, []) : null;

    /// <summary>Makes values of some rows.</summary>
    public FieldParser Parser(FormTally? tally) =>
        plan.Type switch
        {
            ColumnType.Number => new NumberParser(plan, tally, _numbers),
            ColumnType.Flag => new FlagParser(plan, tally, _flags),
            ColumnType.Date => new DateParser(plan, tally, _integers),
            _ => new CategoryParser(plan, tally, _integers, _levels!),
        };

    /// <summary>The column, all values having been made.</summary>
    public Column Build() =>
        plan.Type switch
        {
            ColumnType.Number => NumberColumn.Owning(_numbers),
            ColumnType.Flag => FlagColumn.Owning(_flags),
            ColumnType.Date => DateColumn.Owning(_integers),
            _ => Ordered(),
        };

    /// <summary>Puts the levels, which were coded as they were met, in their natural order.</summary>
    private CategoryColumn Ordered()
    {
        (string[] levels, int[] codeOf) = _levels!.InOrder();
        foreach (ref int code in _integers.AsSpan())
            if (code != CategoryColumn.Missing)
                code = codeOf[code];
        return new CategoryColumn((ReadOnlyMemory<int>)_integers, levels, whyNotNumber: plan.WhyNotNumber);
    }
}
