namespace Survey;

/// <summary>Draws units of one stratum.</summary>
internal static class StratumDrawer
{
    /// <param name="stage">How they are drawn.</param>
    /// <param name="sizes">Of the units, in the order in which they are drawn from; null where all are alike.</param>
    /// <param name="units">How many there are.</param>
    /// <param name="count">How many are drawn.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>Where those drawn stand, in order, and the probabilities of all units; null where all have the same.</returns>
    public static (int[] At, double[]? Probabilities) Draw(SamplingStage stage, double[]? sizes, int units, int count, RandomStream random)
    {
        if (count == units && stage.Method != SelectionMethod.Poisson)
            return ([.. Enumerable.Range(0, units)], null);
        // long lists of like units need no probability for each
        if (stage.Method == SelectionMethod.SimpleRandom)
            return (SimpleRandomSample.Draw(units, count, random), null);
        if (stage.Method == SelectionMethod.Systematic && sizes is null)
            return (SystematicSample.DrawEqual(units, count, random.Uniform()), null);
        double[] probabilities = ProbabilitiesOf(sizes, units, count);
        return (Selection.Draw(probabilities, stage.Method, random), sizes is null ? null : probabilities);
    }

    public static double[] ProbabilitiesOf(double[]? sizes, int units, int count)
    {
        if (sizes is not null)
            return InclusionProbabilities.ProportionalToSize(sizes, count);
        double[] equal = new double[units];
        equal.AsSpan().Fill((double)count / units);
        return equal;
    }
}
