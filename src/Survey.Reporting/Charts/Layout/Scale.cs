using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>An axis of numbers whose ticks are 1, 2, 2.5 or 5 times a power of 10 apart.</summary>
/// <param name="First">The lowest tick, in steps.</param>
/// <param name="Last">The highest.</param>
/// <param name="Step">From one to the next.</param>
internal sealed record Scale(double First, double Last, double Step)
{
    /// <summary>Lower than this share of the highest value, the lowest one calls for an axis that begins at 0.</summary>
    private const double NearZero = 0.45;

    public double Low => First * Step;

    public double High => Last * Step;

    /// <summary>From the lowest.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (double k = First; k <= Last; k++)
                yield return k * Step;
        }
    }

    /// <summary>Decimals that tell the ticks apart.</summary>
    private int Decimals => Enumerable.Range(0, 12).First(decimals => decimals == 11 || Math.Abs((Step * Math.Pow(10, decimals)) - Math.Round(Step * Math.Pow(10, decimals))) < 1e-6);

    /// <summary>The place of a value between two ends.</summary>
    public double At(double value, double from, double to) => from + ((value - Low) / (High - Low) * (to - from));

    /// <summary>A tick as a number of a report.</summary>
    /// <param name="tick">In the unit of the axis.</param>
    /// <param name="kind">Of the values; rates are in per cent here.</param>
    public ReportNumber Number(double tick, NumberKind kind) =>
        kind == NumberKind.Count ? ReportNumber.Count(tick) with { Decimals = Decimals } : ReportNumber.Of(tick, Decimals);

    /// <summary>The axis of values.</summary>
    /// <param name="values">All that it must reach; of none it goes from 0 to 1.</param>
    /// <param name="steps">About how many it should have.</param>
    /// <param name="hasZero">Whether 0 stands on it in any case.</param>
    public static Scale Of(IEnumerable<double> values, int steps, bool hasZero)
    {
        double[] all = [.. values];
        double low = all.Length == 0 ? 0 : all.Min(), high = all.Length == 0 ? 1 : all.Max();
        if (hasZero || (low >= 0 && low < NearZero * high))
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)))
            (low, high) = low == 0 ? (0, 1) : low > 0 ? (low - (low / 10), high + (high / 10)) : (low + (low / 10), high - (high / 10));
        double step = Nice((high - low) / steps);
        return new(Math.Floor((low / step) + 1e-9), Math.Ceiling((high / step) - 1e-9), step);
    }

    private static double Nice(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (double factor in new[] { 1, 2, 2.5, 5 })
            if (factor * power >= least * (1 - 1e-9))
                return factor * power;
        return 10 * power;
    }
}
