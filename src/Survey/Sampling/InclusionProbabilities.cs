namespace Survey;

/// <summary>The chances that units are drawn, proportional to their sizes.</summary>
public static class InclusionProbabilities
{
    /// <summary>Probabilities proportional to size of which none is above 1.</summary>
    /// <param name="sizes">Of the units, all finite and above 0.</param>
    /// <param name="count">How many units are drawn, at most as many as there are.</param>
    /// <returns>
    /// n x / Σx. A unit for which that is 1 or more is certain: its probability is 1, and the rest of the sample is shared among the others in the same way, again and again until none is left above 1.
    /// They add up to <paramref name="count"/>. R: <c>sampling::inclusionprobabilities</c>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above the number of units.</exception>
    /// <exception cref="SurveyDataException">A size is missing, infinite, zero or negative.</exception>
    public static double[] ProportionalToSize(ReadOnlySpan<double> sizes, int count)
    {
        if (count < 0 || count > sizes.Length)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Of {sizes.Length} units, 0 to {sizes.Length} can be drawn.");
        for (int unit = 0; unit < sizes.Length; unit++)
            if (!(sizes[unit] > 0 && double.IsFinite(sizes[unit])))
                throw new SurveyDataException($"Unit {unit + 1} has the size {Invariant.Text(sizes[unit])}; a unit drawn with a probability proportional to its size needs a size above 0.");

        double[] probabilities = new double[sizes.Length];
        int left = count;
        int certain;
        do
        {
            double total = 0;
            for (int unit = 0; unit < sizes.Length; unit++)
                if (probabilities[unit] < 1)
                    total += sizes[unit];
            certain = 0;
            for (int unit = 0; unit < sizes.Length; unit++)
                if (probabilities[unit] < 1)
                {
                    probabilities[unit] = Math.Min(1, left * (sizes[unit] / total));
                    certain += probabilities[unit] == 1 ? 1 : 0;
                }
            left -= certain;
        }
        while (certain > 0 && left > 0);
        return probabilities;
    }
}
