namespace Survey.Engines;

/// <summary>Centres of many domains made few: as many arms of a CASE as there are days in a column would be worked out for each row.</summary>
internal static class FewCentres
{
    private const int Most = 256;

    /// <summary>The same values, or of more different ones that near each.</summary>
    /// <param name="values">One for each domain that has its own.</param>
    public static double[] Of(double[] values)
    {
        double[] different = [.. values.Distinct().Order()];
        if (different.Length <= Most)
            return values;
        double[] kept = [.. Enumerable.Range(0, Most).Select(k => different[(int)((2L * k + 1) * different.Length / (2 * Most))])];
        return Array.ConvertAll(values, value => Nearest(kept, value));
    }

    private static double Nearest(double[] rising, double value)
    {
        int at = Array.BinarySearch(rising, value);
        if (at >= 0)
            return rising[at];
        int above = Math.Min(~at, rising.Length - 1), below = Math.Max(~at - 1, 0);
        return value - rising[below] < rising[above] - value ? rising[below] : rising[above];
    }
}
