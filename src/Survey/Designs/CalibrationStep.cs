namespace Survey;

/// <summary>A step that calibrated weights to known totals, as later variances need it.</summary>
/// <param name="PointOfRow">Rows of one point have the same calibration variables, and so the same factor.</param>
/// <param name="Points">The calibration variables of each point.</param>
/// <param name="Cells">How many of the first of them are indicators of which each point has one.</param>
/// <param name="Before">The weight of each row before the step.</param>
internal sealed record CalibrationStep(int[] PointOfRow, SparseRows Points, int Cells, double[] Before)
{
    /// <summary>For each row the product of the factors of later steps that are taken as fixed, such as trimming; null where there were none.</summary>
    public double[]? FixedAfter { get; init; }

    /// <summary>The amount per person of each variable, where only shares and means are known; null where totals are.</summary>
    public double[]? PerPerson { get; init; }

    /// <summary>Takes the step again with other weights before it, such as those of a replicate; gives those after it.</summary>
    public required Func<double[], double[]> Redo { get; init; }

    public double FixedFactor(int row) => FixedAfter is null ? 1 : FixedAfter[row];
}
