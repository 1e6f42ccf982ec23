namespace Survey.Monitoring;

/// <summary>Which weights of a study are trimmed.</summary>
/// <param name="Above">The greatest weight; null for none.</param>
/// <param name="Below">The least weight; null for none.</param>
/// <param name="IsStrict">Whether no weight may be outside in the end.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyTrimming(WeightLimit? Above, WeightLimit? Below, bool IsStrict, StudyPlace Place);

/// <summary>A step by which the weights of a study are brought to its population.</summary>
/// <param name="Kind">Post-stratification, raking or calibration.</param>
/// <param name="Margins">The populations; of a calibration also totals.</param>
/// <param name="AreShares">Whether files hold shares of people.</param>
/// <param name="Distance">Of a calibration.</param>
/// <param name="Bounds">Of a calibration: the least and the greatest factor; null for none.</param>
/// <param name="IsConstantInClusters">Of a calibration: whether all people of a PSU have one factor.</param>
/// <param name="Year">Of the population; null where it is not said.</param>
/// <param name="SameForAllWaves">Whether all waves are brought to one population; otherwise its files have a column of the wave.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyCalibration(
    StudyCalibrationKind Kind, IReadOnlyList<StudyMargin> Margins, bool AreShares, CalibrationDistance Distance, (double Lower, double Upper)? Bounds, bool IsConstantInClusters, int? Year, bool SameForAllWaves, StudyPlace Place);

/// <summary>How weights are brought to a population.</summary>
public enum StudyCalibrationKind
{
    /// <summary>Each cell of one margin.</summary>
    PostStratification,

    /// <summary>Several margins.</summary>
    Raking,

    /// <summary>Margins and totals, by a distance.</summary>
    Calibration,
}

/// <summary>A margin of a study's population.</summary>
/// <param name="Cells">The columns of the study whose levels make the cells.</param>
/// <param name="File">Of the population, relative to the study.</param>
/// <param name="Count">The heading of the number of people, or of shares.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyMargin(IReadOnlyList<string> Cells, string File, string Count, StudyPlace Place);

/// <summary>What is doubted of the weights of a study.</summary>
/// <param name="DesignEffects">The least and the greatest design effect of Kish that is believed; null for any.</param>
/// <param name="GreatestFactor">The greatest factor of a calibration that is believed; null for any.</param>
public sealed record StudyWeightCheck((double Low, double High)? DesignEffects, double? GreatestFactor);

/// <summary>The replicate weights that a study asks for.</summary>
/// <param name="Scheme">How they are made.</param>
/// <param name="Type">As the study writes it.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyReplicates(ReplicateScheme Scheme, string Type, StudyPlace Place);
