using static Survey.Expr;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Every interval of a proportion against R.</summary>
public class ProportionIntervalTests
{
    private static IEnumerable<TestCaseData> Svyciprop => GoldenCase.Of("proportion_intervals.json");

    private static IEnumerable<TestCaseData> Definitions => GoldenCase.Of("proportion_intervals_2.json");

    /// <summary>What svyciprop itself answers, by its own names of the methods.</summary>
    [TestCaseSource(nameof(Svyciprop))]
    public void MatchesSvyciprop(GoldenCase golden)
    {
        string method = golden.Id[(golden.Id.LastIndexOf('.') + 1)..];
        Estimate estimate = Samples.Design(golden.Design).Proportion(golden.Design == "dclus1" ? Col("ell") == 0 : Col("qn8") == 1);
        Interval interval = estimate.Interval(0.95, method switch
        {
            "mean" => IntervalMethod.Wald,
            "logit" or "xlogit" => IntervalMethod.Logit,
            "asin" => IntervalMethod.Arcsine,
            "wilson" => IntervalMethod.Wilson,
            "beta" => IntervalMethod.Beta,
            _ => throw new ArgumentException($"No method is written for {golden.Id}."),
        });
        double tolerance = method == "logit" ? Iterative : ClosedForm; // R's logit is the last step but one of a model

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Value, Close(golden.Numbers("estimate")[0], tolerance));
            IsClose(interval, golden.Numbers("ci95"), tolerance, estimate.Value);
        }
    }

    /// <summary>The definitions, written out in R (pcis in oracle.R), with the degrees of freedom of the design, of the domain or of those who answered.</summary>
    [TestCaseSource(nameof(Definitions))]
    public void MatchesTheDefinitions(GoldenCase golden)
    {
        Estimate estimate = golden.Id switch
        {
            "dnhanes.interval.design" => Samples.Design("dnhanes").Proportion("HI_CHOL"),
            "dnhanes.interval.domain" => Samples.Design("dnhanes", DegreesOfFreedomRule.Domain).Where(Col("race") == 4 & Col("agecat") == "(0,19]").Proportion("HI_CHOL"),
            "dyrbs.interval.answered" => Samples.Design("dyrbs", DegreesOfFreedomRule.Answered).Proportion(Col("qn8") == 1),
            "dstrat.interval.schwide" => Samples.Design("dstrat").Proportion(Col("sch.wide") == "Yes"),
            "dclus1.interval.ell0" => Samples.Design("dclus1").Proportion(Col("ell") == 0),
            "dclus2.interval.near1" => Samples.Design("dclus2").Proportion(Col("meals") >= 2),
            _ => Samples.Design("dyrbs").Proportion(Col("qn8") == 1),
        };
        double level = golden.Numbers("level")[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Value, Close(golden.Numbers("estimate")[0], ClosedForm));
            Assert.That(estimate.StandardError, Close(golden.Numbers("se")[0], ClosedForm));
            Assert.That((estimate.Respondents, estimate.DegreesOfFreedom), Is.EqualTo(((long)golden.Numbers("n")[0], golden.Numbers("df")[0])));
            foreach (IntervalMethod method in Enum.GetValues<IntervalMethod>())
                IsClose(estimate.Interval(level, method), golden.Numbers(method.Called()), ClosedForm, estimate.Value);
            IsClose(estimate.Interval(level), golden.Numbers("r_logit_glm"), Iterative, estimate.Value);
        }
    }

    [Test]
    public void NoCaseIsLeftOutByMistake() => Assert.That((Svyciprop.Count(), Definitions.Count()), Is.EqualTo((10, 9)));

    private static void IsClose(Interval interval, double[] limits, double tolerance, double scale)
    {
        Assert.That(interval.Low, Close(limits[0], tolerance, scale), $"low, {interval.Method.Called()}");
        Assert.That(interval.High, Close(limits[1], tolerance, scale), $"high, {interval.Method.Called()}");
    }
}
