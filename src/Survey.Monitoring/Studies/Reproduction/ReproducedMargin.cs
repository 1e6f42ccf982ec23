namespace Survey.Monitoring.Reproducing;

/// <summary>A margin that weights are calibrated to, as the files have it.</summary>
/// <param name="Column">Of the cell of each person, and name of the file of the population.</param>
/// <param name="What">The columns of the study whose levels make the cells.</param>
/// <param name="AreShares">Whether the file has shares of people.</param>
/// <param name="Cells">Of each wave and row the cell; null where the row has no weight.</param>
/// <param name="Population">The cells of all waves: wave, cell, what its levels are where they are no codes of places, and people or their share.</param>
internal sealed record ReproducedMargin(string Column, string What, bool AreShares, IReadOnlyList<string?[]> Cells, Table Population)
{
    /// <summary>The name of the file of its population.</summary>
    public string File => $"population-{Column}.csv";
}

/// <summary>A step of calibration.</summary>
/// <param name="Step">As the study declares it.</param>
/// <param name="Margins">Its margins.</param>
internal sealed record ReproducedStep(StudyCalibration Step, IReadOnlyList<ReproducedMargin> Margins);
