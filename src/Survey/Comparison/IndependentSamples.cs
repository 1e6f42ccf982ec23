namespace Survey;

/// <summary>Estimates of several samples that have nothing in common, such as a county's and its province's.</summary>
public static class IndependentSamples
{
    extension(Estimates)
    {
        /// <summary>Puts the estimates of independent samples together for contrasts between them; the covariance of two samples is exactly 0, and contrasts have the degrees of freedom of Welch and Satterthwaite.</summary>
        /// <param name="samples">At least two, each with a name of its own; it becomes the first level of every domain, of the variable "sample".</param>
        /// <exception cref="ArgumentException">There are fewer than two, or two have the same name.</exception>
        public static Estimates Independent(params IReadOnlyList<(string Name, Estimates Of)> samples)
        {
            ArgumentNullException.ThrowIfNull(samples);
            if (samples.Count < 2)
                throw new ArgumentException("There is nothing to put together; give at least two samples.", nameof(samples));
            if (samples.Any(sample => sample.Of is null || string.IsNullOrWhiteSpace(sample.Name)))
                throw new ArgumentException("A sample has no name, or no estimates.", nameof(samples));
            if (samples.GroupBy(sample => sample.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new ArgumentException($"Two samples are called '{twice.Key}'; give each a name of its own.", nameof(samples));
            return JointEstimates.Of("sample", [.. samples.Select(sample => (sample.Name, sample.Of, (int[]?)null))], []);
        }
    }
}
