using Survey.Monitoring.Simulating;

namespace Survey.Monitoring;

/// <summary>A survey of a simulated county.</summary>
public sealed class SimulatedWave
{
    internal SimulatedWave(string id, IReadOnlyList<Paper> papers)
    {
        Id = id;
        Papers = papers;
        Households = PaperTable.Of(papers);
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>A row for each household that was drawn, with the answers of those who were interviewed, under the names that the study files use.</summary>
    public Table Households { get; }

    internal IReadOnlyList<Paper> Papers { get; }
}
