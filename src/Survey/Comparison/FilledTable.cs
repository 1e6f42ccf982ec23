namespace Survey;

/// <summary>The estimated cells of a two-way table, without the rows and columns in which nobody is.</summary>
internal sealed class FilledTable
{
    private readonly Estimates _estimates;
    private readonly TwoWayTable _table;
    private readonly int _first;
    private readonly int[] _rows, _columns;
    private readonly double[] _rowShares, _columnShares;

    /// <param name="table">Its variables.</param>
    /// <param name="estimates">Of a request.</param>
    /// <param name="first">Where in it the shares of the cells begin; totals, if asked for, follow them.</param>
    /// <exception cref="SurveyDataException">Nobody answered both, a cell has a share below 0, or only one row or column is left.</exception>
    public FilledTable(TwoWayTable table, Estimates estimates, int first)
    {
        (_table, _estimates, _first) = (table, estimates, first);
        (int rows, int columns) = (table.RowLabels.Count, table.ColumnLabels.Count);
        if (!(Cell(0, 0).Respondents > 0) || double.IsNaN(Cell(0, 0).Value))
            throw new SurveyDataException($"Nobody has a value of both {table.Name} and a weight: {Invariant.Count(Cell(0, 0).Missing)} rows lack one; ask for other people, or other variables.");
        _rows = [.. Enumerable.Range(0, rows).Where(i => Enumerable.Range(0, columns).Any(j => Checked(i, j) != 0))];
        _columns = [.. Enumerable.Range(0, columns).Where(j => _rows.Any(i => Cell(i, j).Value != 0))];
        CheckLevels(table.RowVariable, [.. _rows.Select(i => table.RowLabels[i])]);
        CheckLevels(table.ColumnVariable, [.. _columns.Select(j => table.ColumnLabels[j])]);
        _rowShares = [.. Enumerable.Range(0, RowCount).Select(i => CompensatedSum.Sum([.. Enumerable.Range(0, ColumnCount).Select(j => Share(i, j))]))];
        _columnShares = [.. Enumerable.Range(0, ColumnCount).Select(j => CompensatedSum.Sum([.. Enumerable.Range(0, RowCount).Select(i => Share(i, j))]))];
    }

    public TwoWayTable Of => _table;

    public int RowCount => _rows.Length;

    public int ColumnCount => _columns.Length;

    public IReadOnlyList<string> RowLabels => new Sequence<string>([.. _rows.Select(i => _table.RowLabels[i])]);

    public IReadOnlyList<string> ColumnLabels => new Sequence<string>([.. _columns.Select(j => _table.ColumnLabels[j])]);

    /// <summary>Levels that nobody has.</summary>
    public IReadOnlyList<string> LeftOut => new Sequence<string>([
        .. _table.RowLabels.Where((_, i) => !_rows.Contains(i)).Select(level => $"{_table.RowVariable} = {level}"),
        .. _table.ColumnLabels.Where((_, j) => !_columns.Contains(j)).Select(level => $"{_table.ColumnVariable} = {level}")]);

    /// <summary>The cells that are left, row by row.</summary>
    public IReadOnlyList<Estimate> Cells => new Sequence<Estimate>([.. from i in _rows from j in _columns select Cell(i, j)]);

    public SamplingErrors Errors => _estimates.Errors;

    public SampleSummary Sample => _estimates.Sample;

    public long Respondents => Cell(0, 0).Respondents;

    public long Missing => Cell(0, 0).Missing;

    /// <summary>Of the design, in the domain.</summary>
    public double DegreesOfFreedom => Cell(0, 0).DegreesOfFreedom;

    /// <summary>How far the rows and columns can move apart: (rows - 1)(columns - 1).</summary>
    public int Dimension => (RowCount - 1) * (ColumnCount - 1);

    public double Share(int row, int column) => _estimates[IndexOfShare(row, column)].Value;

    public double RowShare(int row) => _rowShares[row];

    public double ColumnShare(int column) => _columnShares[column];

    /// <summary>Where a share is in the request.</summary>
    public int IndexOfShare(int row, int column) => _first + _rows[row] * _table.ColumnLabels.Count + _columns[column];

    /// <summary>Where a total is in the request.</summary>
    public int IndexOfTotal(int row, int column) => IndexOfShare(row, column) + _table.CellCount;

    public double Total(int row, int column) => _estimates[IndexOfTotal(row, column)].Value;

    /// <summary>Pearson's X² of so many respondents as there are: n Σ (p - p_row p_column)² / (p_row p_column).</summary>
    public double PearsonChiSquared()
    {
        CompensatedSum sum = default;
        for (int i = 0; i < RowCount; i++)
            for (int j = 0; j < ColumnCount; j++)
            {
                double expected = _rowShares[i] * _columnShares[j], apart = Share(i, j) - expected;
                sum.Add(apart * apart / expected);
            }
        return Respondents * sum.Value;
    }

    private Estimate Cell(int i, int j) => _estimates[_first + i * _table.ColumnLabels.Count + j];

    private double Checked(int i, int j) =>
        Cell(i, j).Value is >= 0 and var share
            ? share
            : throw new SurveyDataException(
                $"The share of {Cell(i, j).Variable} is {Invariant.Short(Cell(i, j).Value)}: weights below 0 outweigh the others, and X² takes shares of 0 and above; calibrate with bounds, or group levels.");

    private static void CheckLevels(string variable, string[] levels)
    {
        if (levels.Length < 2)
            throw new SurveyDataException($"Everybody who answered has {variable} = {levels[0]}, and a test of association takes at least two levels; ask for more people, or another variable.");
    }
}
