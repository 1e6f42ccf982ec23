using Survey.Monitoring;
using Survey.Monitoring.Weighting;

namespace Survey.Reporting.Analysis;

/// <summary>Who was asked, unweighted and weighted, beside the population that weights were brought to.</summary>
/// <param name="Group">By which.</param>
/// <param name="Rows">One a level.</param>
internal sealed record SampleProfile(GroupVariable Group, IReadOnlyList<SampleProfileRow> Rows)
{
    /// <summary>Whether the population is known.</summary>
    public bool HasPopulation => Rows.All(row => double.IsFinite(row.Population));

    /// <summary>The profile of each group variable.</summary>
    public static IReadOnlyList<SampleProfile> Of(ReportStudy study) => [.. study.Groups.Select(group => Of(study, group))];

    private static SampleProfile Of(ReportStudy study, GroupVariable group)
    {
        Column values = Labels.Values(study.Table, group.Variable);
        string[] levels = [.. group.Levels.Select(own => own.Level)];
        double[] weights = study.Indicators.Weights?[study.Year].Result is { } result ? ((NumberColumn)study.Table[result.Weight]).Values.ToArray() : [.. Enumerable.Repeat(1.0, study.Table.RowCount)];
        double[]? before = BeforeCalibration(study);
        double[] count = new double[levels.Length], weighted = new double[count.Length], designed = new double[count.Length];
        for (int row = 0; row < weights.Length; row++)
            if (Array.IndexOf(levels, values.TextAt(row)) is >= 0 and var code)
            {
                count[code]++;
                weighted[code] += weights[row];
                designed[code] += before?[row] ?? double.NaN;
            }
        double[]? population = PopulationShares.Of(study, group);
        return new SampleProfile(group, [.. group.Levels.Select((level, k) => new SampleProfileRow(level.Label, (long)count[k], count[k] / count.Sum(), designed[k] / designed.Sum(), weighted[k] / weighted.Sum(), population?[k] ?? double.NaN))]);
    }

    /// <summary>Weights before they were brought to the population; null where they were not.</summary>
    private static double[]? BeforeCalibration(ReportStudy study) =>
        study.Study.Weighting?.Calibrations.Count > 0 && study.Table.Columns.Contains("nonresponseWeight") ? ((NumberColumn)study.Table["nonresponseWeight"]).Values.ToArray() : null;
}

/// <summary>A level.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many were asked.</param>
/// <param name="Unweighted">Their share.</param>
/// <param name="Designed">Their share by weights of the draw and of nonresponse; NaN where weights were not brought to a population.</param>
/// <param name="Weighted">Their share by the final weights.</param>
/// <param name="Population">Their share of the population; NaN where it is not known.</param>
internal sealed record SampleProfileRow(string Label, long Count, double Unweighted, double Designed, double Weighted, double Population);

/// <summary>Shares of a population that a study's weights were brought to.</summary>
internal static class PopulationShares
{
    /// <summary>By the levels of a group variable; null where no margin has it.</summary>
    public static double[]? Of(ReportStudy study, GroupVariable group)
    {
        foreach (StudyCalibration step in study.Study.Weighting?.Calibrations ?? [])
            foreach (StudyMargin margin in step.Margins.Where(margin => margin.Cells.Contains(group.Column)))
            {
                Margin cells = new PopulationFile(study.Study, study.Wave.Wave, step).Read(margin, study.Table);
                int place = margin.Cells.ToList().IndexOf(group.Column);
                double all = cells.Cells.Sum(cell => cell.Amount);
                return [.. group.Levels.Select(level => cells.Cells.Where(cell => cell.Levels[place] == level.Level).Sum(cell => cell.Amount) / all)];
            }
        return null;
    }
}
