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

    /// <summary>The chance that two units are the two drawn, in either order: the second is drawn with a chance proportional to its probability.</summary>
    /// <param name="probabilities">Of all units; they add up to 2, and none is certain.</param>
    /// <param name="first">The probability of one.</param>
    /// <param name="second">The probability of the other.</param>
    public static double JointOfTwo(ReadOnlySpan<double> probabilities, double first, double second)
    {
        double sum = 0;
        foreach (double probability in probabilities)
            sum += Chance(probability, 2, 2);
        return (Chance(first, 2, 2) * second / (2 - first) + Chance(second, 2, 2) * first / (2 - second)) / sum;
    }

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
