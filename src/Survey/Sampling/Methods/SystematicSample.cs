namespace Survey;

/// <summary>Equal steps along the cumulated probabilities from a random start.</summary>
internal static class SystematicSample
{
    // cumulated probabilities that should reach a whole number miss it by rounding
    private const double Rounding = 1e-9;

    /// <summary>The units whose stretch of the cumulated probabilities holds start, start + 1, start + 2, ...</summary>
    public static int[] Draw(ReadOnlySpan<double> probabilities, double start)
    {
        var drawn = new List<int>();
        double[] ends = Cumulated(probabilities);
        double next = start;
        for (int unit = 0; unit < ends.Length; unit++)
            if (next < ends[unit])
            {
                drawn.Add(unit);
                next = start + drawn.Count;
            }
        return [.. drawn];
    }

    /// <summary>The same for units of one probability, n / N: every (N / n)th from a random start.</summary>
    public static int[] DrawEqual(int units, int count, double start)
    {
        int[] drawn = new int[count];
        for (int k = 0; k < count; k++)
            drawn[k] = Math.Min(units - 1, (int)Math.Floor((start + k) * ((double)units / count)));
        return drawn;
    }

    /// <summary>
    /// The chance that both are drawn: the length of the starts at which they are. Seen modulo 1 a unit is an arc of a circle, as long as its probability, and the start is a point on that circle.
    /// </summary>
    public static double Joint(double[] cumulated, int first, int second) => Overlap(Arc(cumulated, first), Arc(cumulated, second));

    public static double[] Cumulated(ReadOnlySpan<double> probabilities)
    {
        double[] ends = new double[probabilities.Length];
        double sum = 0;
        for (int unit = 0; unit < ends.Length; unit++)
            ends[unit] = sum += probabilities[unit];
        if (ends.Length > 0 && Math.Abs(sum - Math.Round(sum)) < Rounding)
            ends[^1] = Math.Round(sum);
        return ends;
    }

    private static (double From, double Length) Arc(double[] cumulated, int unit)
    {
        double from = unit == 0 ? 0 : cumulated[unit - 1];
        return (from - Math.Floor(from), cumulated[unit] - from);
    }

    private static double Overlap((double From, double Length) a, (double From, double Length) b)
    {
        double overlap = 0;
        for (int turn = -1; turn <= 1; turn++)
            overlap += Math.Max(0, Math.Min(a.From + a.Length, b.From + turn + b.Length) - Math.Max(a.From, b.From + turn));
        return overlap;
    }
}
