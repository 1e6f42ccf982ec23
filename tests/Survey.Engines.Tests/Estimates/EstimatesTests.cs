namespace Survey.Engines.Tests;

/// <summary>Estimates of the same people in memory and in each database, whose shards hold some of them each.</summary>
public class EstimatesTests
{
    private static readonly Table People = SamplePeople.Of(3_000, 7);

    private static IEnumerable<TestCaseData> Cases() => EstimateCase.Of().Select(question => new TestCaseData(question).SetArgDisplayNames(question.Name));

    [TestCaseSource(nameof(Cases))]
    public void OfDuckDbEqualMemory(object question) => EqualEstimates.Assert((EstimateCase)question, People, Loaded.InDuckDb(People));

    [TestCaseSource(nameof(Cases))]
    public void OfPostgreSqlEqualMemory(object question) => EqualEstimates.Assert((EstimateCase)question, People, Loaded.InPostgreSql(People));

    [TestCaseSource(nameof(Cases))]
    public void OfClickHouseEqualMemory(object question) => EqualEstimates.Assert((EstimateCase)question, People, Loaded.InClickHouse(People));
}
