namespace Survey;

/// <summary>
/// Sampford's design: the chance of a set s is proportional to Σ_{k in s} p_k Π_{j in s, j not k} λ_j with λ = p / (1 - p), as if one unit were drawn by p and the others by λ and all were different.
/// Drawn without rejection: going down the list, what remains possible is known from sums over the units that follow.
/// </summary>
internal static class SampfordSample
{
    /// <summary>Cells of a table of sums: 320 MB for the two.</summary>
    private const long MostCells = 20_000_000;

    // e^500 and its products are still doubles
    private const int MostDrawn = 500;

    public static int[] Draw(ReadOnlySpan<double> probabilities, int count, RandomStream random)
    {
        int[] open = Open(probabilities);
        int wanted = count - (probabilities.Length - open.Length);
        bool[] isDrawn = new bool[probabilities.Length];
        isDrawn.AsSpan().Fill(true);
        foreach (int unit in open)
            isDrawn[unit] = false;
        if (wanted > 0)
            DrawOpen(probabilities, open, wanted, isDrawn, random);
        return [.. Enumerable.Range(0, isDrawn.Length).Where(unit => isDrawn[unit])];
    }

    private static void DrawOpen(ReadOnlySpan<double> probabilities, int[] open, int wanted, bool[] isDrawn, RandomStream random)
    {
        CheckSize(open.Length, wanted);
        // after[k][m]: over sets of m of the units from k on, the sum of Π λ (plain), and of the same with one factor p instead (special)
        double[,] plain = new double[open.Length + 1, wanted + 1], special = new double[open.Length + 1, wanted + 1];
        plain[open.Length, 0] = 1;
        for (int k = open.Length - 1; k >= 0; k--)
        {
            double p = probabilities[open[k]], odds = p / (1 - p);
            plain[k, 0] = 1;
            for (int m = 1; m <= Math.Min(wanted, open.Length - k); m++)
            {
                plain[k, m] = plain[k + 1, m] + odds * plain[k + 1, m - 1];
                special[k, m] = special[k + 1, m] + odds * special[k + 1, m - 1] + p * plain[k + 1, m - 1];
            }
        }
        int left = wanted;
        bool isSpecialDrawn = false;
        for (int k = 0; left > 0; k++)
        {
            double p = probabilities[open[k]], odds = p / (1 - p);
            double asPlain = odds * (isSpecialDrawn ? plain[k + 1, left - 1] : special[k + 1, left - 1]);
            double asSpecial = isSpecialDrawn ? 0 : p * plain[k + 1, left - 1];
            double point = random.Uniform() * (isSpecialDrawn ? plain[k, left] : special[k, left]);
            if (point >= asPlain + asSpecial)
                continue;
            isDrawn[open[k]] = true;
            isSpecialDrawn |= point >= asPlain;
            left--;
        }
    }

    /// <summary>The chances that two are both drawn, for all pairs of the units given: the sum over the sets that hold both, over the sum of all.</summary>
    public static double[,] Joint(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> units, int count)
    {
        int[] open = Open(probabilities);
        int wanted = count - (probabilities.Length - open.Length);
        CheckSize(open.Length, wanted);
        double all = Sums(probabilities, open, wanted, -1, -1).Special;
        double[,] joint = new double[units.Length, units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            double pi = probabilities[units[i]];
            joint[i, i] = pi;
            for (int j = i + 1; j < units.Length; j++)
            {
                double pj = probabilities[units[j]];
                joint[i, j] = joint[j, i] = pi >= 1 || pj >= 1 ? pi * pj : Both(probabilities, open, wanted, units[i], units[j]) / all;
            }
        }
        return joint;
    }

    private static double Both(ReadOnlySpan<double> probabilities, int[] open, int wanted, int first, int second)
    {
        if (wanted < 2)
            return 0;
        double p = probabilities[first], q = probabilities[second];
        double oddsP = p / (1 - p), oddsQ = q / (1 - q);
        (double plain, double special) = Sums(probabilities, open, wanted - 2, first, second);
        return oddsP * oddsQ * special + (p * oddsQ + q * oddsP) * plain;
    }

    private static (double Plain, double Special) Sums(ReadOnlySpan<double> probabilities, int[] open, int wanted, int without, int orWithout)
    {
        double[] plain = new double[wanted + 1], special = new double[wanted + 1];
        plain[0] = 1;
        foreach (int unit in open)
        {
            if (unit == without || unit == orWithout)
                continue;
            double p = probabilities[unit], odds = p / (1 - p);
            for (int m = wanted; m > 0; m--)
            {
                special[m] += odds * special[m - 1] + p * plain[m - 1];
                plain[m] += odds * plain[m - 1];
            }
        }
        return (plain[wanted], special[wanted]);
    }

    private static int[] Open(ReadOnlySpan<double> probabilities)
    {
        var open = new List<int>(probabilities.Length);
        for (int unit = 0; unit < probabilities.Length; unit++)
            if (probabilities[unit] < 1)
                open.Add(unit);
        return [.. open];
    }

    private static void CheckSize(int units, int wanted)
    {
        if (wanted > MostDrawn || (units + 1L) * (wanted + 1L) > MostCells)
            throw new SurveyDataException($"Sampford's design of {Invariant.Count(wanted)} out of {Invariant.Count(units)} units is more than it is made for ({MostDrawn} drawn, {Invariant.Count(MostCells)} for the product); draw by the pivotal or the systematic method.");
    }
}
