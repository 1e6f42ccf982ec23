using Survey.Monitoring.Tests.Drawn;
using static Survey.Simulations.MarkdownTable;

namespace Survey.Simulations;

/// <summary>Whether what verdicts rest on is what it is held against: means of the estimates beside the truth, and their errors.</summary>
internal static class EstimateTable
{
    private static readonly string[] _indicators = [DrawnCounty.Literacy, DrawnCounty.Smoking];

    public static void Write(TextWriter to, (string Name, DrawnCounty County)[] counties, int samples) =>
        MarkdownTable.Write(to, texts: 3, ["county", "indicator", "wave", "truth, %", "mean estimate, %", "SD", "mean SE / SD"], counties.SelectMany(own => Rows(own.Name, own.County, samples)));

    private static IEnumerable<string[]> Rows(string name, DrawnCounty county, int samples)
    {
        Estimates[][] all = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => Estimated(county, sample))];
        for (int k = 0; k < _indicators.Length; k++)
            for (int wave = 0; wave < 2; wave++)
            {
                var check = new ErrorCheck([.. all.Select(waves => (waves[wave][k].Value, waves[wave][k].StandardError))]);
                string mean = FormattableString.Invariant($"{Points(check.Mean)} ± {Points(check.Deviation / Math.Sqrt(samples))}");
                yield return [name, _indicators[k], FormattableString.Invariant($"{2023 + wave}"), Points((double)county.Truth(_indicators[k], wave)), mean, Points(check.Deviation), Ratio(check)];
            }
    }

    private static Estimates[] Estimated(DrawnCounty county, int sample) =>
        Array.ConvertAll(county.Draw(FalseVerdicts.Seed(sample)), wave => wave.Design.Estimate([.. _indicators.Select(indicator => Statistic.Proportion(indicator))]));
}
