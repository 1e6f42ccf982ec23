using Survey.Monitoring;
using Survey.Monitoring.Tests.Drawn;
using static Survey.Monitoring.Tests.Drawn.DrawnCounty;

namespace Survey.Simulations;

/// <summary>How often a county in which nothing changed passes as published, and the chance of it that verdicts announce.</summary>
internal static class PassRates
{
    // announcing takes half a second a verdict
    private const int AnnouncedEvery = 10;

    private static readonly string[] _heading = ["rule", "county", "passes, %", "announced for the truth, %", "apart, in MC errors", "relative arm alone: passes, %", "announced, %", "apart, in MC errors", "announced by the sample: nothing changed, %"];

    /// <summary>Of a simulated county.</summary>
    /// <param name="to">Where the table goes.</param>
    /// <param name="county">In which nothing changed.</param>
    /// <param name="samples">How many pairs of waves.</param>
    public static void Write(TextWriter to, DrawnCounty county, int samples) =>
        MarkdownTable.Write(to, texts: 2, _heading, from own in Rules(county.Truth(Literacy, 1), county.Truth(Smoking, 1)) select Row(own, county, samples));

    /// <summary>Of the example of 640 interviews a year at a design effect of 1.5, years independent, 22 % smoking: estimates are drawn from the normal distribution.</summary>
    public static void WriteExample(TextWriter to, int samples)
    {
        const double Rate = 0.22, Respondents = 640, DesignEffect = 1.5;
        double error = Math.Sqrt(DesignEffect * Rate * (1 - Rate) / Respondents);
        MarkdownTable.Write(to, texts: 2, _heading[..^1], from own in Rules(0, (decimal)Rate).Skip(2) select (string[])[own.Name, own.Place, .. Example(own.Rule, Rate, error, samples)]);
    }

    private static (string Name, string Place, Target Rule, Target Relative)[] Rules(decimal literacy, decimal smoking)
    {
        Target rises = Target.RisesByPercent(20), falls = Target.FallsByPercent(10) with { Indicator = Smoking };
        return [
            ("literacy above average or up 20 %", "equal to the average", Target.AnyOf(Above(literacy), rises), rises), ("literacy above average or up 20 %", "a point worse", Target.AnyOf(Above(literacy + 0.01m), rises), rises),
            ("smoking below average or down 10 %", "equal to the average", Target.AnyOf(Below(smoking), falls), falls), ("smoking below average or down 10 %", "a point worse", Target.AnyOf(Below(smoking - 0.01m), falls), falls)];

        static Target Above(decimal average) => Target.IsAbove(new Reference("province", average));
        static Target Below(decimal average) => Target.IsBelow(new Reference("province", average)) with { Indicator = Smoking };
    }

    private static string[] Row((string Name, string Place, Target Rule, Target Relative) own, DrawnCounty county, int samples)
    {
        Waves drawn(int sample) => new(samePlaces: true, county.Draw(FalseVerdicts.Seed(sample)));
        (bool Rule, bool Relative)[] passes = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => DrawnEvidence.Of(drawn(sample))).Select(evidence => (Passes(own.Rule, evidence), Passes(own.Relative, evidence)))];
        (double Rule, double Relative, double Sample)[] announced = [.. ParallelEnumerable.Range(0, samples / AnnouncedEvery).AsOrdered().Select(k => drawn(AnnouncedEvery * k)).Select(waves =>
            (Unchanged(own.Rule, DrawnEvidence.AtTruth(waves, county)), Unchanged(own.Relative, DrawnEvidence.AtTruth(waves, county)), Unchanged(own.Rule, DrawnEvidence.Of(waves))))];
        return [
            own.Name, own.Place, .. Compared(Frequency.Of(passes.Select(pass => pass.Rule)), [.. announced.Select(chance => chance.Rule)]), .. Compared(Frequency.Of(passes.Select(pass => pass.Relative)), [.. announced.Select(chance => chance.Relative)]),
            Mean([.. announced.Select(chance => chance.Sample)])];
    }

    private static string[] Example(Target rule, double rate, double error, int samples)
    {
        Target falls = Target.FallsByPercent(10) with { Indicator = Smoking };
        bool[][] passes = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample =>
        {
            var random = new RandomStream(FalseVerdicts.Seed(sample));
            Evidence evidence = Of(rate + error * random.Normal(), rate + error * random.Normal(), error);
            return (bool[])[Passes(rule, evidence), Passes(falls, evidence)];
        })];
        return [
            .. Compared(Frequency.Of(passes.Select(pass => pass[0])), [Unchanged(rule, Of(rate, rate, error))]), .. Compared(Frequency.Of(passes.Select(pass => pass[1])), [Unchanged(falls, Of(rate, rate, error))])];
    }

    private static Evidence Of(double before, double after, double error)
    {
        return Evidence.Of(Figure("2023", before), Figure("2024", after));

        Figure Figure(string wave, double rate) => new() { Indicator = Smoking, Of = wave, Source = FigureSource.Published, Value = rate, StandardError = error };
    }

    private static bool Passes(Target rule, Evidence evidence) => rule.Judge(evidence).Published == PublishedVerdict.Met;

    /// <summary>What the verdict says of the chance of passing if nothing changed.</summary>
    private static double Unchanged(Target rule, Evidence evidence) => rule.Judge(evidence).Chances.First(chance => chance.If.English == "nothing changed").Chance;

    private static string[] Compared(Frequency passes, double[] announced)
    {
        double apart = (passes.Share - announced.Average()) / Math.Sqrt(passes.Error * passes.Error + Square(ErrorOfMean(announced)));
        return [passes.ToString(), Mean(announced), FormattableString.Invariant($"{apart:+0.0;-0.0;0.0}")];
    }

    private static string Mean(double[] chances) =>
        chances.Length == 1 ? FormattableString.Invariant($"{100 * chances[0]:0.00}") : FormattableString.Invariant($"{100 * chances.Average():0.00} ± {100 * ErrorOfMean(chances):0.00}");

    private static double ErrorOfMean(double[] values)
    {
        double mean = values.Average();
        return values.Length == 1 ? 0 : Math.Sqrt(values.Sum(value => Square(value - mean)) / (values.Length - 1) / values.Length);
    }

    private static double Square(double x) => x * x;
}
