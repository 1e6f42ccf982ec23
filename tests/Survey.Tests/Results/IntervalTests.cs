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
            Assert.That((interval.Level, interval.Method, interval.Remark), Is.EqualTo((0.95, IntervalMethod.Wald, (string?)null)));
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
            Assert.That((interval.Level, interval.Method, interval.Remark), Is.EqualTo((0.9, IntervalMethod.Logit, (string?)null)));
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
            Assert.That((none.Method, none.Remark), Is.EqualTo((IntervalMethod.KornGraubard, NoVariation)));
            Assert.That((all.Method, all.Remark), Is.EqualTo((IntervalMethod.KornGraubard, NoVariation)));
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
    public void AProportionWithoutErrorIsFixedByTheDesign([Values(0.0, 1e-18)] double rounding, [Values] IntervalMethod method)
    {
        Interval interval = Of("proportion", 0.3, rounding).Interval(0.95, method);

        Assert.That(interval, Is.EqualTo(new Interval(0.3, 0.3, 0.95, method, "fixed by the design")));
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
    public void WhatIsForProportionsIsRefusedOfAMean() =>
        Assert.Multiple(() =>
        {
            Assert.That(
                () => Of("mean", 1, 1).Interval(0.95, IntervalMethod.KornGraubard),
                Throws.TypeOf<ArgumentException>().With.Message.StartsWith("The korn-graubard interval is for proportions; the mean of y has a Wald interval."));
            Assert.That(
                () => Of("mean", 1, 1).Interval(0.95, null, 1.5),
                Throws.TypeOf<ArgumentException>().With.Message.StartsWith("A design effect is assumed for proportions of 0 or 1; the mean of y is no proportion."));
        });

    [Test]
    public void ADesignEffectBelowOneIsRefused([Values(0.99, 0, -1, double.NaN, double.PositiveInfinity)] double effect) =>
        Assert.That(
            () => Of("proportion", 0.3, 0.1).Interval(0.95, null, effect),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("Give a design effect of at least 1, such as 1.5").And.Property("ParamName").EqualTo("assumedDesignEffect"));

    /// <summary>30 respondents with a design effect of 1.5 count for 20.</summary>
    [Test]
    public void AnAssumedDesignEffectDividesTheRespondentsOfNobodyAndOfAll([Values] IntervalMethod method)
    {
        Interval none = (Of("proportion", 0, 0) with { Respondents = 30 }).Interval(0.95, method, 1.5);
        Interval all = (Of("proportion", 1, 0) with { Respondents = 30 }).Interval(0.95, method, 1.5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((none.Low, all.High), Is.EqualTo((0.0, 1.0)));
            Assert.That(none.High, Close(1 - Math.Pow(0.025, 1.0 / 20), ClosedForm));
            Assert.That(all.Low, Close(Math.Pow(0.025, 1.0 / 20), ClosedForm));
            Assert.That(none.Remark, Is.EqualTo("no variation among the respondents: exact binomial limit, for an assumed design effect of 1.5"));
        }
    }

    [Test]
    public void AnAssumedDesignEffectChangesNoOtherInterval([Values] IntervalMethod method) =>
        Assert.That(Of("proportion", 0.3, 0.05).Interval(0.95, method, 3), Is.EqualTo(Of("proportion", 0.3, 0.05).Interval(0.95, method)));

    /// <summary>Data have none such, since one respondent is 0 or 1.</summary>
    [Test]
    public void OfOneRespondentThereAreNoBinomialLimits([Values(IntervalMethod.Beta, IntervalMethod.KornGraubard)] IntervalMethod method)
    {
        Interval interval = (Of("proportion", 0.3, 0.1) with { Respondents = 1 }).Interval(0.95, method);

        Assert.That((interval.Low, interval.High, interval.Remark), Is.EqualTo((double.NaN, double.NaN, "no interval: the method needs two respondents")));
    }

    [Test]
    public void AnUnknownErrorHasNoInterval([Values("mean", "proportion")] string statistic)
    {
        Interval interval = Of(statistic, 0.3, double.NaN).Interval();

        Assert.That((interval.Low, interval.High, interval.Remark), Is.EqualTo((double.NaN, double.NaN, "no interval: the standard error is not known")));
    }

    /// <summary>Negative weights can put a proportion outside.</summary>
    [Test]
    public void AProportionOutsideZeroToOneHasOnlyAWaldInterval([Values] IntervalMethod method)
    {
        Interval interval = Of("proportion", -0.01, 0.02).Interval(0.95, method);

        if (method == IntervalMethod.Wald)
            Assert.That(interval.Low, Close(-0.01 - T95 * 0.02, ClosedForm));
        else
            Assert.That((interval.Low, interval.Remark), Is.EqualTo((double.NaN, "no interval: the proportion is not between 0 and 1")));
    }

    [Test]
    public void MethodsHaveTheirUsualNames() =>
        Assert.That(Enum.GetValues<IntervalMethod>().Select(method => method.Called()), Is.EqualTo(["wald", "logit", "likelihood", "arcsine", "wilson", "beta", "korn-graubard"]));

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
