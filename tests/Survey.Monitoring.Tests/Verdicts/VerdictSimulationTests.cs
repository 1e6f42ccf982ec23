using Survey.Monitoring.Simulating;
using Survey.Monitoring.Tests.Drawn;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Verdicts;

/// <summary>Verdicts keep their promises: many samples of a small simulated county whose truth lies on the line of every rule. The large version is benchmarks/results/verdict-simulation.md.</summary>
public sealed class VerdictSimulationTests
{
    private const int Samples = 500, NormalSamples = 2_000;

    private const double MonteCarloErrors = 4;

    // a level at which false verdicts are frequent enough to be counted in few samples
    private static readonly Judgement _judgement = new() { Level = 0.8 };

    private const double Alpha = 0.1;

    private readonly DrawnCounty _county = new(PlanReader.Read(
        MadePlan.With(
            MadePlan.DemoText,
            ("urban: [城关街道, 城东街道, 文澜街道, 双桥街道, 明湖街道, 金桥街道]", "urban: 4"),
            ("rural: [云溪镇, 北洛镇, 古榆镇, 大泽镇, 松岭镇, 柳浦镇, 清塘镇, 白鹭镇]", "rural: 6"),
            ("villages: [5, 9] ", "villages: [16, 24] "),
            ("households: [500, 1500]", "households: [60, 120]"),
            ("deviations: {village: 0.2", "deviations: {village: 0.4"),
            ("perVillage: 55, method: srs, reserve: 3", "perVillage: 15, method: srs, reserve: 0")),
        "plan.yaml"));

    private (string Name, Design Design)[][] _drawn = [];
    private BoundaryRule[] _rules = [];
    private Verdict[][] _verdicts = [];

    [OneTimeSetUp]
    public void JudgeSamples()
    {
        var rules = new BoundaryRules(_county);
        _rules = [.. rules.Single, .. rules.Combined, .. rules.OfEight];
        _drawn = [.. ParallelEnumerable.Range(1, Samples).AsOrdered().Select(seed => _county.Draw((ulong)seed))];
        _verdicts = [.. _drawn.AsParallel().AsOrdered().Select(EvidenceOf).Select(evidence => Array.ConvertAll(_rules, rule => rule.Rule.Judge(evidence, _judgement)))];
    }

    [Test]
    public void FalseVerdictsAreNoMoreFrequentThanRulesAllow()
    {
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < _rules.Length; k++)
            {
                (double met, double notMet) = (Share(_verdicts, own => own[k].Confidence == ConfidenceVerdict.ConfirmedMet), Share(_verdicts, own => own[k].Confidence == ConfidenceVerdict.ConfirmedNotMet));
                TestContext.Out.WriteLine($"{_rules[k].Name} ({_rules[k].OnLine}): met {met}, not met {notMet}");
                Assert.That(met, Is.LessThanOrEqualTo(Limit(_rules[k].MetBound)), $"{_rules[k].Name} ({_rules[k].OnLine}) confirmed met");
                Assert.That(notMet, Is.LessThanOrEqualTo(Limit(_rules[k].NotMetBound)), $"{_rules[k].Name} ({_rules[k].OnLine}) confirmed not met");
                Assert.That(_verdicts.Count(own => own[k].Confidence == ConfidenceVerdict.NotAssessed || own[k].IsContradictory), Is.Zero, _rules[k].Name);
            }

        static double Limit(double bound) => bound * Alpha + MonteCarloErrors * Math.Sqrt(bound * Alpha * (1 - bound * Alpha) / Samples);
    }

    [Test(Description = "A judge who confirms nothing would pass the bounds above.")]
    public void OneConditionOnTheLineIsConfirmedAboutAsOftenAsAlpha()
    {
        int single = new BoundaryRules(_county).Single.Count();
        double share = _verdicts.Average(own => own.Take(single).Average(verdict => verdict.Confidence == ConfidenceVerdict.Undetermined ? 0 : 1.0));
        Assert.That(share, Is.EqualTo(2 * Alpha).Within(MonteCarloErrors * Math.Sqrt(2 * Alpha * (1 - 2 * Alpha) / Samples)), "both directions, on average over the conditions");
    }

    [Test]
    public void VillagesWronglyDeclaredOthersWidenIntervalsThatThenCoverTooMuch()
    {
        var changes = _drawn.AsParallel().AsOrdered().Select(waves => (Shared: ChangeOf(waves, true), Independent: ChangeOf(waves, false))).ToArray();
        double truth = (double)(_county.Truth(DrawnCounty.Literacy, 1) - _county.Truth(DrawnCounty.Literacy, 0));
        double shared = Share(changes, own => Covers(own.Shared, truth)), independent = Share(changes, own => Covers(own.Independent, truth)), wider = changes.Average(own => Width(own.Independent)) / changes.Average(own => Width(own.Shared));
        TestContext.Out.WriteLine($"coverage {shared}, as independent {independent}, wider {wider}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared, Is.EqualTo(0.95).Within(MonteCarloErrors * Math.Sqrt(0.95 * 0.05 / Samples)));
            Assert.That(independent, Is.GreaterThan(0.98));
            Assert.That(wider, Is.GreaterThan(1.25));
        }

        static Interval ChangeOf((string, Design)[] waves, bool samePlaces) => new Waves(samePlaces, waves).Change(Statistic.Proportion(DrawnCounty.Literacy)).Difference.Interval();
    }

    [TestCase(0.22, 0.52, TestName = "AnUnchangedCountyLikeTheAveragePassesAsOftenAsAnnounced")]
    [TestCase(0.21, 0.36, TestName = "AnUnchangedCountyAPointWorsePassesAsOftenAsAnnounced")]
    public void AnUnchangedCountyPassesAsOftenAsAnnounced(double average, double published)
    {
        Target rule = Target.AnyOf(Target.IsBelow(new Reference("province", (decimal)average)), Target.FallsByPercent(10));
        const double Rate = 0.22;
        double error = Math.Sqrt(1.5 * Rate * (1 - Rate) / 640);
        double announced = rule.Judge(EvidenceOf(Rate, Rate, error)).Chances.First(chance => chance.If.English == "nothing changed").Chance;
        double passes = Enumerable.Range(1, NormalSamples).Select(seed => new RandomStream((ulong)seed)).Average(random =>
            rule.Judge(EvidenceOf(Rate + error * random.Normal(), Rate + error * random.Normal(), error)).Published == PublishedVerdict.Met ? 1.0 : 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(announced, Is.EqualTo(published).Within(0.005));
            Assert.That(passes, Is.EqualTo(announced).Within(MonteCarloErrors * Math.Sqrt(announced * (1 - announced) / NormalSamples)));
        }
    }

    private static Evidence EvidenceOf((string Name, Design Design)[] waves) => DrawnEvidence.Of(new Waves(samePlaces: true, waves));

    private static Evidence EvidenceOf(double before, double after, double error)
    {
        return Evidence.Of(Figure("2023", before), Figure("2024", after));

        Figure Figure(string wave, double rate) => new() { Indicator = DrawnCounty.Smoking, Of = wave, Source = FigureSource.Published, Value = rate, StandardError = error };
    }

    private static double Share<T>(T[] samples, Func<T, bool> happened) => samples.Average(sample => happened(sample) ? 1.0 : 0);

    private static bool Covers(Interval interval, double truth) => interval.Low <= truth && truth <= interval.High;

    private static double Width(Interval interval) => interval.High - interval.Low;
}
