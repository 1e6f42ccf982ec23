namespace Survey;

/// <summary>Draws units of one list.</summary>
internal static class Selection
{
    /// <summary>Draws by the probabilities given; their sum is the number drawn where the method fixes it.</summary>
    /// <param name="probabilities">Of each unit in the order of the list, above 0 and at most 1; those of 1 are always drawn.</param>
    /// <param name="method">Of drawing.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>The units drawn, in the order of the list.</returns>
    public static int[] Draw(ReadOnlySpan<double> probabilities, SelectionMethod method, RandomStream random) =>
        method switch
        {
            SelectionMethod.SimpleRandom => SimpleRandomSample.Draw(probabilities.Length, CountOf(probabilities), random),
            SelectionMethod.Systematic => SystematicSample.Draw(probabilities, random.Uniform()),
            SelectionMethod.Sampford => SampfordSample.Draw(probabilities, CountOf(probabilities), random),
            SelectionMethod.Brewer => BrewerSample.Draw(probabilities, CountOf(probabilities), random),
            SelectionMethod.Pivotal => PivotalSample.Draw(probabilities, random),
            SelectionMethod.Poisson => PoissonSample.Draw(probabilities, random),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method of selection."),
        };

    /// <summary>The number that probabilities add up to, but for rounding.</summary>
    public static int CountOf(ReadOnlySpan<double> probabilities)
    {
        double sum = 0;
        foreach (double probability in probabilities)
            sum += probability;
        return (int)Math.Round(sum);
    }
}
