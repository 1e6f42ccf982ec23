namespace Survey;

/// <summary>The cells of two variables, before anything is known of them: what is asked of a design.</summary>
internal sealed class TwoWayTable
{
    private const int MostCells = 1_000;

    private readonly TableMargin _rows, _columns;

    /// <exception cref="SurveyDataException">There are more than 1,000 cells.</exception>
    public TwoWayTable(TableMargin rows, TableMargin columns)
    {
        (_rows, _columns) = (rows, columns);
        long cells = (long)rows.Labels.Count * columns.Labels.Count;
        if (cells > MostCells)
            throw new SurveyDataException($"The table of {Name} has {Invariant.Count(cells)} cells, and a test takes at most {Invariant.Count(MostCells)}; group the levels of one, such as with cut.");
    }

    /// <summary>"sex and smoker".</summary>
    public string Name => $"{_rows.Name} and {_columns.Name}";

    public string RowVariable => _rows.Name;

    public string ColumnVariable => _columns.Name;

    public IReadOnlyList<string> RowLabels => _rows.Labels;

    public IReadOnlyList<string> ColumnLabels => _columns.Labels;

    public int CellCount => _rows.Labels.Count * _columns.Labels.Count;

    /// <summary>The share of each cell, row by row.</summary>
    public IEnumerable<Statistic> Shares => Cells.Select(Statistic.Proportion);

    /// <summary>How many people are in each cell, row by row.</summary>
    public IEnumerable<Statistic> Totals => Cells.Select(Statistic.Total);

    // a product, unlike "and", is missing where one of the two is, whatever the other
    private IEnumerable<Variable> Cells =>
        from i in Enumerable.Range(0, _rows.Labels.Count)
        from j in Enumerable.Range(0, _columns.Labels.Count)
        select ((Variable)(_rows.Conditions[i] * _columns.Conditions[j])).As($"{_rows.Name} = {_rows.Labels[i]}, {_columns.Name} = {_columns.Labels[j]}");
}
