namespace Survey.Engines.Tests;

/// <summary>Estimates of the same people in memory and in each database, whose shards hold some of them each.</summary>
public class EstimatesTests
{
    private static readonly Table People = SamplePeople.Of(3_000, 7);

    private static IEnumerable<TestCaseData> Cases() =>
        from engine in (string[])["DuckDB", "PostgreSQL", "ClickHouse"]
        from question in EstimateCase.Of()
        select new TestCaseData(engine, question).SetArgDisplayNames(engine, question.Name);

    [TestCaseSource(nameof(Cases))]
    public void OfDatabaseEqualMemory(string engine, object question) => EqualEstimates.Assert((EstimateCase)question, People, Loaded.In(engine, People));
}
