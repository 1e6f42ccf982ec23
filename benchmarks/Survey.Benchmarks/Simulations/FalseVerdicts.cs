using Survey.Monitoring;
using Survey.Monitoring.Tests.Made;
using static Survey.Simulations.MarkdownTable;

namespace Survey.Simulations;

/// <summary>How often a rule is confirmed falsely, met or not met, where the truth lies on its line.</summary>
internal static class FalseVerdicts
{
    private const double Alpha = 0.025, MonteCarloErrors = 4;

    public static void Write(TextWriter to, DrawnCounty county, int samples)
    {
        var rules = new BoundaryRules(county);
        BoundaryRule[] all = [.. rules.Single, .. rules.Combined, .. rules.OfEight];
        Verdict[][] verdicts = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => Judged(all, county, sample))];
        MarkdownTable.Write(
            to,
            texts: 2,
            ["rule", "on the line", "false \"confirmed met\", %", "may be, %", "false \"confirmed not met\", %", "may be, %", "passes as published, %"],
            all.Select((rule, k) => Row(rule, [.. verdicts.Select(own => own[k])])));
        int silent = verdicts.Sum(own => own.Count(verdict => verdict.Confidence == ConfidenceVerdict.NotAssessed)), contradictory = verdicts.Sum(own => own.Count(verdict => verdict.IsContradictory));
        to.WriteLine(FormattableString.Invariant($"\n{samples * all.Length:#,0} verdicts; not assessed: {silent}; met beside confirmed not met, or the reverse: {contradictory}."));
    }

    /// <summary>Whether what estimates are held against is what they estimate, and their errors.</summary>
    public static void WriteEstimates(TextWriter to, (string Name, DrawnCounty County)[] counties, int samples) =>
        MarkdownTable.Write(to, texts: 3, ["county", "indicator", "wave", "truth, %", "mean estimate, %", "SD", "mean SE / SD"], counties.SelectMany(own => EstimateRows(own.Name, own.County, samples)));

    private static IEnumerable<string[]> EstimateRows(string name, DrawnCounty county, int samples)
    {
        Estimate[][] all = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => Array.ConvertAll(county.Draw(Seed(sample)), wave => wave.Design.Estimate(Statistic.Proportion(DrawnCounty.Literacy), Statistic.Proportion(DrawnCounty.Smoking)))).Select(waves => (Estimate[])[waves[0][0], waves[1][0], waves[0][1], waves[1][1]])];
        for (int k = 0; k < 4; k++)
        {
            var check = new ErrorCheck([.. all.Select(own => (own[k].Value, own[k].StandardError))]);
            string indicator = k < 2 ? DrawnCounty.Literacy : DrawnCounty.Smoking;
            yield return [name, indicator, k % 2 == 0 ? "2023" : "2024", Points((double)county.Truth(indicator, k % 2)), FormattableString.Invariant($"{100 * check.Mean:0.000} ± {100 * check.Deviation / Math.Sqrt(samples):0.000}"), Points(check.Deviation), Ratio(check)];
        }
    }

    public static ulong Seed(int sample) => (ulong)sample + 1;

    private static Verdict[] Judged(BoundaryRule[] rules, DrawnCounty county, int sample)
    {
        Evidence evidence = DrawnEvidence.Of(new Waves(samePlaces: true, county.Draw(Seed(sample))));
        return Array.ConvertAll(rules, rule => QuickJudge.Of(rule.Rule, evidence, new Judgement()));
    }

    private static string[] Row(BoundaryRule rule, Verdict[] verdicts) =>
    [
        rule.Name, rule.OnLine,
        .. Columns(Frequency.Of(verdicts.Select(own => own.Confidence == ConfidenceVerdict.ConfirmedMet)), rule.MetBound),
        .. Columns(Frequency.Of(verdicts.Select(own => own.Confidence == ConfidenceVerdict.ConfirmedNotMet)), rule.NotMetBound),
        FormattableString.Invariant($"{100 * Frequency.Of(verdicts.Select(own => own.Published == PublishedVerdict.Met)).Share:0.0}"),
    ];

    /// <summary>Marked * above α + 4 Monte Carlo standard errors, and ** above what the rule allows + 4 of them.</summary>
    private static string[] Columns(Frequency frequency, double bound) =>
        [frequency + (IsAbove(frequency, bound * Alpha) ? " **" : IsAbove(frequency, Alpha) ? " *" : ""), FormattableString.Invariant($"{100 * bound * Alpha:0.00}")];

    private static bool IsAbove(Frequency frequency, double chance) => frequency.Share > chance + MonteCarloErrors * Frequency.ErrorOf(chance, frequency.Samples);
}
