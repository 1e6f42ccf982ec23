using Survey.Monitoring;
using Survey.Monitoring.Tests.Drawn;

namespace Survey.Simulations;

/// <summary>How often a rule is confirmed falsely, met or not met, where the truth lies on its line.</summary>
internal static class FalseVerdicts
{
    private const double Alpha = 0.025, MonteCarloErrors = 4;

    /// <summary>Of every rule.</summary>
    public static void Write(TextWriter to, DrawnCounty county, int samples)
    {
        var rules = new BoundaryRules(county);
        Write(to, county, [.. rules.Single, .. rules.Combined, .. rules.OfEight], samples);
    }

    /// <summary>Of single conditions, which more samples can be afforded of.</summary>
    public static void WriteSingle(TextWriter to, DrawnCounty county, int samples) => Write(to, county, [.. new BoundaryRules(county).Single], samples);

    private static void Write(TextWriter to, DrawnCounty county, BoundaryRule[] all, int samples)
    {
        Verdict[][] verdicts = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => Judged(all, county, sample))];
        MarkdownTable.Write(
            to,
            texts: 2,
            ["rule", "on the line", "false \"confirmed met\", %", "may be, %", "false \"confirmed not met\", %", "may be, %", "passes as published, %"],
            all.Select((rule, k) => Row(rule, [.. verdicts.Select(own => own[k])])));
        int silent = verdicts.Sum(own => own.Count(verdict => verdict.Confidence == ConfidenceVerdict.NotAssessed)), contradictory = verdicts.Sum(own => own.Count(verdict => verdict.IsContradictory));
        to.WriteLine(FormattableString.Invariant($"\n{samples * all.Length:#,0} verdicts; not assessed: {silent}; met beside confirmed not met, or the reverse: {contradictory}."));
    }

    /// <summary>One seed a sample, the same for every table.</summary>
    public static ulong Seed(int sample) => (ulong)sample + 1;

    private static Verdict[] Judged(BoundaryRule[] rules, DrawnCounty county, int sample)
    {
        Evidence evidence = DrawnEvidence.Of(new Waves(samePlaces: true, county.Draw(Seed(sample))));
        return Array.ConvertAll(rules, rule => rule.Rule.Judge(evidence));
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
