namespace Survey;

/// <summary>The chances that two units are both drawn, where a method has a formula for them.</summary>
internal static class JointProbabilities
{
    /// <param name="probabilities">Of all units in the order of the list.</param>
    /// <param name="units">Those wanted, in order.</param>
    /// <param name="method">Of drawing.</param>
    /// <returns>By two of the units wanted, a unit's own probability on the diagonal; null where there is no formula: Brewer's method with more than two units besides those certain.</returns>
    public static double[,]? Of(double[] probabilities, int[] units, SelectionMethod method)
    {
        int count = Selection.CountOf(probabilities);
        switch (method)
        {
            case SelectionMethod.SimpleRandom:
                double pair = SimpleRandomSample.Joint(probabilities.Length, count);
                return Matrix(probabilities, units, (_, _) => pair);
            case SelectionMethod.Systematic:
                double[] cumulated = SystematicSample.Cumulated(probabilities);
                return Matrix(probabilities, units, (i, j) => SystematicSample.Joint(cumulated, i, j));
            case SelectionMethod.Sampford:
                return SampfordSample.Joint(probabilities, units, count);
            case SelectionMethod.Brewer:
                double[] open = [.. probabilities.Where(probability => probability < 1)];
                return count - (probabilities.Length - open.Length) > 2 ? null : Matrix(probabilities, units, (i, j) => BrewerJoint(open, count - (probabilities.Length - open.Length), probabilities[i], probabilities[j]));
            case SelectionMethod.Pivotal:
                return PivotalSample.Joint(probabilities, units);
            case SelectionMethod.Poisson:
                return Matrix(probabilities, units, (i, j) => probabilities[i] * probabilities[j]);
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method of selection.");
        }
    }

    private static double BrewerJoint(double[] open, int count, double first, double second) =>
        first >= 1 || second >= 1 ? first * second : count < 2 ? 0 : BrewerSample.JointOfTwo(open, first, second);

    private static double[,] Matrix(double[] probabilities, int[] units, Func<int, int, double> joint)
    {
        double[,] matrix = new double[units.Length, units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            matrix[i, i] = probabilities[units[i]];
            for (int j = i + 1; j < units.Length; j++)
                matrix[i, j] = matrix[j, i] = joint(units[i], units[j]);
        }
        return matrix;
    }
}
