namespace Survey;

/// <summary>Each unit by chance alone.</summary>
internal static class PoissonSample
{
    public static int[] Draw(ReadOnlySpan<double> probabilities, RandomStream random)
    {
        var drawn = new List<int>();
        for (int unit = 0; unit < probabilities.Length; unit++)
            if (random.Uniform() < probabilities[unit])
                drawn.Add(unit);
        return [.. drawn];
    }
}
