namespace Survey.Tests.Laws;

/// <summary>The covariance of estimates of two waves by another road: each PSU of one wave beside each of the other.</summary>
internal sealed class WaveTwin(RandomWaves waves)
{
    private readonly Twin[] _twins = [.. waves.Samples.Select((sample, wave) => new Twin(sample, waves.Rules[wave]))];

    public Twin Of(int wave) => _twins[wave];

    /// <summary>C = Σ c_1i c_2i over the PSUs in both.</summary>
    public double Covariance(int first, Twin.Answer a, int second, Twin.Answer b)
    {
        double sum = 0;
        foreach (var (stratum, psu, contribution) in _twins[first].PsuContributions(a))
            foreach (var (otherStratum, otherPsu, otherContribution) in _twins[second].PsuContributions(b))
                if (psu == otherPsu && (NumbersAreUnique || StratumIn(first, stratum) == StratumIn(second, otherStratum)))
                    sum += contribution * otherContribution;
        return sum;
    }

    /// <summary>PSUs that two waves have in common.</summary>
    public int Shared(int first, int second) => Keys(first).Intersect(Keys(second)).Count();

    private IEnumerable<(string, int)> Keys(int wave) =>
        waves.Samples[wave].Rows.Select(row => (NumbersAreUnique ? "" : StratumIn(wave, row.Stratum), row.Units[0])).Distinct();

    /// <summary>Whether in every wave each number is of one PSU.</summary>
    private bool NumbersAreUnique { get; } =
        waves.Samples.All(sample => sample.Rows.GroupBy(row => row.Units[0]).All(same => same.Select(row => row.Stratum).Distinct().Count() == 1));

    // a design without strata has no names of them
    private string StratumIn(int wave, string stratum) => waves.Samples[wave].Plan.Strata > 0 ? stratum : "";
}
