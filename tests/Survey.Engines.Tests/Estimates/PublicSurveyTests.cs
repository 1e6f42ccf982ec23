using Survey.Files;
using Survey.Tests;
using static Survey.Expr;

namespace Survey.Engines.Tests;

/// <summary>A real survey: the National Health Interview Survey 2019 where it lies beside the project, else the cholesterol survey of the project's own data.</summary>
public class PublicSurveyTests
{
    private static readonly string National = Repository.File("..", "shared", "data", "reference", "nhis2019_cigarettes.csv");

    private static readonly bool IsNational = File.Exists(National);

    private static readonly Table People = Table.Read(IsNational ? National : Repository.File("datasets", "nhanes-cholesterol", "nhanes_chol.csv"));

    private static IEnumerable<TestCaseData> Cases() =>
        from question in IsNational ? OfNational() : OfCholesterol()
        from engine in (string[])["DuckDB", "PostgreSQL", "ClickHouse"]
        select new TestCaseData(engine, question).SetArgDisplayNames(engine, question.Name);

    [TestCaseSource(nameof(Cases))]
    public void EqualsFile(string engine, object question) => EqualEstimates.Assert((EstimateCase)question, People, Loaded.In(engine, People, IsNational ? "pstrat" : "SDMVSTRA"));

    private static IEnumerable<EstimateCase> OfNational()
    {
        Expr smoker = When(Col("smkev_a") == "No", false, Col("smknow_a").In("Every day", "Some days"));
        var ages = new StandardPopulation((Variable)Cut(Col("agep_a"), 18, 25, 45, 65, 120), ("18-24", 26_258_000), ("25-44", 86_000_000), ("45-64", 61_000_000), ("65-119", 34_000_000));
        Statistic[] statistics = [Statistic.Proportion(smoker), Statistic.Mean("agep_a"), Statistic.Mean("cignow_a"), Statistic.Total(smoker), Statistic.Ratio("cig30d_a", "smk30d_a"), Statistic.StandardizedProportion(smoker, ages)];
        Func<Rows, Design> clustered = rows => new SurveyDesign(rows, "wtfa_a", "pstrat", "ppsu");
        yield return new("everyone", rows => clustered(rows).Estimate(statistics));
        yield return new("by sex and region", rows => clustered(rows).By("sex_a", "region").Estimate(statistics));
        yield return new("adults by race", rows => clustered(rows).Where(Col("agep_a") >= 25).By("hispallp_a").Estimate(statistics[..3]));
        yield return new("shares of now", rows => clustered(rows).By("urbrrl").Shares("smknow_a"));
        yield return new("rows in strata", rows => new SurveyDesign(rows, "wtfa_a", "pstrat").By("region").Estimate(statistics[..4]), RowsAreUnits: true);
        yield return new("PSUs in jackknife replicates", rows => new SurveyDesign(rows, "wtfa_a", "pstrat", "ppsu").Replicates(ReplicateScheme.JKn()).By("sex_a").Estimate(statistics[..2]));
    }

    private static IEnumerable<EstimateCase> OfCholesterol()
    {
        Statistic[] statistics = [Statistic.Proportion("HI_CHOL"), Statistic.Total("HI_CHOL"), Statistic.Ratio("HI_CHOL", "RIAGENDR")];
        Func<Rows, Design> clustered = rows => new SurveyDesign(rows, "WTMEC2YR", "SDMVSTRA", "SDMVPSU");
        yield return new("everyone", rows => clustered(rows).Estimate(statistics));
        yield return new("by race and age", rows => clustered(rows).By("race", "agecat").Estimate(statistics[..2]));
        yield return new("rows in strata", rows => new SurveyDesign(rows, "WTMEC2YR", "SDMVSTRA").By("race").Estimate(statistics), RowsAreUnits: true);
    }
}
