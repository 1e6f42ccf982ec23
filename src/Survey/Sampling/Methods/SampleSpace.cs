namespace Survey;

/// <summary>All samples that a method may draw, with their chances.</summary>
internal static class SampleSpace
{
    private const int Most = 200_000;

    /// <param name="probabilities">Of all units in the order of the list, below 1.</param>
    /// <param name="count">How many are drawn, at least 1.</param>
    /// <param name="method">Of a fixed number.</param>
    /// <exception cref="SurveyDataException">The samples have no known chances, or are too many.</exception>
    public static IEnumerable<(int[] Units, double Chance)> Of(double[] probabilities, int count, SelectionMethod method) =>
        count == 1 ? probabilities.Select((probability, unit) => ((int[])[unit], probability))
        : method == SelectionMethod.Systematic ? Starts(probabilities)
        : count == 2 ? Pairs(probabilities, method)
        : method == SelectionMethod.Sampford ? SampfordSets(probabilities, count)
        : throw new SurveyDataException($"How probable each sample of {count} units was that last year could have drawn is not known for the method {method}, so neither is the probability of a unit that is kept or new; draw by the systematic method or by Sampford's.");

    /// <summary>The start moves from one end of a stretch to the next, and between two ends the same units are drawn.</summary>
    private static IEnumerable<(int[], double)> Starts(double[] probabilities)
    {
        double[] ends = [0, .. SystematicSample.Cumulated(probabilities).Select(end => end - Math.Floor(end)).Order(), 1];
        for (int k = 1; k < ends.Length; k++)
            if (ends[k] - ends[k - 1] > 0)
                yield return (SystematicSample.Draw(probabilities, (ends[k] + ends[k - 1]) / 2), ends[k] - ends[k - 1]);
    }

    private static IEnumerable<(int[], double)> Pairs(double[] probabilities, SelectionMethod method)
    {
        double[,] joint = JointProbabilities.Of(probabilities, [.. Enumerable.Range(0, probabilities.Length)], method)!;
        for (int i = 0; i < probabilities.Length; i++)
            for (int j = i + 1; j < probabilities.Length; j++)
                if (joint[i, j] > 0)
                    yield return ([i, j], joint[i, j]);
    }

    private static IEnumerable<(int[], double)> SampfordSets(double[] probabilities, int count)
    {
        double sets = 1;
        for (int k = 0; k < count; k++)
            sets *= (probabilities.Length - k) / (k + 1.0);
        if (sets > Most)
            throw new SurveyDataException($"Last year could have drawn {count} of {probabilities.Length} units in more than {Invariant.Count(Most)} ways, which are too many to add up; draw by the systematic method, or make smaller strata.");
        var all = Sets(probabilities.Length, count).Select(units => (Units: units, Weight: SampfordWeight(probabilities, units))).ToList();
        double sum = all.Sum(set => set.Weight);
        return all.Select(set => (set.Units, set.Weight / sum));
    }

    private static double SampfordWeight(double[] probabilities, int[] units)
    {
        double odds = 1, left = units.Length;
        foreach (int unit in units)
        {
            odds *= probabilities[unit] / (1 - probabilities[unit]);
            left -= probabilities[unit];
        }
        return odds * left;
    }

    private static IEnumerable<int[]> Sets(int units, int count)
    {
        int[] set = [.. Enumerable.Range(0, count)];
        while (true)
        {
            yield return [.. set];
            int k = count - 1;
            while (k >= 0 && set[k] == units - count + k)
                k--;
            if (k < 0)
                yield break;
            set[k]++;
            for (int next = k + 1; next < count; next++)
                set[next] = set[next - 1] + 1;
        }
    }
}
