namespace Survey;

/// <summary>What a step did to the weights. Rows without a weight, and those whose weight is 0, are not among those that it counts.</summary>
public sealed record WeightStep
{
    /// <summary>What was done: "village: proportional to size".</summary>
    public required string What { get; init; }

    /// <summary>The columns that it rests on, cells first.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Rows with a weight after the step.</summary>
    public required int Rows { get; init; }

    /// <summary>The smallest factor by which it multiplied a weight.</summary>
    public required double SmallestFactor { get; init; }

    /// <summary>The greatest factor by which it multiplied a weight.</summary>
    public required double GreatestFactor { get; init; }

    /// <summary>The sum of the weights after it.</summary>
    public required double Sum { get; init; }

    /// <summary>The smallest weight after it.</summary>
    public required double Smallest { get; init; }

    /// <summary>The median of the weights after it: the middle one, or the mean of the two in the middle.</summary>
    public required double Median { get; init; }

    /// <summary>The greatest weight after it.</summary>
    public required double Greatest { get; init; }

    /// <summary>Kish's design effect n Σw² / (Σw)² of the weights before it, of the rows that have a weight after it; 1 before the first step.</summary>
    /// <remarks>By how much unequal weights alone raise the variance of a mean, if they have nothing to do with what is measured. Kish (1965), Survey Sampling.</remarks>
    public required double DesignEffectBefore { get; init; }

    /// <summary>Kish's design effect of the weights after it.</summary>
    public required double DesignEffectAfter { get; init; }

    /// <summary>The sample against the population, where the step calibrated it; empty otherwise.</summary>
    public IReadOnlyList<BalanceLine> Balance { get; init; } = new Sequence<BalanceLine>();

    /// <summary>How a calibration came to its end; null of other steps.</summary>
    public Convergence? Convergence { get; init; }

    /// <summary>What should be said beside the weights.</summary>
    public IReadOnlyList<string> Notes { get; init; } = new Sequence<string>();

    /// <summary>What may be wrong and somebody should look at.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = new Sequence<string>();

    /// <param name="what">Was done.</param>
    /// <param name="columns">That it rests on.</param>
    /// <param name="before">The weights before it; NaN or 0 where a row has none.</param>
    /// <param name="after">Those after it.</param>
    internal static WeightStep Of(string what, IReadOnlyList<string> columns, ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var extent = new Extent();
        double[] own = new double[after.Length], earlier = new double[after.Length];
        int rows = 0;
        for (int row = 0; row < after.Length; row++)
            if (Math.Abs(after[row]) > 0) // neither 0 nor missing; calibrated weights may be negative
            {
                extent.Add(after[row] / before[row]);
                (own[rows], earlier[rows]) = (after[row], before[row]);
                rows++;
            }
        Array.Resize(ref own, rows);
        return new WeightStep
        {
            What = what,
            Columns = new Sequence<string>([.. columns]),
            Rows = rows,
            SmallestFactor = extent.Least,
            GreatestFactor = extent.Greatest,
            Sum = CompensatedSum.Sum(own),
            Smallest = Extent.Of(own).Least,
            Greatest = Extent.Of(own).Greatest,
            DesignEffectBefore = KishEffect(earlier.AsSpan(0, rows)),
            DesignEffectAfter = KishEffect(own),
            Median = Extent.MedianOf(own), // last: it changes their order
        };
    }

    private static double KishEffect(ReadOnlySpan<double> weights)
    {
        double sum = CompensatedSum.Sum(weights);
        return weights.Length * CompensatedSum.OfProducts(weights, weights) / (sum * sum);
    }
}
