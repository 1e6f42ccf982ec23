using Survey.Files;

namespace Survey.Engines.Tests;

public class DuckDbEstimatesTests
{
    private static readonly Table People = SamplePeople.Of(3_000, 7);

    [OneTimeSetUp]
    public void Load()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.parquet");
        People.Write(file);
        Engines.RunOnDuckDb($"CREATE TABLE people AS SELECT * FROM read_parquet('{file}')");
        File.Delete(file);
    }

    [TestCaseSource(typeof(EstimateCase), nameof(EstimateCase.Of))]
    public void EqualsMemory(object question) => EqualEstimates.Assert((EstimateCase)question, People, new Engine(Engines.DuckDb).Open("people"));
}
