using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>Finds the PSUs that were drawn and have nobody with a weight: a table of those who responded has not got them.</summary>
internal static class PlacesWithout
{
    /// <param name="design">With strata and clusters; or null.</param>
    /// <param name="everyone">With their weights.</param>
    /// <returns>A note that names them; none where every PSU has somebody.</returns>
    public static IReadOnlyList<string> Of(StudyDesign? design, Table everyone)
    {
        if (design is not { Clusters: [var cluster, ..] } || !everyone.Columns.Contains(cluster, StringComparer.Ordinal))
            return [];
        string[] columns = [.. design.Strata.Where(everyone.Columns.Contains).Except([cluster]), cluster];
        int[] psus = RowKeys.Of(everyone, columns);
        ReadOnlySpan<double> weights = ((NumberColumn)everyone[WeightingClasses.Weight]).Values;
        var (first, with) = (new Dictionary<int, int>(), new HashSet<int>());
        for (int row = 0; row < psus.Length; row++)
            if (psus[row] != RowKeys.Missing)
            {
                first.TryAdd(psus[row], row);
                if (weights[row] > 0)
                    with.Add(psus[row]);
            }
        string[] without = [.. first.Where(psu => !with.Contains(psu.Key)).Select(psu => everyone[cluster].TextAt(psu.Value)!).Order(LevelOrder.Natural)];
        return without.Length == 0
            ? []
            : [$"{without.Length} of {first.Count} PSUs ({cluster}) {(without.Length == 1 ? "has" : "have")} no valid respondent: {Excerpt.List(without)}; {(without.Length == 1 ? "it is" : "they are")} in no table of those who responded, whose variances and degrees of freedom are of the other {first.Count - without.Length}"];
    }
}
