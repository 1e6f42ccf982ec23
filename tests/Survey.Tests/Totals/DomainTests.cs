using static Survey.Expr;
using static Survey.Statistic;

namespace Survey.Tests.Totals;

/// <summary>Who is in a domain, and how many domains there may be.</summary>
public class DomainTests
{
    private static readonly Table People = Table.FromColumns([
        ("y", Numbers(1, 2, 3, 4, 5, 6)),
        ("age", Numbers(15, 16, double.NaN, 16, 17, 15)),
        ("sex", new CategoryColumn(["男", "女", "男", null, "女", "男"], ["男", "女", "other"])),
        ("smokes", (Column)new FlagColumn([true, null, false, false, true, true])),
        ("day", new DateColumn([new(2024, 9, 30), null, new(2024, 1, 2), new(2024, 9, 30), null, null]))]);

    private static readonly SurveyDesign Design = new(People);

    [Test]
    public void TheLevelsOfTheFirstVariableAreTheSlowest()
    {
        Estimates estimates = Design.By("sex", "age").Total("y");

        Assert.That(
            estimates.Select(estimate => string.Join('/', estimate.Domain.Select(level => level.Level)) + " " + estimate.Respondents),
            Is.EqualTo("男/15 2|男/16 0|男/17 0|女/15 0|女/16 1|女/17 1|other/15 0|other/16 0|other/17 0".Split('|')));
    }

    [Test]
    public void DaysAndFlagsSplitToo()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(Design.By("day").Total("y")), Is.EqualTo("day = 2024-01-02: 1, day = 2024-09-30: 2"));
            Assert.That(Names(Design.By("smokes").Total("y")), Is.EqualTo("smokes = false: 2, smokes = true: 3"));
        }
    }

    [Test]
    public void RowsOfUnknownDomainAreCountedOnce()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design.By("sex", "age").Total("y").Sample.UnknownDomain, Is.EqualTo(2));
            Assert.That(Design.Where(Col("smokes")).Estimate(Total("y")).Sample.UnknownDomain, Is.EqualTo(1));
            Assert.That(Design.Where(Col("y") < 3).By("age").Total("y").Sample.UnknownDomain, Is.Zero, "a row that is not meant needs no domain");
        }
    }

    [Test]
    public void ADomainOfADomainIsBoth() =>
        Assert.That(Design.Where(Col("age") > 15).Where(Col("sex") == "女").Total("y").Value, Is.EqualTo(7));

    [Test]
    public void NobodyInTheDomain()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design.Where(Col("age") > 80).Mean("y"), "Nobody is in the domain: of 6 rows none has age > 80 (of 1 it is unknown).");
            Refuses(() => Design.Where(Col("sex") == "onther").Mean("y"), "Nobody is in the domain: of 6 rows none has sex = 'onther' (of 1 it is unknown); 'sex' has no level 'onther', so nothing is equal to it; did you mean 'other'?");
            Refuses(() => Design.Where(Col("age") > 80 & Col("smokes")).By("sex").Mean("y"), "Nobody is in the domain: of 6 rows none has age > 80 and smokes and a value of sex.");
            Refuses(() => new SurveyDesign(People.With("age", Numbers(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN))).By("age").Mean("y"), "Nobody is in the domain: of 6 rows none has a value of age (of 6 it is unknown).");
        }
    }

    [Test]
    public void TooManyNumbers()
    {
        double[] ids = [.. Enumerable.Range(0, 10_001).Select(row => (double)row)];

        Refuses(
            () => new SurveyDesign(Table.FromColumns([("id", ids)])).By("id").Mean("id"),
            "'id' has more than 10,000 different values, too many to split by; group them, such as cut(id, 15, 25, 35).");
    }

    [Test]
    public void TooManyDomains()
    {
        double[] ids = [.. Enumerable.Range(0, 1_001).Select(row => (double)row)];

        Refuses(
            () => new SurveyDesign(Table.FromColumns([("id", ids)])).By("id", ((Variable)"id").As("again")).Mean("id"),
            "The levels of id, again make more than 1,000,000 domains; split by fewer variables, or group their values with cut.");
    }

    /// <summary>Thirty thousand standard errors; their covariance matrix would take 7 gigabytes.</summary>
    [Test]
    public void TenThousandDomainsOfRowsNeedNoMatrix()
    {
        double[] ids = [.. Enumerable.Range(0, 20_000).Select(row => (double)(row / 2))], y = [.. ids.Select((_, row) => (double)(row % 2))];
        Estimates estimates = new SurveyDesign(Table.FromColumns([("id", ids), ("y", y)])).By("id").Estimate(Mean("y"), Total("y"), Proportion("y"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimates, Has.Count.EqualTo(30_000));
            Assert.That(estimates.Take(10_000).Select(mean => mean.Value), Is.All.EqualTo(0.5));
            Assert.That(estimates.Skip(10_000).Take(10_000).Select(total => total.StandardError).Distinct().Count(), Is.EqualTo(1));
            Assert.That(estimates.Covariance(7, 20_007), Is.EqualTo(estimates[7].StandardError * estimates[7].StandardError).Within(1).Ulps);
        }
    }

    private static string Names(Estimates estimates) => string.Join(", ", estimates.Select(estimate => $"{estimate.Domain[0].Variable} = {estimate.Domain[0].Label}: {estimate.Respondents}"));

    private static void Refuses(Func<object> ask, string sentence) => Assert.That(() => ask(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
