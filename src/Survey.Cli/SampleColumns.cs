using Survey.Files;

namespace Survey.Cli;

/// <summary>Which columns of a frame a sample keeps.</summary>
internal static class SampleColumns
{
    /// <summary>The columns asked for with those of the plan; null where none are asked for, so all.</summary>
    public static IReadOnlyList<string>? Asked(Arguments arguments, SamplingPlan plan) =>
        arguments["--columns"] is { } asked ? [.. plan.Columns.Union(Words.List("--columns", asked))] : null;

    /// <summary>The sample without the columns that look like personal data and were not asked for by name, which are said.</summary>
    public static Table WithoutPersonalData(DrawnSample sample, IReadOnlyList<string>? asked, TextWriter messages)
    {
        if (asked is not null)
            return sample.Units;
        string[] personal = [.. PersonalData.Find(sample.Units).Select(column => column.Column).Except(sample.Plan.Columns)];
        if (personal.Length > 0)
            messages.WriteLine($"survey: note: {string.Join(", ", personal)} {(personal.Length == 1 ? "looks" : "look")} like personal data and {(personal.Length == 1 ? "is" : "are")} left out of the sample; name the columns to keep with --columns.");
        return sample.Units.Select(sample.Units.Columns.Except(personal));
    }
}
