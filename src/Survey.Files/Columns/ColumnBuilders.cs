namespace Survey.Files.Columns;

internal sealed class NumberBuilder(ColumnPlan plan, int rows) : ColumnBuilder<double>(plan, rows, double.NaN)
{
    public override Column Build() => NumberColumn.Owning(Values);

    protected override double Value(ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at) => ColumnValues.Number(Plan, text, trimmed, at);
}

internal sealed class FlagBuilder(ColumnPlan plan, int rows) : ColumnBuilder<byte>(plan, rows, FlagColumn.Missing)
{
    public override Column Build() => FlagColumn.Owning(Values);

    protected override byte Value(ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at) => ColumnValues.Flag(Plan, text, trimmed, at);
}

internal sealed class DateBuilder(ColumnPlan plan, int rows) : ColumnBuilder<int>(plan, rows, DateColumn.Missing)
{
    public override Column Build() => DateColumn.Owning(Values);

    protected override int Value(ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at) => ColumnValues.Date(Plan, text, trimmed, at);
}

/// <summary>Codes levels as it meets them, and puts them in their natural order at the end.</summary>
internal sealed class CategoryBuilder : ColumnBuilder<int>
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _levels = [];

    public CategoryBuilder(ColumnPlan plan, int rows) : base(plan, rows, CategoryColumn.Missing) =>
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    public override Column Build()
    {
        string[] levels = LevelOrder.Sorted([.. _levels]);
        int[] ordered = new int[levels.Length];
        for (int code = 0; code < levels.Length; code++)
            ordered[_codes[levels[code]]] = code;
        for (int row = 0; row < Values.Length; row++)
            if (Values[row] != CategoryColumn.Missing)
                Values[row] = ordered[Values[row]];
        return new CategoryColumn((ReadOnlyMemory<int>)Values, levels, whyNotNumber: Plan.WhyNotNumber);
    }

    protected override int Value(ReadOnlySpan<char> text, ReadOnlySpan<char> trimmed, Place at)
    {
        if (_lookup.TryGetValue(text, out int code))
            return code;
        string level = text.ToString();
        _codes.Add(level, _levels.Count);
        _levels.Add(level);
        return _levels.Count - 1;
    }
}
