namespace Survey;

/// <summary>Adjustment for nonresponse by weighting classes: within a cell, those who responded stand for those who did not.</summary>
public static class WeightingClasses
{
    /// <summary>The name of the column of weights after the adjustment.</summary>
    public const string Weight = "weight";

    /// <summary>The name of the column of the factor of each row.</summary>
    public const string Factor = "nonresponseFactor";

    /// <summary>The name of the column of the cell of each row, after merging.</summary>
    public const string Cell = "nonresponseCell";

    /// <summary>Multiplies the weights of those who responded, so that within each cell they stand for all who were eligible.</summary>
    /// <param name="result">Base weights.</param>
    /// <param name="cells">The columns that make the cells, the outer one first. They are known of everyone drawn, such as the village.</param>
    /// <param name="disposition">The column of what became of each person: responded, refused, not found, ineligible, unknown; null where all rows responded.</param>
    /// <param name="count">The column of how many were drawn in the cell, one number in all its rows, where those not met have no rows; null where everyone drawn has one. A cell without a single row is unknown here.</param>
    /// <param name="minimum">The least number of respondents that a cell should have.</param>
    /// <param name="collapse">
    /// The column within which cells with fewer are merged: the small cells of a group together and, if they are small still, with its smallest other cell. Without it they stay, and a warning proposes what to merge.
    /// </param>
    /// <param name="greatestFactor">Greater factors are warned of.</param>
    /// <returns>
    /// All rows, with the columns "nonresponseCell", "nonresponseFactor" and "weight". Rows that did not respond have the weight 0 and stay, so that a PSU in which nobody responded stays a PSU of the design:
    /// leave them out only when the design is made.
    /// </returns>
    /// <exception cref="ArgumentException">Neither a disposition nor a count is given, or no cell.</exception>
    /// <exception cref="SurveyDataException">
    /// A cell column is missing in a row, a weight is missing, a count contradicts the rows, nobody responded in a cell, or a column of the result is there already.
    /// </exception>
    /// <remarks>
    /// f = (E + e U) / R in a cell, of the weights of what was drawn: R of those who responded, E of all who are known as eligible, U of those unknown, and e = E / (E + I) the share of the eligible among those known, I the ineligible.
    /// That share is the one of AAPOR's response rate 3, in weights. What has no row of its own counts as unknown, with the mean weight of the rows of its cell. The factors are known numbers to later variances.
    /// </remarks>
    public static WeightingResult AdjustForNonresponse(
        this WeightingResult result, Names cells, string? disposition = null, string? count = null, int minimum = 10, string? collapse = null, double greatestFactor = 3)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        if (cells.Count == 0)
            throw new ArgumentException("No cell column is given; name one that is known of everyone drawn, such as the village.", nameof(cells));
        if (disposition is null && count is null)
            throw new ArgumentException("Nothing tells who did not respond; name the column of dispositions, or that of how many were drawn in each cell.", nameof(disposition));
        var drawn = new DrawnPeople(result, disposition);
        CellCodes codes = CellCodes.Of(result.Table, cells.All, drawn.Responded);
        var merging = new CellMerging(drawn.Cells(codes, count, collapse), minimum, collapse);
        merging.RefuseForsaken();
        return Adjusted(result, drawn, codes, merging, [.. cells.All, .. new[] { collapse, disposition, count }.OfType<string>().Except(cells.All)], greatestFactor);
    }

    private static WeightingResult Adjusted(WeightingResult result, DrawnPeople drawn, CellCodes codes, CellMerging merging, IReadOnlyList<string> columns, double greatestFactor)
    {
        double[] factors = [.. codes.OfRow.Select((cell, row) => drawn.Responded(row) ? merging.OfCell[cell].Factor : double.NaN)];
        double[] weights = [.. factors.Select((factor, row) => drawn.Responded(row) ? factor * drawn.Weight(row) : 0)];
        Table table = result.Table
            .Adding(Cell, new CategoryColumn([.. codes.OfRow.Select(cell => merging.OfCell[cell].Name)], [.. merging.OfCell.Select(cell => cell.Name).Distinct()]))
            .Adding(Factor, factors)
            .Adding(Weight, weights);
        WeightStep step = WeightStep.Of("nonresponse", columns, drawn.Weights, weights) with
        {
            Notes = new Sequence<string>([.. merging.Notes, .. UnknownNote(merging.Classes), .. ZeroNote(drawn)]),
            Warnings = new Sequence<string>([.. merging.Warnings(), .. FactorWarning(merging.Classes, greatestFactor)]),
        };
        return new WeightingResult(table, Weight, result.DrawnWeight, result.Log.With(step));
    }

    private static IEnumerable<string> UnknownNote(IReadOnlyList<ResponseCell> cells)
    {
        double unknown = cells.Sum(cell => cell.Unknown), eligible = cells.Sum(cell => cell.UnknownEligible);
        if (unknown > 0)
            yield return $"of the weight {Figures.Number(unknown, 1)} of those of whom it is not known whether they are eligible, {Figures.Number(eligible, 1)} is taken as eligible, the share that those known have in each cell";
    }

    private static IEnumerable<string> ZeroNote(DrawnPeople drawn) =>
        drawn.NotResponded is > 0 and int rows ? [$"{Invariant.Count(rows)} row{(rows == 1 ? "" : "s")} that did not respond {(rows == 1 ? "has" : "have")} the weight 0; while {(rows == 1 ? "it is" : "they are")} kept, PSUs without respondents stay in the design"] : [];

    private static IEnumerable<string> FactorWarning(IReadOnlyList<ResponseCell> cells, double greatest)
    {
        ResponseCell[] above = [.. cells.Where(cell => cell.Factor > greatest)];
        if (above.Length > 0)
            yield return $"the factor is above {Invariant.Text(greatest)} in {string.Join("; ", above.Take(10).Select(cell => $"{cell.Name} ({Figures.Number(cell.Factor, 2)})"))}{(above.Length > 10 ? $"; and {above.Length - 10} more" : "")}, where few stand for many";
    }
}
