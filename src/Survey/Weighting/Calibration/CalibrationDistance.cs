namespace Survey;

/// <summary>How far calibrated weights are from those before: the distance whose sum is made smallest, and so the form of the factors g.</summary>
/// <remarks>Deville and Särndal (1992), Calibration estimators in survey sampling, JASA 87, 376-382. R: <c>calibrate(calfun = )</c>.</remarks>
public enum CalibrationDistance
{
    /// <summary>The generalized regression estimator: g = 1 + x'λ. Exact in one step; factors may be negative without bounds.</summary>
    Linear,

    /// <summary>g = exp(x'λ), always positive; with indicators alone the same as raking.</summary>
    Raking,

    /// <summary>g between two bounds, by a logistic curve; bounds must be given.</summary>
    Logit,
}
