namespace Survey.Monitoring.Reproducing;

/// <summary>An indicator of the survey, as the files have it.</summary>
/// <param name="Indicator">As the study declares it.</param>
/// <param name="Columns">Its columns: of the event, or of numerator and denominator.</param>
/// <param name="Domain">The column that says who is meant; null where everybody is.</param>
internal sealed record ReproducedIndicator(Indicator Indicator, IReadOnlyList<ReproducedColumn> Columns, ReproducedColumn? Domain);

/// <summary>A column that is worked out of the study's.</summary>
/// <param name="Name">In the files.</param>
/// <param name="Of">What it is, in the columns of the study; a condition becomes 1 and 0.</param>
internal sealed record ReproducedColumn(string Name, Expr Of)
{
    /// <summary>Its values in a table; NaN where missing.</summary>
    public double[] In(Table table)
    {
        var binder = new Binder(table);
        Bound bound = binder.Number(Of);
        double[] values = new double[table.RowCount];
        foreach (Chunk chunk in table.Read(binder.Columns))
            new Evaluation(chunk).Numbers(bound).CopyTo(values.AsSpan((int)chunk.FirstRow));
        return values;
    }
}
