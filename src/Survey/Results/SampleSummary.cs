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
        $"{Counted(Rows, "row", "rows")}, {(Psus == Rows ? "each a PSU," : Counted(Psus, "PSU", "PSUs"))} in {Counted(Strata, "stratum", "strata")}, {Counted(DegreesOfFreedom, "degree of freedom", "degrees of freedom")}"
        + (UnknownDomain > 0 ? $"; {Counted(UnknownDomain, "row", "rows")} of unknown domain" : "");

    private static string Counted(double count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several)}");
}
