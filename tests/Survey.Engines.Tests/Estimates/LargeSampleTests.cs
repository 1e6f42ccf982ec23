using static Survey.Expr;

namespace Survey.Engines.Tests;

public class LargeSampleTests
{
    private static readonly Statistic[] Statistics =
    [
        Statistic.Mean("height"), Statistic.Total("height"), Statistic.Proportion("smoker"), Statistic.Mean("age"), Statistic.Ratio("height", "age"), Statistic.StandardDeviation("height"),
    ];

    private static readonly EstimateCase[] Questions =
    [
        new("strata and PSUs", rows => new SurveyDesign(rows, "w", "stratum", "psu").Estimate(Statistics)),
        new("strata and PSUs by town", rows => new SurveyDesign(rows, "w", "stratum", "psu").Where(Col("age") >= 18).By("town").Estimate(Statistics)),
        new("rows", rows => new SurveyDesign(rows, "w").By("smoker").Estimate(Statistics), RowsAreUnits: true),
        new("rows in strata of constant weights", rows => new SurveyDesign(rows, "ws", "stratum").By("town").Estimate(Statistics), RowsAreUnits: true),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from engine in (string[])["PostgreSQL", "ClickHouse"]
        from question in Questions
        select new TestCaseData(engine, question).SetArgDisplayNames(engine, question.Name);

    [TestCaseSource(nameof(Cases))]
    public void OfThreeMillionPeopleEqualMemory(string engine, object question) => EqualEstimates.Assert((EstimateCase)question, LargeSample.People.Value, Loaded.LargeIn(engine));
}
