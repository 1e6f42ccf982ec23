namespace Survey;

/// <summary>
/// Brewer's procedure: units are drawn one by one. With a the sum of the probabilities of those drawn and r the number of the draw, the next is k with a chance proportional to
/// p_k (n - a - p_k) / (n - a - p_k (n - r + 1)).
/// </summary>
internal static class BrewerSample
{
    public static int[] Draw(ReadOnlySpan<double> probabilities, int count, RandomStream random)
    {
        bool[] isDrawn = new bool[probabilities.Length];
        int drawn = 0;
        for (int unit = 0; unit < isDrawn.Length; unit++)
            if (probabilities[unit] >= 1)
            {
                isDrawn[unit] = true;
                drawn++;
            }
        int wanted = count - drawn;
        double taken = 0;
        double[] chances = new double[probabilities.Length];
        for (int draw = 1; draw <= wanted; draw++)
        {
            double sum = 0;
            for (int unit = 0; unit < chances.Length; unit++)
                sum += chances[unit] = isDrawn[unit] ? 0 : Chance(probabilities[unit], wanted - taken, wanted - draw + 1);
            int next = Chosen(chances, sum * random.Uniform());
            isDrawn[next] = true;
            taken += probabilities[next];
        }
        return [.. Enumerable.Range(0, isDrawn.Length).Where(unit => isDrawn[unit])];
    }

    /// <summary>Of two drawn, the chance that they are these: with D = Σ p_k (2 - p_k) / (1 - p_k), p_i p_j / D × (1 / (1 - p_i) + 1 / (1 - p_j)) × ... as drawn in either order.</summary>
    public static double JointOfTwo(ReadOnlySpan<double> probabilities, int first, int second)
    {
        double sum = 0;
        foreach (double probability in probabilities)
            sum += Chance(probability, 2, 2);
        return (Chance(probabilities[first], 2, 2) * Second(probabilities, first, second) + Chance(probabilities[second], 2, 2) * Second(probabilities, second, first)) / sum;
    }

    // the chance of a second unit, once the first is drawn: Chance(p, 2 - a, 1) is p itself
    private static double Second(ReadOnlySpan<double> probabilities, int first, int second) => probabilities[second] / (2 - probabilities[first]);

    private static double Chance(double probability, double left, int draws)
    {
        double below = left - probability * draws;
        return below > 0 ? probability * (left - probability) / below : 0;
    }

    private static int Chosen(double[] chances, double point)
    {
        int last = -1;
        for (int unit = 0; unit < chances.Length; unit++)
        {
            if (chances[unit] <= 0)
                continue;
            last = unit;
            point -= chances[unit];
            if (point < 0)
                break;
        }
        return last;
    }
}
