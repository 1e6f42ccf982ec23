using Survey.Monitoring.Tests.Drawn;
using static Survey.Simulations.MarkdownTable;

namespace Survey.Simulations;

/// <summary>What intervals of a change hold where villages are declared shared, and where the same waves are wrongly declared independent.</summary>
internal static class SharedVillages
{
    public static void Write(TextWriter to, (string Name, DrawnCounty County, string[] Indicators)[] counties, int samples) =>
        MarkdownTable.Write(
            to,
            texts: 2,
            ["county", "indicator", "true change", "correlation", "df", "df that the errors show", "mean SE / SD", "coverage, difference", "coverage, Fieller", "as independent: df", "mean SE / SD", "coverage, difference", "coverage, Fieller", "wider by, difference", "wider by, Fieller"],
            counties.SelectMany(own => Rows(own.Name, own.County, own.Indicators, samples)));

    private static IEnumerable<string[]> Rows(string name, DrawnCounty county, string[] indicators, int samples)
    {
        (Change Shared, Change Independent)[][] all = [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => Changes(indicators, county, sample))];
        for (int k = 0; k < indicators.Length; k++)
        {
            (double before, double after) = ((double)county.Truth(indicators[k], 0), (double)county.Truth(indicators[k], 1));
            Change[] shared = [.. all.Select(own => own[k].Shared)], independent = [.. all.Select(own => own[k].Independent)];
            yield return [
                name, indicators[k], Points(after - before), FormattableString.Invariant($"{shared.Average(own => own.Correlation):0.000}"), DegreesOfFreedom(shared), ShownDegreesOfFreedom(shared), .. Columns(shared, before, after), DegreesOfFreedom(independent), .. Columns(independent, before, after),
                Percent(independent.Average(WidthOfDifference) / shared.Average(WidthOfDifference) - 1), Percent(independent.Average(WidthOfRatio) / shared.Average(WidthOfRatio) - 1)];
        }
    }

    private static (Change Shared, Change Independent)[] Changes(string[] indicators, DrawnCounty county, int sample)
    {
        (string Name, Design Design)[] waves = county.Draw(FalseVerdicts.Seed(sample));
        Waves shared = new(samePlaces: true, waves), independent = new(samePlaces: false, waves);
        return Array.ConvertAll(indicators, indicator => (shared.Change(Statistic.Proportion(indicator)), independent.Change(Statistic.Proportion(indicator))));
    }

    private static string[] Columns(Change[] changes, double before, double after) =>
    [
        Ratio(new ErrorCheck([.. changes.Select(own => (own.Difference.Value, own.Difference.StandardError))])),
        Percent(Frequency.Of(changes.Select(own => own.Difference.Interval() is var set && set.Low <= after - before && after - before <= set.High)).Share),
        Percent(Frequency.Of(changes.Select(own => own.RelativeInterval() is var set && set.Low <= after / before - 1 && after / before - 1 <= set.High)).Share),
    ];

    private static string DegreesOfFreedom(Change[] changes) => FormattableString.Invariant($"{changes.Average(own => own.DegreesOfFreedom):0.#}");

    /// <summary>2 · mean² / variance of the estimated variances: what it is of a multiple of χ².</summary>
    private static string ShownDegreesOfFreedom(Change[] changes)
    {
        double[] variances = [.. changes.Select(own => own.Difference.StandardError * own.Difference.StandardError)];
        double mean = variances.Average(), spread = variances.Sum(own => (own - mean) * (own - mean)) / (variances.Length - 1);
        return FormattableString.Invariant($"{2 * mean * mean / spread:0.0}");
    }

    private static double WidthOfDifference(Change change) => change.Difference.Interval() is var set ? set.High - set.Low : double.NaN;

    private static double WidthOfRatio(Change change) => change.RelativeInterval() is var set ? set.High - set.Low : double.NaN;
}
