using Survey.Files;

namespace Survey.Cli;

/// <summary>Which columns of a frame a sample keeps.</summary>
internal static class SampleColumns
{
    /// <summary>The columns asked for with those of the plan; null where none are asked for, so all.</summary>
    public static IReadOnlyList<string>? Asked(Arguments arguments, SamplingPlan plan) =>
        arguments["--columns"] is { } asked ? [.. plan.Columns.Union(Words.List("--columns", asked))] : null;

    /// <summary>The sample without the columns that look like personal data and were not asked for by name, which are said.</summary>
    public static Table WithoutPersonalData(Table units, SamplingPlan plan, IReadOnlyList<string>? asked, TextWriter messages)
    {
        if (asked is not null)
            return units;
        string[] personal = [.. PersonalData.Find(units).Select(column => column.Column).Except(plan.Columns)];
        if (personal.Length > 0)
            messages.WriteLine($"survey: note: {string.Join(", ", personal)} {(personal.Length == 1 ? "looks" : "look")} like personal data and {(personal.Length == 1 ? "is" : "are")} left out of the sample; name the columns to keep with --columns.");
        return units.Select(units.Columns.Except(personal));
    }
}
