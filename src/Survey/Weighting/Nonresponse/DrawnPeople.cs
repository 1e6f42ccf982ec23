namespace Survey;

/// <summary>Those drawn, with their weights and what became of them.</summary>
internal sealed class DrawnPeople
{
    private readonly WeightingResult _result;
    private readonly Disposition[] _dispositions;
    private readonly NumberColumn _weights, _drawn;

    /// <param name="result">Their weights.</param>
    /// <param name="disposition">The column of what became of each; null where all responded.</param>
    public DrawnPeople(WeightingResult result, string? disposition)
    {
        _result = result;
        _dispositions = disposition is null ? new Disposition[result.Table.RowCount] : result.Table.DispositionsOf(disposition);
        _weights = result.Table.NumbersOf(result.Weight, "weight");
        _drawn = result.Table.NumbersOf(result.DrawnWeight, "weight of what was drawn");
        RefuseWithout(result.Weight, _weights, Responded, "of those who responded");
        RefuseWithout(result.DrawnWeight, _drawn, _ => true, "of those drawn");
    }

    public ReadOnlySpan<double> Weights => _weights.Values;

    public int NotResponded => _dispositions.Count(of => of != Disposition.Responded);

    public bool Responded(int row) => _dispositions[row] == Disposition.Responded;

    public double Weight(int row) => _weights.Values[row];

    /// <summary>What became of those drawn in each cell.</summary>
    /// <param name="codes">The cells.</param>
    /// <param name="count">The column of how many were drawn in the cell, or null.</param>
    /// <param name="collapse">The column within which cells may be merged, or null.</param>
    public ResponseCell[] Cells(CellCodes codes, string? count, string? collapse)
    {
        int[] groups = collapse is null ? new int[codes.Count] : GroupsOf(codes, collapse);
        double[,] weights = new double[codes.Count, DispositionText.Levels.Count];
        int[] respondents = new int[codes.Count], rows = new int[codes.Count];
        for (int row = 0; row < codes.OfRow.Length; row++)
        {
            int cell = codes.OfRow[row];
            weights[cell, (int)_dispositions[row]] += _drawn.Values[row];
            respondents[cell] += Responded(row) ? 1 : 0;
            rows[cell]++;
        }
        double[] unmet = count is null ? new double[codes.Count] : WithoutRows(codes, count, rows, weights);
        return [.. Enumerable.Range(0, codes.Count).Select(cell => new ResponseCell
        {
            Name = codes.Names[cell],
            Parent = codes.Parents[cell],
            Group = groups[cell],
            Respondents = respondents[cell],
            Responded = weights[cell, (int)Disposition.Responded],
            NotResponded = weights[cell, (int)Disposition.Refused] + weights[cell, (int)Disposition.NotFound],
            Ineligible = weights[cell, (int)Disposition.Ineligible],
            Unknown = weights[cell, (int)Disposition.Unknown] + unmet[cell],
        })];
    }

    private int[] GroupsOf(CellCodes codes, string collapse)
    {
        CellCodes groups = CellCodes.Of(_result.Table, [collapse], Responded);
        return codes.Constant(row => groups.OfRow[row], $"The column '{collapse}', within which cells are merged,");
    }

    /// <summary>The weight of those drawn who have no rows: the mean of the rows of the cell for each.</summary>
    private double[] WithoutRows(CellCodes codes, string count, int[] rows, double[,] weights)
    {
        NumberColumn counts = _result.Table.NumbersOf(count, "number drawn");
        double[] drawn = codes.Constant(row => counts.Values[row], $"The number drawn '{count}'");
        return [.. Enumerable.Range(0, codes.Count).Select(cell =>
        {
            if (!(drawn[cell] >= rows[cell]) || drawn[cell] != Math.Floor(drawn[cell]))
                throw new SurveyDataException($"The number drawn '{count}' is {(double.IsNaN(drawn[cell]) ? "missing" : Invariant.Text(drawn[cell]))} in the cell '{codes.Names[cell]}', which has {Invariant.Count(rows[cell])} row{(rows[cell] == 1 ? "" : "s")}; write how many were drawn, those who were not met included.");
            double sum = Enumerable.Range(0, DispositionText.Levels.Count).Sum(of => weights[cell, of]);
            return (drawn[cell] - rows[cell]) * sum / rows[cell];
        })];
    }

    private static void RefuseWithout(string name, NumberColumn weights, Func<int, bool> needed, string whose)
    {
        var rows = new RowList();
        for (int row = 0; row < weights.Length; row++)
            if (needed(row) && !(weights.Values[row] > 0))
                rows.Add(row);
        if (rows.Count > 0)
            throw new RowException($"The weight '{name}' is missing or not above 0 in {rows} {whose}; give each a weight before the adjustment.", rows.First);
    }
}
