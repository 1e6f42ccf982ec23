namespace Survey;

/// <summary>The units of streamed rows, as several threads meet them: each distinct combination of values of the key columns.</summary>
internal sealed class UnitRegister
{
    private readonly Lock _one = new();
    private readonly SharedCodes<double>[] _values;
    private readonly SharedCodes<(int Unit, int Key)>[] _pairs;
    private readonly IReadOnlyList<string>?[] _levels;

    /// <param name="columns">How many key columns there are.</param>
    public UnitRegister(int columns)
    {
        _values = [.. Enumerable.Range(0, columns).Select(_ => new SharedCodes<double>())];
        _pairs = [.. Enumerable.Range(0, columns).Select(_ => new SharedCodes<(int Unit, int Key)>())];
        _levels = new IReadOnlyList<string>?[columns];
    }

    /// <summary>How many there are so far.</summary>
    public int Count => _pairs.Length == 0 ? 1 : _pairs[^1].Count;

    public SharedCodes<double> Values(int column) => _values[column];

    public SharedCodes<(int Unit, int Key)> Pairs(int column) => _pairs[column];

    /// <summary>Keeps what codes of a category stand for; of all chunks the longest list.</summary>
    public void Keep(int column, IReadOnlyList<string> levels)
    {
        lock (_one)
            if (_levels[column] is not { } kept || kept.Count < levels.Count)
                _levels[column] = levels;
    }

    /// <summary>The first row of a unit.</summary>
    public long FirstRowOf(int unit) => _pairs.Length == 0 ? 0 : _pairs[^1].FirstRowOf(unit);

    /// <summary>A key column with one row for each of some units.</summary>
    /// <param name="column">Its number.</param>
    /// <param name="variety">What it is.</param>
    /// <param name="units">In the order of the rows.</param>
    public Column ColumnOf(int column, Variety variety, IEnumerable<int> units)
    {
        int[] codes = [.. units.Select(unit => CodeIn(column, unit))];
        return variety.Type switch
        {
            ColumnType.Category => CategoryOf(codes, _levels[column]!, variety),
            ColumnType.Flag => FlagColumn.Owning(Array.ConvertAll(codes, code => (byte)code)),
            ColumnType.Date => DateColumn.Owning(Array.ConvertAll(codes, code => (int)_values[column].KeyOf(code))),
            _ => NumberColumn.Owning(Array.ConvertAll(codes, _values[column].KeyOf)),
        };
    }

    private int CodeIn(int column, int unit)
    {
        for (int k = _pairs.Length - 1; k > column; k--)
            unit = _pairs[k].KeyOf(unit).Unit;
        return _pairs[column].KeyOf(unit).Key;
    }

    /// <summary>Levels met after the first keep no order that anybody gave, so all stand in natural order then.</summary>
    private static CategoryColumn CategoryOf(int[] codes, IReadOnlyList<string> met, Variety variety)
    {
        string?[] texts = Array.ConvertAll(codes, code => met[code]);
        var told = new HashSet<string>(variety.Levels, StringComparer.Ordinal);
        CategoryColumn column = Array.TrueForAll(texts, text => told.Contains(text!)) ? new(texts, variety.Levels) : new(texts);
        return new CategoryColumn(column.CodeMemory, column.Levels, whyNotNumber: variety.WhyNotNumber);
    }
}
