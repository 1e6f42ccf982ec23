namespace Survey.Engines.Benchmarks;

/// <summary>How far estimates of the same rows are apart.</summary>
internal static class Agreement
{
    /// <summary>The largest difference of values and standard errors as a part of the expected ones.</summary>
    /// <exception cref="InvalidOperationException">Counts, names or degrees of freedom differ.</exception>
    public static double Between(Estimates expected, Estimates actual)
    {
        if (expected.Count != actual.Count)
            throw new InvalidOperationException($"There are {actual.Count} estimates and {expected.Count} are expected.");
        double worst = 0;
        for (int k = 0; k < expected.Count; k++)
        {
            (Estimate one, Estimate other) = (expected[k], actual[k]);
            if ((one.Title, one.Respondents, one.Missing, one.DegreesOfFreedom) != (other.Title, other.Respondents, other.Missing, other.DegreesOfFreedom))
                throw new InvalidOperationException($"{other.Title} is of {other.Respondents} answers where {one.Title} is of {one.Respondents}.");
            worst = Math.Max(worst, Math.Max(Apart(one.Value, other.Value), Apart(one.StandardError, other.StandardError)));
        }
        return worst;
    }

    private static double Apart(double expected, double actual) => expected == actual ? 0 : Math.Abs(actual - expected) / Math.Abs(expected);
}
