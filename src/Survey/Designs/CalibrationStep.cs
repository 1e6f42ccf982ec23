namespace Survey;

/// <summary>A step that calibrated weights to known totals, as later variances need it.</summary>
/// <param name="PointOfRow">Rows of one point have the same calibration variables, and so the same factor.</param>
/// <param name="Points">The calibration variables of each point.</param>
/// <param name="Cells">How many of the first of them are indicators of which each point has one.</param>
/// <param name="Before">The weight of each row before the step.</param>
/// <param name="After">The weight of each row after it.</param>
internal sealed record CalibrationStep(int[] PointOfRow, SparseRows Points, int Cells, double[] Before, double[] After)
{
    /// <summary>The amount per person of each variable, where only shares and means are known; null where totals are.</summary>
    public double[]? PerPerson { get; init; }

    /// <summary>What weights are off the margins of the step, in words; null where they meet them.</summary>
    public required Func<double[], string?> Unmet { get; init; }

    /// <summary>Takes the step again with other weights before it, such as those of a replicate; gives those after it.</summary>
    public required Func<double[], double[]> Redo { get; init; }
}
