using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Comparing;

/// <summary>How contrasts are asked for, and what they refuse.</summary>
public class ContrastTests
{
    private static readonly Table People = Survey.Table.FromColumns([
        ("psu", (System.Collections.IEnumerable)(double[])[1, 2, 3, 4, 5, 6]),
        ("y", (double[])[1, 3, 2, 6, 5, 9]),
        ("x", (double[])[2, 2, 4, 3, 7, 5]),
        ("sex", (string[])["men", "women", "men", "women", "men", "women"]),
        ("area", (string[])["town", "town", "land", "land", "town", "land"])]);

    private static SurveyDesign Design => new(People, clusters: "psu");

    [TestCase("p2 - p1")]
    [TestCase("women - men")]
    [TestCase("\"women\" - \"men\"")]
    [TestCase("-1 1")]
    [TestCase("-1, +1")]
    [TestCase("-(men - women)")]
    [TestCase("women - men as gap")]
    public void DomainsAreNamedByTheirLevels(string expression)
    {
        Estimates by = Design.By("sex").Mean("y");
        Contrast contrast = by.Contrast(expression);
        Assert.That(contrast.Value, Close(6 - 8.0 / 3, ClosedForm));
        Assert.That(contrast.StandardError, Close(by.Contrast([-1, 1]).StandardError, ClosedForm));
    }

    [Test]
    public void ALinearContrastIsNamedByItsEstimates() =>
        Assert.That(
            ((string[])[Design.By("sex").Mean("y").Contrast([-1, 0.5]).Name, Design.By("sex").Mean("y").Contrast([1, -2]).Name, Design.By("sex").Mean("y").Contrast([1, -1], "gap").Name, Design.By("sex").Mean("y").Contrast([0, 0]).Name]),
            Is.EqualTo(["-men + 0.5 women", "men - 2 women", "gap", "0"]));

    [TestCase("\"women.land\" - \"men.town\"", 7.5 - 3)]
    [TestCase("p3 / p1", 7.5 / 2)]
    public void TwoVariablesStandWithAPoint(string expression, double value) =>
        Assert.That(Design.By("sex", "area").Mean("y").Contrast(expression).Value, Close(value, ClosedForm));

    [TestCase("y / x")]
    [TestCase("y - 2 * x + 4")]
    public void VariablesStandByTheirName(string expression) => Assert.That(Design.Estimate(Mean("y"), Mean("x")).Contrast(expression).StandardError, Is.GreaterThan(0));

    [Test]
    public void BothStandWithAColon() =>
        Assert.That(Design.By("sex").Estimate(Mean("y"), Mean("x")).Contrast("\"women:y\" - \"men:x\"").Value, Close(6 - 13.0 / 3, ClosedForm));

    [TestCase("women - child", "No estimate is called 'child'; they are \"men\", \"women\", or p1 to p2 in that order.")]
    [TestCase("women - man", "No estimate is called 'man'; did you mean 'men'?")]
    [TestCase("p3 - p1", "No estimate is called 'p3'; they are \"men\", \"women\", or p1 to p2 in that order.")]
    [TestCase("p1 > p2", "'p1 > p2' has no place in a contrast, which is a smooth function of estimates: use + - * /, log, exp, sqrt and abs.")]
    [TestCase("age(p1, '2024-09-30')", "'age(p1, '2024-09-30')' has no place in a contrast, which is a smooth function of estimates: use + - * /, log, exp, sqrt and abs.")]
    [TestCase("left(p1, 2)", "'left(p1, 2)' has no place in a contrast, which is a smooth function of estimates: use + - * /, log, exp, sqrt and abs.")]
    [TestCase("round(p1)", "'round(p1)' has no place in a contrast, which is a smooth function of estimates: use + - * /, log, exp, sqrt and abs.")]
    [TestCase("1 -1 0", "The contrast has 3 coefficients for 2 estimates; give one for each, 0 for those that play no part.")]
    [TestCase("1 NaN", "A coefficient of a contrast is a finite number, not NaN.")]
    public void WhatIsNoContrastIsRefused(string expression, string message) =>
        Assert.That(() => Design.By("sex").Mean("y").Contrast(expression), Throws.ArgumentException.With.Message.StartsWith(message));

    /// <summary>Levels are often coded 1 and 2.</summary>
    [TestCase("-1 +1")]
    [TestCase("p2 - p1")]
    [TestCase("\"2\" - \"1\"")]
    public void LevelsThatAreCodedAsNumbers(string expression) =>
        Assert.That(new SurveyDesign(People.With("code", Expr.When(Expr.Col("sex") == "men", 1, 2)), clusters: "psu").By("code").Mean("y").Contrast(expression).Value, Close(6 - 8.0 / 3, ClosedForm));

    [Test]
    public void ANameOfTwoIsRefused() =>
        Assert.That(() => Design.By("sex").Estimate(Mean("y"), Mean("y")).Contrast("women - men"), Throws.ArgumentException.With.Message.StartsWith("Several estimates are called 'women'; name them by their place, p1 to p4."));

    [TestCase("log(men - men)")]
    [TestCase("1 / (men - men)")]
    [TestCase("sqrt(men - 100)")]
    public void WhatIsUndefinedIsMissing(string expression)
    {
        Contrast contrast = Design.By("sex").Mean("y").Contrast(expression);
        Assert.That((contrast.Value, contrast.StandardError, contrast.Interval().Low, contrast.PValue), Is.EqualTo((double.NaN, double.NaN, double.NaN, double.NaN)));
    }

    [Test]
    public void DerivativesAreExact()
    {
        Estimates two = Design.Estimate(Mean("y"), Mean("x"));
        (double y, double x) = (two[0].Value, two[1].Value);
        double[,] v = two.CovarianceMatrix();
        foreach ((string text, double value, double dy, double dx) in ((string, double, double, double)[])[
            ("y * y / x", y * y / x, 2 * y / x, -y * y / x / x),
            ("exp(y / 10) * log(x)", Math.Exp(y / 10) * Math.Log(x), Math.Exp(y / 10) * Math.Log(x) / 10, Math.Exp(y / 10) / x),
            ("sqrt(y * x)", Math.Sqrt(y * x), Math.Sqrt(x / y) / 2, Math.Sqrt(y / x) / 2),
            ("abs(x - 2 * y) / y", Math.Abs(x - 2 * y) / y, Math.Sign(x - 2 * y) * (-2 / y) - Math.Abs(x - 2 * y) / y / y, Math.Sign(x - 2 * y) / y)])
        {
            Contrast contrast = two.Contrast(text);
            Assert.That(contrast.Value, Close(value, ClosedForm));
            Assert.That(contrast.StandardError, Close(Math.Sqrt(dy * dy * v[0, 0] + dx * dx * v[1, 1] + 2 * dy * dx * v[0, 1]), ClosedForm, 1), text);
        }
    }

    [Test]
    public void DifferencesAreOfEveryPairOfDomains()
    {
        Contrasts differences = Design.By("area").Estimate(Mean("y"), Mean("x")).Differences();
        Assert.That(differences.Select(difference => difference.Name), Is.EqualTo(["town:y - land:y", "town:x - land:x"]));
        Contrasts shares = Design.Shares("sex").Differences();
        Assert.That(shares.Select(difference => difference.Name), Is.EqualTo(["women - men"]));
        Assert.That(shares[0].Value, Is.Zero);
    }

    [Test]
    public void AContrastHasAnIntervalAndATest()
    {
        Contrast contrast = new() { Name = "d", Value = 3, StandardError = 1.5, DegreesOfFreedom = 10 };
        Assert.That(contrast.TStatistic, Is.EqualTo(2));
        Assert.That(contrast.PValue, Close(2 * StudentT.UpperTail(2, 10), ClosedForm));
        Assert.That(contrast.Interval(0.9).High, Close(3 + 1.5 * StudentT.UpperQuantile(0.05, 10), ClosedForm));
        Assert.That(() => contrast.Interval(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That((contrast with { DegreesOfFreedom = 0 }).Interval().Low, Is.NaN);
    }

    [Test]
    public void IndependentSamplesHaveTheDegreesOfWelchAndSatterthwaite()
    {
        Estimates county = Design.Estimate(Mean("y")), province = new SurveyDesign(People.With("y", Expr.Col("y") * 2), strata: "sex", clusters: "psu").Estimate(Mean("y"));
        Estimates both = Estimates.Independent(("county", county), ("province", province));
        Contrast difference = both.Contrast("county - province");
        (double a, double b) = (county[0].StandardError * county[0].StandardError, province[0].StandardError * province[0].StandardError);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(both.Covariance(0, 1), Is.Zero);
            Assert.That(difference.StandardError, Close(Math.Sqrt(a + b), ClosedForm));
            Assert.That(difference.DegreesOfFreedom, Close((a + b) * (a + b) / (a * a / 5 + b * b / 4), ClosedForm));
            Assert.That(both.Contrast("2 * county").DegreesOfFreedom, Is.EqualTo(5));
            Assert.That(both[1].Domain[0], Is.EqualTo(new DomainLevel("sample", "province", "province")));
        }
    }

    [Test]
    public void ATableOfContrasts() =>
        Assert.That(Design.By("sex").Proportion(Expr.Col("y") > 2).Contrasts("women - men", "women / men as ratio").ToText(), Is.EqualTo("""
            contrast     value          std. error     95 % interval  df  t (of 0)  p (of 0)
            -----------  -----  ------  ----------  ----------------  --  --------  --------
            women - men  66.67  points       29.81  -61.61 to 194.95   2      2.24    0.1548
            ratio         3.00                2.68    -8.55 to 14.55   2      1.12    0.3798

            """));
}
