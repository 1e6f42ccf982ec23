namespace Survey;

/// <summary>Shares a number of units among strata.</summary>
internal static class ProportionalAllocation
{
    /// <summary>In proportion to the sizes, by largest remainders; at least one and at most all units of each stratum.</summary>
    /// <returns>By stratum; together the count where the strata have so many units.</returns>
    public static int[] Of(int count, ReadOnlySpan<double> sizes, ReadOnlySpan<int> units)
    {
        int[] drawn = new int[sizes.Length];
        double[] quotas = Quotas(count, sizes, units);
        int left = count;
        for (int stratum = 0; stratum < drawn.Length; stratum++)
            left -= drawn[stratum] = Math.Clamp((int)Math.Floor(quotas[stratum] + 1e-9), 1, units[stratum]);
        int[] most = [.. units];
        int[] byRemainder = [.. Enumerable.Range(0, drawn.Length).OrderByDescending(stratum => quotas[stratum] - drawn[stratum])];
        while (left > 0 && byRemainder.FirstOrDefault(stratum => drawn[stratum] < most[stratum], -1) is >= 0 and int next)
        {
            drawn[next]++;
            left--;
            Array.Sort(byRemainder, (a, b) => (quotas[b] - drawn[b]).CompareTo(quotas[a] - drawn[a]) is var order and not 0 ? order : a.CompareTo(b));
        }
        // strata too small for one took it from the largest
        for (; left < 0; left++)
            drawn[Enumerable.Range(0, drawn.Length).Where(stratum => drawn[stratum] > 1).MaxBy(stratum => drawn[stratum] - quotas[stratum])]--;
        return drawn;
    }

    // a stratum takes no more than it has; what it cannot take goes to the others
    private static double[] Quotas(int count, ReadOnlySpan<double> sizes, ReadOnlySpan<int> units)
    {
        double[] quotas = new double[sizes.Length];
        bool[] isFull = new bool[sizes.Length];
        for (bool again = true; again;)
        {
            again = false;
            double left = count, total = 0;
            for (int stratum = 0; stratum < quotas.Length; stratum++)
                (left, total) = isFull[stratum] ? (left - units[stratum], total) : (left, total + sizes[stratum]);
            for (int stratum = 0; stratum < quotas.Length; stratum++)
            {
                quotas[stratum] = isFull[stratum] ? units[stratum] : Math.Max(0, left) * sizes[stratum] / total;
                if (!isFull[stratum] && quotas[stratum] > units[stratum])
                    again = isFull[stratum] = true;
            }
        }
        return quotas;
    }
}
