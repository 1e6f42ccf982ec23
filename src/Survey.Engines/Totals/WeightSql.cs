namespace Survey.Engines;

/// <summary>Columns of weights, and what is wrong with them.</summary>
internal sealed class WeightSql(EngineTable table)
{
    private Dialect Dialect => table.Dialect;

    /// <summary>A column of weights as a double.</summary>
    public string Of(string column) => Dialect.NumberOf(Dialect.Quote(column), table.Column(column).ServerType);

    /// <summary>The same, of which NaN and infinite ones stay what they are.</summary>
    public string AsTheyStand(string column)
    {
        _ = table.Column(column); // which must be there
        return Dialect.ToDouble(Dialect.Quote(column));
    }

    /// <summary>The condition that a weight is one that a sample may have.</summary>
    public string IsSound(string column) => $"{Dialect.HasNumber(Dialect.Quote(column), table.Column(column).ServerType)} AND {Dialect.Sure($"{AsTheyStand(column)} >= {Dialect.Number(0)}")}";

    /// <summary>What is wrong with weights of which some are no weights, or all are 0.</summary>
    public SurveyDataException FaultOf(string column)
    {
        string w = Of(column);
        var list = new SelectList();
        foreach (string condition in (string[])[Sql.True, $"{w} IS NULL", Dialect.Sure($"{w} < {Dialect.Number(0)}")])
            list.Add(Dialect.CountWhere(condition));
        long[] counts = [.. new GroupedQuery(table).Run([], list.Aggregates, []).Aggregates.Select(own => (long)own.Sum())];
        return WeightFaults.Of(column, counts[0], Counted(1), Counted(2), (0, ""));

        (long, string) Counted(int k) => (counts[k], $"{Invariant.Count(counts[k])} of {Invariant.Count(counts[0])} rows");
    }

    /// <summary>Of each column its sum, and how many are missing, negative and other than 0.</summary>
    public WeightSums SumsOf(IReadOnlyList<string> columns)
    {
        var list = new SelectList();
        int rows = list.Add(Dialect.ToDouble("count(*)"));
        (int Sum, int Known, int Negative, int Other)[] places = [.. columns.Select(Of).Select(w => (
            list.Add($"sum({w})"),
            list.Add(Dialect.ToDouble($"count({w})")),
            Count(Dialect.Sure($"{w} < {Dialect.Number(0)}")),
            Count(Dialect.Sure($"{w} <> {Dialect.Number(0)}"))))];
        IReadOnlyList<double[]> found = new GroupedQuery(table).Run([], list.Aggregates, []).Aggregates;
        long count = Total(rows);
        return new WeightSums(
            count,
            [.. places.Select(place => found[place.Sum].Where(sum => !double.IsNaN(sum)).Sum())],
            [.. places.Select(place => count - Total(place.Known))],
            [.. places.Select(place => Total(place.Negative))],
            [.. places.Select(place => Total(place.Other))]);

        int Count(string condition) => list.Add(Dialect.CountWhere(condition));
        long Total(int place) => (long)found[place].Sum();
    }
}
