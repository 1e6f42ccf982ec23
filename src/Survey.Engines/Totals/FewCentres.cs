namespace Survey.Engines;

/// <summary>Centres of many domains made few: as many arms of a CASE as there are days in a column would be worked out for each row.</summary>
internal static class FewCentres
{
    private const int Most = 256;

    // of a value; smaller spreads are lost in its sums anyway
    private const double LeastSpread = 1e-9;

    /// <summary>The same values, or where too many are different, for each the nearest of a few that are kept: those of the smallest spreads, so that no value is more of its own spreads away than it must be.</summary>
    /// <param name="values">One for each domain that has its own.</param>
    /// <param name="spreads">Their standard deviations, as far as these are known.</param>
    /// <param name="reach">As many spreads away another centre is as good.</param>
    public static double[] Of(double[] values, double[] spreads, double reach)
    {
        if (values.Distinct().Count() <= Most)
            return values;
        double[] units = [.. values.Zip(spreads, (value, spread) => Math.Max(spread > 0 ? spread : 0, LeastSpread * Math.Abs(value)))];
        double[] kept = Covering(values, units, reach);
        while (kept.Length > Most)
            kept = Covering(values, units, reach *= 2);
        return Array.ConvertAll(values, value => Nearest(kept, value));
    }

    /// <summary>Of values that all reach one point the one with the smallest unit; as few as there can be.</summary>
    private static double[] Covering(double[] values, double[] units, double reach)
    {
        var kept = new List<(double Value, double Unit)>();
        double point = double.NegativeInfinity;
        foreach (int k in Enumerable.Range(0, values.Length).OrderBy(k => values[k] + reach * units[k]))
            if (values[k] - reach * units[k] > point)
            {
                point = values[k] + reach * units[k];
                kept.Add((values[k], units[k]));
            }
            else if (units[k] < kept[^1].Unit)
                kept[^1] = (values[k], units[k]);
        return [.. kept.Select(own => own.Value).Order()];
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
