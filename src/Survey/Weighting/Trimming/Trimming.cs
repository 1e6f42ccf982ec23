namespace Survey;

/// <summary>Trims weights that are outside limits, and gives what was cut off to the others in equal parts.</summary>
/// <param name="above">The upper limit; null where there is none.</param>
/// <param name="below">The lower limit; null where there is none.</param>
/// <param name="isStrict">Whether it goes on while what was given away pushes others over a limit.</param>
internal sealed class Trimming(WeightLimit? above, WeightLimit? below, bool isStrict)
{
    private const int MostRounds = 10_000;

    /// <summary>The weights after it. Rows of weight 0 stay.</summary>
    public double[] After(double[] before)
    {
        double[] weighted = [.. before.Where(weight => weight != 0)];
        (double lower, double upper) = (below?.Of(weighted) ?? double.NegativeInfinity, above?.Of(weighted) ?? double.PositiveInfinity);
        Check(weighted, lower, upper);
        double[] after = [.. before];
        int rounds = 0;
        while (TrimOnce(after, lower, upper) && isStrict)
            if (++rounds == MostRounds)
                throw new NoConvergenceException($"Trimming came to no end after {Invariant.Count(MostRounds)} rounds, as most weights are at the limits {Limits(lower, upper)}; widen them.");
        return after;
    }

    public WeightStep Logged(double[] before, double[] after)
    {
        double[] weighted = [.. before.Where(weight => weight != 0)];
        (double lower, double upper) = (below?.Of(weighted) ?? double.NegativeInfinity, above?.Of(weighted) ?? double.PositiveInfinity);
        int over = weighted.Count(weight => weight > upper), under = weighted.Count(weight => weight < lower), outside = after.Count(weight => weight != 0 && (weight > upper || weight < lower));
        WeightStep step = WeightStep.Of("trimming", [], before, after) with
        {
            Notes = new Sequence<string>($"{(above is null ? "" : $"{Invariant.Count(over)} weight{(over == 1 ? "" : "s")} above {Invariant.Short(upper)}{above.Said}")}{(above is null || below is null ? "" : ", ")}{(below is null ? "" : $"{Invariant.Count(under)} below {Invariant.Short(lower)}{below.Said}")}; later variances take the factors as fixed"),
        };
        string[] warnings =
        [
            .. outside == 0 ? [] : (string[])[$"{Invariant.Count(outside)} weight{(outside == 1 ? " is" : "s are")} outside the limits again, as what was cut off went to {(outside == 1 ? "it" : "them")}; trim strictly to have none"],
            .. KeepsSum(before, after) ? [] : (string[])[$"the sum of the weights went from {Invariant.Amount(CompensatedSum.Sum(before))} to {Invariant.Amount(CompensatedSum.Sum(after))}, as no weight was within the limits to take what was cut off; widen them, or bring the sum back by post-stratification"],
        ];
        return step with { Warnings = new Sequence<string>(warnings) };
    }

    private static bool KeepsSum(double[] before, double[] after) => Math.Abs(CompensatedSum.Sum(after) - CompensatedSum.Sum(before)) <= 1e-9 * Math.Abs(CompensatedSum.Sum(before));

    /// <summary>Whether anything was outside.</summary>
    private static bool TrimOnce(double[] weights, double lower, double upper)
    {
        var cutOff = new CompensatedSum();
        int inside = 0, outside = 0;
        foreach (double weight in weights)
            if (weight == 0)
                continue;
            else if (weight < lower || weight > upper)
            {
                outside++;
                cutOff.Add(weight - Math.Clamp(weight, lower, upper));
            }
            else
                inside++;
        if (outside == 0)
            return false;
        double part = inside == 0 ? 0 : cutOff.Value / inside;
        for (int row = 0; row < weights.Length; row++)
            if (weights[row] != 0)
                weights[row] = weights[row] < lower || weights[row] > upper ? Math.Clamp(weights[row], lower, upper) : weights[row] + part;
        return true;
    }

    private static void Check(double[] weights, double lower, double upper)
    {
        double sum = CompensatedSum.Sum(weights);
        if (!(lower < upper))
            throw new ArgumentException($"The lower limit of weights, {Invariant.Short(lower)}, is not below the upper one, {Invariant.Short(upper)}.");
        if (upper * weights.Length < sum || lower * weights.Length > sum)
            throw new SurveyDataException($"Weights cannot all be within {Limits(lower, upper)} and keep their sum: their mean is {Invariant.Short(sum / weights.Length)}; choose limits on both sides of it.");
    }

    private static string Limits(double lower, double upper) => double.IsInfinity(lower) ? $"at most {Invariant.Short(upper)}" : double.IsInfinity(upper) ? $"at least {Invariant.Short(lower)}" : $"{Invariant.Short(lower)} to {Invariant.Short(upper)}";
}
