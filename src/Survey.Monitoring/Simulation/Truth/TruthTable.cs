namespace Survey.Monitoring.Simulating;

/// <summary>The true figures of a simulated county: everyone's, none of them estimated.</summary>
internal static class TruthTable
{
    /// <summary>Variables by which figures are split, and their levels, as the study files call them.</summary>
    /// <remarks>The order of levels is that of <see cref="TruthSums"/>.</remarks>
    public static IReadOnlyList<(string? Variable, string? Level)> Domains(IReadOnlyList<Town> towns) =>
    [
        (null, null),
        .. Labels.Areas.Select(level => ("area", level)),
        .. Labels.Sexes.Select(level => ("sex", level)),
        .. AgeGroups.Labels.Skip(1).Select(level => ("ageGroup", level)),
        .. Education.Labels.Select(level => ("education", level)),
        .. towns.Select(town => ("town", town.Code)),
    ];

    /// <summary>A row for each wave, indicator and domain.</summary>
    public static Table Of(County county, int threads)
    {
        var waves = new List<string?>();
        var indicators = new List<string?>();
        var variables = new List<string?>();
        var levels = new List<string?>();
        var people = new List<double>();
        var values = new List<double>();
        IReadOnlyList<(string? Variable, string? Level)> domains = Domains(county.Towns);
        for (int wave = 0; wave < county.Plan.Waves.Count; wave++)
        {
            TruthSums sums = TruthSums.Of(county, wave, threads);
            foreach (TrueFigure indicator in TrueFigure.All)
                for (int domain = 0; domain < domains.Count; domain++)
                    if (sums.People(indicator, domain) is > 0 and var count)
                    {
                        waves.Add(county.Plan.Waves[wave].Id);
                        indicators.Add(indicator.Name);
                        variables.Add(domains[domain].Variable);
                        levels.Add(domains[domain].Level);
                        people.Add(count);
                        values.Add((double)sums.Sum(indicator, domain) / count);
                    }
        }
        return Table.FromColumns(
        [
            ("wave", new CategoryColumn([.. waves], [.. waves.Distinct()!])),
            ("indicator", new CategoryColumn([.. indicators], [.. indicators.Distinct()!])),
            ("variable", new CategoryColumn([.. variables])),
            ("level", new CategoryColumn([.. levels])),
            ("people", new NumberColumn([.. people])),
            ("value", (Column)new NumberColumn([.. values])),
        ]);
    }
}
