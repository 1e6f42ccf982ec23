namespace Survey.Monitoring;

/// <summary>How far fieldwork has come in a place, or in all of them.</summary>
/// <param name="Place">Its level; null for all.</param>
/// <param name="Rates">Counts by disposition and response rates; null where only interviews are in the data.</param>
/// <param name="Completes">Interviews.</param>
/// <param name="Target">How many were wanted; NaN where that is not known.</param>
/// <param name="Replacements">Interviews with units that took the place of others; NaN where nobody says which do.</param>
/// <param name="ReplacementNotKnown">Interviews of which it is not known whether they are replacements; they count as none.</param>
/// <param name="Flags">What is to be looked at, in words.</param>
public sealed record FieldworkPlace(DomainLevel? Place, ResponseRates? Rates, int Completes, double Target, double Replacements, int ReplacementNotKnown, IReadOnlyList<string> Flags)
{
    /// <summary>The share of replacements among interviews; NaN where there are none, or nobody says.</summary>
    public double ReplacementShare => Completes > 0 ? Replacements / Completes : double.NaN;

    internal static IReadOnlyList<string> FlagsOf(FieldworkPlace place, FieldworkOptions limits) =>
    [
        .. place.Completes < place.Target ? [$"target not reached ({Figures.Count(place.Completes)} of {Figures.Number(place.Target, 0)})"] : (string[])[],
        .. place.Rates?.Estimated < limits.LowestResponse ? [$"response below {Percent(limits.LowestResponse)}"] : (string[])[],
        .. place.ReplacementShare > limits.MostReplacements ? [$"replacements above {Percent(limits.MostReplacements)}"] : (string[])[],
    ];

    private static string Percent(double share) => $"{Figures.Degrees(100 * share)} %";
}
