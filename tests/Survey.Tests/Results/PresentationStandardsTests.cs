using static Survey.PresentationStatus;

namespace Survey.Tests.Results;

/// <summary>NCHS's standards, rule by rule.</summary>
public class PresentationStandardsTests
{
    private static IEnumerable<TestCaseData> Rules()
    {
        yield return Case("a good figure", Proportion(0.3, 1_000), Show);
        yield return Case("29 respondents", Proportion(0.5, 29), Suppress, "the number of respondents, 29, is under 30");
        yield return Case("29 respondents, none of them", Proportion(0, 29), Suppress, "the number of respondents, 29, is under 30");
        yield return Case("nobody answered", Proportion(double.NaN, 0), Suppress, "the number of respondents, 0, is under 30");
        yield return Case("an effective size of 29.9", Proportion(0.5, 100, effect: 100 / 29.9), Suppress, "the effective sample size, 29.9, is under 30");
        yield return Case("more respondents than the variance needs", Proportion(0.5, 29, effect: 0.1), Suppress, "the number of respondents, 29, is under 30");
        yield return Case("a wide interval", Proportion(0.5, 40), Suppress, "the 95 % interval is 32.4 points wide, not under 30");
        yield return Case("not so wide an interval", Proportion(0.5, 50), Show);
        yield return Case("relatively wide", Proportion(0.03, 200), Suppress, "the 95 % interval is 178.1 % as wide as the estimate, more than 130 %");
        yield return Case("relatively wide for its complement", Proportion(0.97, 200), Show, "the 95 % interval is 178.1 % as wide as the complement, more than 130 %, so 1 - p would be suppressed");
        yield return Case("relatively wide, but narrow", Proportion(0.001, 2_000), Show);
        yield return Case("whose complement is relatively wide, but narrow", Proportion(0.999, 2_000), Show);
        yield return Case("7 degrees of freedom", Proportion(0.3, 1_000, df: 7), Review, "the degrees of freedom, 7, are under 8");
        yield return Case("8 degrees of freedom", Proportion(0.3, 1_000, df: 8), Show);
        yield return Case("suppressed whatever its degrees of freedom", Proportion(0.5, 29, df: 2), Suppress, "the number of respondents, 29, is under 30");
        yield return Case("no degrees of freedom", Proportion(0.3, 1_000, df: 0), Suppress, "no interval: there are no degrees of freedom");
        yield return Case("nobody of 30", Proportion(0, 30), Review, "the estimate is 0 %");
        yield return Case("all of 30, without degrees of freedom", Proportion(1, 30, df: 0), Review, "the estimate is 100 %", "the degrees of freedom, 0, are under 8");
        yield return Case("fixed by the design", Proportion(0.3, 1_000, effect: 0), Show);
        yield return Case("outside 0 to 1", Proportion(0.3, 1_000) with { Value = -0.01 }, Suppress, "no interval: the proportion is not between 0 and 1");
        yield return Case("a mean", Proportion(0.3, 1_000) with { Statistic = "mean" }, NotApplicable, "NCHS has standards for proportions and counts, none for a mean");
    }

    [TestCaseSource(nameof(Rules))]
    public void OfAProportion(Estimate estimate, PresentationStatus status, string[] reasons)
    {
        Presentation presentation = PresentationStandards.Nchs(estimate);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(presentation.Status, Is.EqualTo(status));
            Assert.That(presentation.Reasons, Is.EqualTo(reasons));
            Assert.That(presentation.ComplementUnreliable, Is.EqualTo(reasons.Any(reason => reason.Contains("complement", StringComparison.Ordinal))));
        }
    }

    /// <summary>The decisions one after the other, as the standard's flow chart has them.</summary>
    [Test]
    public void IsTheFlowChart([Range(1, 300)] int seed)
    {
        var random = new Random(seed);
        Estimate estimate = Proportion(random.NextDouble(), random.Next(20, 2_000), random.Next(1, 12), 0.5 + 3 * random.NextDouble());
        double p = estimate.Value, effective = Math.Min(estimate.Respondents, p * (1 - p) / Math.Pow(estimate.StandardError, 2));
        Interval interval = estimate.Interval(0.95, IntervalMethod.KornGraubard);
        double width = interval.High - interval.Low;

        bool display;
        if (effective < 30)
            display = false;
        else if (width <= 0.05)
            display = true;
        else if (width >= 0.30)
            display = false;
        else
            display = !(width / p > 1.30);
        PresentationStatus status = !display ? Suppress : estimate.DegreesOfFreedom < 8 ? Review : Show;

        Presentation presentation = PresentationStandards.Nchs(estimate);
        Assert.That((presentation.Status, presentation.ComplementUnreliable), Is.EqualTo((status, display && width > 0.05 && width / (1 - p) > 1.30)));
    }

    // sinh(t se/x) = 0.8 where the interval is 1.60 x wide; qt(0.975, 9) = 2.2621571628
    [TestCase(10, 0.3238, 8, Show, null)]
    [TestCase(10, 0.3240, 8, Suppress, "the 95 % interval is 160.1 % as wide as the count, more than 160 %")]
    [TestCase(9.99, 0.01, 8, Suppress, "the effective number of those counted, 9.99, is under 10")]
    [TestCase(0, 0.01, 8, Suppress, "the effective number of those counted, 0, is under 10")]
    [TestCase(double.NaN, 0.01, 8, Suppress, "the effective number of those counted, NaN, is under 10")]
    [TestCase(10, 0.3238, 7, Review, "the degrees of freedom, 7, are under 8")]
    [TestCase(1e9, 0, 8, Show, null)]
    [TestCase(1e9, 1e9, 8, Suppress, "the 95 % interval is Infinity % as wide as the count, more than 160 %")]
    public void OfACount(double effectiveSize, double relativeError, double df, PresentationStatus status, string? reason)
    {
        Presentation presentation = PresentationStandards.NchsCount(Count(relativeError) with { DegreesOfFreedom = df }, effectiveSize);

        Assert.That((presentation.Status, presentation.ComplementUnreliable), Is.EqualTo((status, false)));
        Assert.That(presentation.Reasons, Is.EqualTo(reason is null ? [] : (string[])[reason]));
    }

    [Test]
    public void WhatIsNoCountIsRefused() =>
        Assert.That(
            () => PresentationStandards.NchsCount(Proportion(0.3, 1_000), 500),
            Throws.TypeOf<ArgumentException>().With.Message.StartsWith("The standard for counts is for totals of a condition, not for the proportion of y."));

    [Test]
    public void ANegativeSizeIsRefused() => Assert.That(() => PresentationStandards.NchsCount(Count(0.1), -1), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static TestCaseData Case(string name, Estimate estimate, PresentationStatus status, params string[] reasons) => new TestCaseData(estimate, status, reasons).SetName(name);

    private static Estimate Count(double relativeError) => Proportion(0.3, 1_000) with { Statistic = "total", Value = 5_000, StandardError = 5_000 * relativeError };

    private static Estimate Proportion(double p, long n, double df = 100, double effect = 1) => new()
    {
        Statistic = "proportion",
        Variable = "y",
        Domain = [],
        Value = p,
        StandardError = n == 0 ? double.NaN : Math.Sqrt(effect * p * (1 - p) / n),
        DegreesOfFreedom = df,
        Respondents = n,
        Missing = 0,
        SumOfWeights = n,
    };
}
