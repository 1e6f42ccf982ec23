using static Survey.Tests.Tolerance;

namespace Survey.Tests.Results;

/// <summary>Intervals by their formulas and at their limits.</summary>
public class IntervalTests
{
    private const string NoVariation = "no variation among the respondents: exact binomial limit, in which clustering and weights are not counted";

    // qt(0.975, 20) and qt(0.95, 20)
    private const double T95 = 2.0859634472658648, T90 = 1.7247182429207868;

    [Test]
    public void AMeanHasTimesTAroundIt()
    {
        Interval interval = Of("mean", 12, 1.5).Interval();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(interval.Low, Close(12 - T95 * 1.5, Distribution));
            Assert.That(interval.High, Close(12 + T95 * 1.5, Distribution));
            Assert.That((interval.Level, interval.Method, interval.Remark), Is.EqualTo((0.95, "wald", (string?)null)));
        }
    }

    [Test]
    public void AProportionHasTheWaldIntervalOfItsLogit()
    {
        // log(0.2/0.8) ± t · 0.03/0.16
        double centre = Math.Log(0.25), margin = T90 * 0.1875;

        Interval interval = Of("proportion", 0.2, 0.03).Interval(0.9);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(interval.Low, Close(Math.Exp(centre - margin) / (1 + Math.Exp(centre - margin)), ClosedForm));
            Assert.That(interval.High, Close(Math.Exp(centre + margin) / (1 + Math.Exp(centre + margin)), ClosedForm));
            Assert.That((interval.Level, interval.Method, interval.Remark), Is.EqualTo((0.9, "logit", (string?)null)));
        }
    }

    [Test]
    public void TheLogitIntervalTurnsWithTheProportion([Values(0.001, 0.2, 0.5)] double p)
    {
        Interval some = Of("proportion", p, 0.01 * p).Interval(), rest = Of("proportion", 1 - p, 0.01 * p).Interval();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rest.Low, Close(1 - some.High, ClosedForm));
            Assert.That(rest.High, Close(1 - some.Low, ClosedForm));
        }
    }

    [Test]
    public void AWaldIntervalOfAProportionMayLeaveTheRange() =>
        Assert.That(Of("proportion", 0.02, 0.02).Interval(0.95, IntervalMethod.Wald).Low, Close(0.02 - T95 * 0.02, ClosedForm));

    [TestCase(1, 0.975)]
    [TestCase(2, 0.84188611699158102)] // 1 - 0.025^(1/2)
    [TestCase(30, 0.1157033082220278)] // 1 - 0.025^(1/30); the binomial chance of no success at that share is 0.025
    public void NobodyHasTheExactLimit(long respondents, double limit)
    {
        Interval none = (Of("proportion", 0, 0) with { Respondents = respondents }).Interval();
        Interval all = (Of("proportion", 1, 0) with { Respondents = respondents }).Interval(0.95, IntervalMethod.Wald);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(none.Low, Is.Zero);
            Assert.That(none.High, Close(limit, ClosedForm));
            Assert.That(Math.Pow(1 - none.High, respondents), Close(0.025, ClosedForm));
            Assert.That(all.Low, Close(1 - limit, ClosedForm));
            Assert.That(all.High, Is.EqualTo(1));
            Assert.That((none.Method, none.Remark), Is.EqualTo(("korn-graubard", NoVariation)));
            Assert.That((all.Method, all.Remark), Is.EqualTo(("korn-graubard", NoVariation)));
        }
    }

    /// <summary>With a million respondents 1 - exp(x) would keep ten digits.</summary>
    [Test]
    public void TheExactLimitOfManyKeepsItsDigits([Values(100_000L, 1_000_000L, 1_000_000_000_000L)] long respondents)
    {
        double x = -Math.Log(0.025) / respondents;

        Assert.That((Of("proportion", 0, 0) with { Respondents = respondents }).Interval().High, Close(x - x * x / 2 + x * x * x / 6, ClosedForm));
    }

    [Test]
    public void AProportionWithoutErrorIsFixedByTheDesign([Values(0.0, 1e-18)] double rounding)
    {
        Interval interval = Of("proportion", 0.3, rounding).Interval();

        Assert.That(interval, Is.EqualTo(new Interval(0.3, 0.3, 0.95, "logit", "fixed by the design")));
    }

    [Test]
    public void WithoutDegreesOfFreedomThereIsNoInterval([Values("mean", "total", "ratio", "proportion")] string statistic, [Values(0, -1, double.NaN)] double df)
    {
        Interval interval = (Of(statistic, 0.3, 0.02) with { DegreesOfFreedom = df }).Interval();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(interval.Low, Is.NaN);
            Assert.That(interval.High, Is.NaN);
            Assert.That(interval.Remark, Is.EqualTo("no interval: there are no degrees of freedom"));
        }
    }

    [Test]
    public void WhatNobodyAnsweredHasNoInterval([Values("mean", "proportion")] string statistic)
    {
        Interval interval = (Of(statistic, double.NaN, double.NaN) with { Respondents = 0 }).Interval();

        Assert.That((interval.Low, interval.High), Is.EqualTo((double.NaN, double.NaN)));
    }

    [Test]
    public void ACoverageOutsideZeroToOneIsRefused([Values(0, 1, 95, -0.5, double.NaN)] double level) =>
        Assert.That(
            () => Of("mean", 1, 1).Interval(level),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("Give the coverage as a fraction, such as 0.95.").And.Property("ParamName").EqualTo("level"));

    [Test]
    public void ALogitIntervalOfAMeanIsRefused() =>
        Assert.That(
            () => Of("mean", 1, 1).Interval(0.95, IntervalMethod.Logit),
            Throws.TypeOf<ArgumentException>().With.Message.StartsWith("A logit interval is for proportions; the mean of y has a Wald interval."));

    [Test]
    public void AMethodThatDoesNotExistIsRefused() =>
        Assert.That(() => Of("proportion", 0.3, 0.1).Interval(0.95, (IntervalMethod)9), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void MoreCoverageIsWider([Values("mean", "proportion")] string statistic)
    {
        double[] widths = [.. ((double[])[0.5, 0.8, 0.9, 0.95, 0.99, 0.999999]).Select(level => Of(statistic, 0.3, 0.02).Interval(level)).Select(interval => interval.High - interval.Low)];

        Assert.That(widths, Is.Ordered.Ascending);
    }

    private static Estimate Of(string statistic, double value, double standardError) => new()
    {
        Statistic = statistic,
        Variable = "y",
        Domain = [],
        Value = value,
        StandardError = standardError,
        DegreesOfFreedom = 20,
        Respondents = 100,
        Missing = 0,
        SumOfWeights = 1_000,
    };
}
