namespace Survey;

/// <summary>The intervals wanted of estimates of any kind: what is for proportions is left aside for the others.</summary>
internal sealed record IntervalChoice(double Level = 0.95, IntervalMethod? Method = null, double? AssumedDesignEffect = null)
{
    public Interval Of(Estimate estimate) => estimate.IsProportion ? estimate.Interval(Level, Method, AssumedDesignEffect) : estimate.Interval(Level);
}
