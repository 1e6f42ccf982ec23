namespace Survey;

/// <summary>Errors of estimates of all waves pooled: each is the sum of what its totals in every wave add.</summary>
/// <param name="joint">Errors of those parts.</param>
/// <param name="parts">The parts of each pooled estimate.</param>
/// <param name="degreesOfParts">Degrees of freedom of each part.</param>
internal sealed class PooledErrors(SamplingErrors joint, IReadOnlyList<int[]> parts, IReadOnlyList<double> degreesOfParts) : SamplingErrors
{
    public override double[,] Covariance(IReadOnlyList<Combination> of) => joint.Covariance([.. of.Select(InParts)]);

    public override double[] Variances(IReadOnlyList<Combination> of) => joint.Variances([.. of.Select(InParts)]);

    public override double DegreesOfFreedom(Combination of, Func<int, double> own) => joint.DegreesOfFreedom(InParts(of), part => degreesOfParts[part]);

    private Combination InParts(Combination of) =>
        new([.. of.Estimates.SelectMany(k => parts[k])], [.. of.Estimates.SelectMany((k, place) => Enumerable.Repeat(of.Coefficients[place], parts[k].Length))]);
}
