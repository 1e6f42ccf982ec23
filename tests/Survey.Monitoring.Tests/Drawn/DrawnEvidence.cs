namespace Survey.Monitoring.Tests.Drawn;

/// <summary>What two waves of a <see cref="DrawnCounty"/> say of its indicators, with the covariances of all their figures. A rule is about literacy where it names no other.</summary>
internal static class DrawnEvidence
{
    /// <summary>The evidence of a sample.</summary>
    public static Evidence Of(Waves waves) => Of(waves, (_, _, estimate) => estimate.Value);

    /// <summary>The evidence of a sample that happened to hit the truth: the true values, with the errors that were estimated.</summary>
    public static Evidence AtTruth(Waves waves, DrawnCounty county) => Of(waves, (indicator, wave, _) => (double)county.Truth(indicator, wave));

    private static Evidence Of(Waves waves, Func<string, int, Estimate, double> value)
    {
        Estimates estimates = waves.Estimate([.. DrawnCounty.Indicators.Select(indicator => Statistic.Proportion(indicator))]);
        bool shares = !waves.Overlap().IsIndependent;
        var set = new FigureSet();
        for (int k = 0; k < estimates.Count; k++)
        {
            (string indicator, int wave) = (DrawnCounty.Indicators[k / 2], k % 2);
            set.Add(Figure.Estimated(indicator, waves.Names[wave], estimates[k]) with { Value = value(indicator, wave, estimates[k]) });
            for (int earlier = 0; earlier < k; earlier++)
                set.Relate(earlier, k, estimates.Covariance(earlier, k), shares || (k - earlier) % 2 == 0);
        }
        return new Evidence(set) { Indicator = DrawnCounty.Literacy, Wave = waves.Names[1], Waves = waves.Names, LastYear = waves.Names[0], Start = waves.Names[0] };
    }
}
