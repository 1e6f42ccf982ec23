namespace Survey;

/// <summary>Puts the estimates of several samples together, with the covariance of their errors.</summary>
internal static class JointEstimates
{
    /// <param name="variable">What tells the samples apart: it becomes the first variable of every domain.</param>
    /// <param name="samples">Names, estimates, and for each PSU the number of its place, where it may be shared.</param>
    /// <param name="notes">What should be said of the samples together.</param>
    /// <returns>Statistic by statistic, sample by sample, domain by domain.</returns>
    public static Estimates Of(string variable, IReadOnlyList<(string Name, Estimates Estimates, int[]? Places)> samples, IEnumerable<string> notes) => Of(variable, samples, notes, out _);

    /// <param name="variable">What tells the samples apart.</param>
    /// <param name="samples">Names, estimates and places.</param>
    /// <param name="notes">What should be said of the samples together.</param>
    /// <param name="order">The sample each joint estimate is of, and its index there.</param>
    public static Estimates Of(string variable, IReadOnlyList<(string Name, Estimates Estimates, int[]? Places)> samples, IEnumerable<string> notes, out (int Sample, int Index)[] order)
    {
        order = [.. samples
            .SelectMany((sample, s) => sample.Estimates.Select((estimate, k) => (Of: (estimate.Statistic, estimate.Variable, estimate.Category), Place: (Sample: s, Index: k))))
            .GroupBy(own => own.Of)
            .SelectMany(same => same.Select(own => own.Place))];
        Estimate[] all = [.. order.Select(place => Named(variable, samples[place.Sample].Name, samples[place.Sample].Estimates[place.Index]))];
        return new Estimates(all, Together(samples, notes), new JointErrors([.. samples.Select(sample => new JointErrors.Part(sample.Estimates.Errors, sample.Places))], order));
    }

    private static Estimate Named(string variable, string name, Estimate estimate) =>
        estimate with { Domain = new Sequence<DomainLevel>([new DomainLevel(variable, name, name), .. estimate.Domain]) };

    private static SampleSummary Together(IReadOnlyList<(string Name, Estimates Estimates, int[]? Places)> samples, IEnumerable<string> notes)
    {
        SampleSummary[] parts = [.. samples.Select(sample => sample.Estimates.Sample with { Name = sample.Name })];
        IEnumerable<string> own = parts.SelectMany(part => part.Notes.Select(note => $"{part.Name}: {note}"));
        return new SampleSummary(parts.Sum(part => part.RowCount), parts.Sum(part => part.StratumCount), parts.Sum(part => part.PsuCount), double.NaN, parts.Sum(part => part.UnknownDomain), new Sequence<string>([.. own, .. notes]))
        {
            Parts = new Sequence<SampleSummary>(parts),
        };
    }
}
