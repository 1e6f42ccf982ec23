using static Survey.Expr;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Estimation;

/// <summary>What statistics take and refuse, and cases worked out by hand.</summary>
public class StatisticTests
{
    private static readonly Table People = Table.FromColumns([
        ("y", Numbers(1, 0, 2, 1, 0, double.NaN)),
        ("smokes", (Column)new FlagColumn([true, null, false, false, true, true])),
        ("kind", new CategoryColumn(["a", "b", "a", null, "b", "a"]))]);

    private static readonly SurveyDesign Design = new(People);

    [Test]
    public void AProportionOfANumberThatIsNeitherZeroNorOne()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design.Proportion("y"), "'y' is 2 in row 3, where a proportion takes true and false or 0 and 1; write a condition such as y = 1, or declare other codes as missing.");
            Refuses(() => Design.Proportion(Col("y") / 4), "'y / 4' is 0.25 in row 1, where a proportion takes true and false or 0 and 1; write a condition such as y / 4 = 1, or declare other codes as missing.");
            Assert.That(Design.Proportion(Col("y") > 0).Value, Is.EqualTo(0.6));
        }
    }

    [Test]
    public void SharesOfTooManyLevelsOrNone()
    {
        CategoryColumn many = new([.. Enumerable.Range(0, 1_001).Select(k => $"{k}")]), none = new([null, null]);
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(Table.FromColumns([("c", (Column)many)])).Shares("c"), "'c' has 1,001 levels, and shares are of at most 1,000; group them, or ask for the proportions that matter.");
            Refuses(() => new SurveyDesign(Table.FromColumns([("c", (Column)none)])).Shares("c"), "'c' has no levels: it is missing in every row.");
        }
    }

    [Test]
    public void EqualEstimatesAreEqual()
    {
        Estimate first = Design.By("kind").Proportion("smokes")[0], again = Design.By("kind").Proportion("smokes")[0];
        Assert.That(again, Is.EqualTo(first));
    }

    [Test]
    public void NothingIsNoDesignNoConditionAndNoVariable()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new SurveyDesign(null!), Throws.ArgumentNullException);
            Assert.That(() => Design.Where(null!), Throws.ArgumentNullException);
            Assert.That(() => Design.Mean((string)null!), Throws.ArgumentNullException);
            Assert.That(() => Design.Mean((Expr)null!), Throws.ArgumentNullException);
            Assert.That(() => Design.By(), Throws.ArgumentException);
            Assert.That(() => Design.Estimate(), Throws.ArgumentException);
        }
    }

    [Test]
    public void OnlyRowsOfTheDomainMustBeZeroOrOne()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design.Where(Col("kind") == "b").Proportion("y").Value, Is.Zero);
            Refuses(() => Design.Where(Col("kind") == "a").Proportion("y"), "'y' is 2 in row 3, where a proportion takes true and false or 0 and 1; write a condition such as y = 1, or declare other codes as missing.");
        }
    }

    [Test]
    public void TheRowOfALaterChunkIsNamedToo()
    {
        double[] late = new double[70_000];
        late[66_000] = -1;

        Assert.That(() => new SurveyDesign(Table.FromColumns([("late", late)])).Proportion("late"), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("'late' is -1 in row 66001, "));
    }

    [Test]
    public void AMeanOfACategory() => Assert.That(() => Design.Mean("kind"), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("'kind' is a category"));

    [Test]
    public void SharesOfANumber() => Refuses(() => Design.Shares("y"), "Shares are of the levels of a category, and 'y' has none; group it with cut(y, ...), or read it as a category.");

    [Test]
    public void NothingAsked() =>
        Assert.That(() => Design.Estimate(), Throws.ArgumentException.With.Message.StartsWith("Give at least one statistic, such as Statistic.Proportion(\"smoker\")."));

    [Test]
    public void AnUnknownVariable() => Refuses(() => Design.Mean("smoke"), "There is no column 'smoke'; did you mean 'smokes'?");

    [Test]
    public void AFlagIsZeroAndOne()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design.Mean("smokes").Value, Is.EqualTo(0.6));
            Assert.That(Design.Total("smokes").Value, Is.EqualTo(3));
            Assert.That(Design.Proportion("smokes").Missing, Is.EqualTo(1));
        }
    }

    [Test]
    public void ARatioToNothingIsNotANumber()
    {
        Estimate ratio = Design.Ratio("y", Col("y") - Col("y"));

        Assert.That((ratio.Value, ratio.StandardError, ratio.Respondents), Is.EqualTo((double.NaN, double.NaN, 5L)));
    }

    [Test]
    public void TheErrorOfAMeanOfEqualValuesIsZero()
    {
        Estimate mean = Design.Mean(Col("y") * 0 + 0.1);

        Assert.That((mean.Value, mean.StandardError), Is.EqualTo((0.1, 0.0)));
    }

    /// <summary>
    /// Strata a, b of two PSUs, c of one, d of one whose only row has weight 0. PSU totals: a 3, 5; b 10, 4; c 8; d 0. It is a PSU and a stratum all the same:
    /// H = 4, L = 2, and the mean of all PSUs is 30/6 = 5. The survey package 4.1.1 gives the same for certainty and average.
    /// </summary>
    [TestCase(LonelyPsu.Certainty, 4 + 36)]
    [TestCase(LonelyPsu.Average, (4 + 36) * 4 / 2)]
    [TestCase(LonelyPsu.Adjust, 4 + 36 + 9 + 25)]
    public void ALonelyStratumOfWeightZeroCounts(LonelyPsu rule, double variance)
    {
        Table table = Table.FromColumns([
            ("h", (Column)new CategoryColumn(["a", "a", "b", "b", "c", "d"])),
            ("w", Numbers(1, 1, 2, 1, 4, 0)),
            ("y", Numbers(3, 5, 5, 4, 2, 7))]);
        Estimate rows = new SurveyDesign(table, "w", "h", lonelyPsu: rule).Total("y");
        Estimate units = new SurveyDesign(table.With("psu", Numbers(1, 2, 1, 2, 1, 1)), "w", "h", "psu", lonelyPsu: rule).Total("y");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.StandardError, Close(Math.Sqrt(variance), ClosedForm));
            Assert.That(units.StandardError, Close(Math.Sqrt(variance), ClosedForm));
            Assert.That(rows.DegreesOfFreedom, Is.EqualTo(5 - 3), "but for degrees of freedom it does not");
        }
    }

    [Test]
    public void WhereEveryStratumIsLonelyTheirAverageIsUnknown()
    {
        Table table = Table.FromColumns([("h", (Column)new CategoryColumn(["a", "b"])), ("y", Numbers(3, 5))]);

        Assert.That(new SurveyDesign(table, strata: "h", lonelyPsu: LonelyPsu.Average).Mean("y").StandardError, Is.NaN);
    }

    private static void Refuses(Func<object> ask, string sentence) => Assert.That(() => ask(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
