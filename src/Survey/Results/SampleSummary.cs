using System.Globalization;

namespace Survey;

/// <summary>The sample that estimates came from.</summary>
/// <param name="Rows">Rows of the whole sample.</param>
/// <param name="Strata">Strata of the whole sample.</param>
/// <param name="Psus">PSUs of the whole sample.</param>
/// <param name="DegreesOfFreedom">PSUs minus strata of the whole sample, counting those with a row of non-zero weight.</param>
/// <param name="UnknownDomain">Rows of which nobody knows the domain: the condition, or a variable that splits, is missing. They are in no estimate.</param>
/// <param name="Notes">What should be said beside the results.</param>
public sealed record SampleSummary(long Rows, int Strata, long Psus, double DegreesOfFreedom, long UnknownDomain, IReadOnlyList<string> Notes)
{
    /// <summary>The sample in one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows, {(Psus == Rows ? "each a PSU," : $"{Psus:N0} {(Psus == 1 ? "PSU" : "PSUs")}")} in {Strata:N0} {(Strata == 1 ? "stratum" : "strata")}, {DegreesOfFreedom:N0} degrees of freedom")
        + (UnknownDomain > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {UnknownDomain:N0} {(UnknownDomain == 1 ? "row" : "rows")} of unknown domain") : "");
}
