using System.Globalization;

namespace Survey;

/// <summary>The sample that estimates came from.</summary>
/// <param name="RowCount">Rows of the whole sample.</param>
/// <param name="StratumCount">Strata of the whole sample; 0 where only replicate weights are known.</param>
/// <param name="PsuCount">PSUs of the whole sample; 0 where only replicate weights are known.</param>
/// <param name="DegreesOfFreedom">PSUs minus strata of the whole sample, counting those with a row of non-zero weight; of supplied replicate weights their rank less 1.</param>
/// <param name="UnknownDomain">Rows of which nobody knows the domain: the condition, or a variable that splits, is missing. They are in no estimate.</param>
/// <param name="Notes">What should be said beside the results.</param>
public sealed record SampleSummary(long RowCount, int StratumCount, long PsuCount, double DegreesOfFreedom, long UnknownDomain, IReadOnlyList<string> Notes)
{
    /// <summary>Its replicate weights; null where variances are linearized.</summary>
    public ReplicateSummary? Replicates { get; init; }

    /// <summary>Its name, where there are several.</summary>
    public string? Name { get; init; }

    /// <summary>The samples that estimates of several came from; empty for one.</summary>
    public IReadOnlyList<SampleSummary> Parts { get; init; } = [];

    /// <summary>The sample in one line, or each of several in one.</summary>
    public override string ToString() => Parts.Count > 0 ? string.Join('\n', Parts) : Name is null ? Line : $"{Name}: {Line}";

    private string Line =>
        $"{Counted(RowCount, "row", "rows")}, {Units}{(Replicates is null ? "" : $"{Counted(Replicates.Count, "replicate", "replicates")}, ")}{Counted(DegreesOfFreedom, "degree of freedom", "degrees of freedom")}"
        + (UnknownDomain > 0 ? $"; {Counted(UnknownDomain, "row", "rows")} of unknown domain" : "");

    private string Units => PsuCount == 0 ? "" : $"{(PsuCount == RowCount ? "each a PSU," : Counted(PsuCount, "PSU", "PSUs"))} in {Counted(StratumCount, "stratum", "strata")}, ";

    private static string Counted(double count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several)}");
}

/// <summary>Notes of samples, where results are shown.</summary>
internal static class SampleNotes
{
    /// <summary>Adds a line for each note.</summary>
    public static Display AddNotes(this Display display, SampleSummary sample) => display.Add(string.Concat(sample.Notes.Select(note => $"Note: {note}\n")));
}
