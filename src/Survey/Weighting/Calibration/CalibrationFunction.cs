namespace Survey;

/// <summary>The factor g = F(u) of a distance, its slope, and its integral G with G' = F.</summary>
/// <param name="distance">The distance.</param>
/// <param name="lower">The least factor; minus infinity where there is none.</param>
/// <param name="upper">The greatest factor; infinity where there is none.</param>
internal sealed class CalibrationFunction(CalibrationDistance distance, double lower, double upper)
{
    // of the logistic curve that is 1 at 0, with slope 1
    private readonly double _steepness = (upper - lower) / ((1 - lower) * (upper - 1));

    // where a curve without bounds of its own meets them
    private readonly double _from = distance == CalibrationDistance.Linear ? lower - 1 : lower > 0 ? Math.Log(lower) : double.NegativeInfinity;
    private readonly double _to = distance == CalibrationDistance.Linear ? upper - 1 : Math.Log(upper);

    public double Factor(double u) =>
        distance == CalibrationDistance.Logit ? Logistic(u)
        : u <= _from ? lower
        : u >= _to ? upper
        : distance == CalibrationDistance.Linear ? 1 + u
        : Math.Exp(u);

    public double Slope(double u)
    {
        if (distance == CalibrationDistance.Logit)
        {
            double factor = Logistic(u);
            return _steepness * (factor - lower) * (upper - factor) / (upper - lower);
        }
        return u <= _from || u >= _to ? 0 : distance == CalibrationDistance.Linear ? 1 : Math.Exp(u);
    }

    public double Integral(double u) =>
        distance == CalibrationDistance.Logit ? lower * u + (upper - lower) / _steepness * LogOfSum(u)
        : u < _from ? Inside(_from) + lower * (u - _from)
        : u > _to ? Inside(_to) + upper * (u - _to)
        : Inside(u);

    private double Inside(double u) => distance == CalibrationDistance.Linear ? u + u * u / 2 : Math.Exp(u);

    private double Logistic(double u)
    {
        // L + (U - L) q/(q + 1), q the odds, which may overflow
        double odds = (1 - lower) / (upper - 1) * Math.Exp(_steepness * u);
        return double.IsPositiveInfinity(odds) ? upper : lower + (upper - lower) * (odds / (1 + odds));
    }

    private double LogOfSum(double u)
    {
        double exponent = _steepness * u;
        return exponent > 0
            ? exponent + Math.Log((upper - 1) * Math.Exp(-exponent) + 1 - lower)
            : Math.Log(upper - 1 + (1 - lower) * Math.Exp(exponent));
    }
}
