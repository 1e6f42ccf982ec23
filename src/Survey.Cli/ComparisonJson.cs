using System.Text.Json;

namespace Survey.Cli;

/// <summary>What survey compare found, as JSON.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        double level = report.Reporting.Intervals.Level;
        json.WriteStartObject();
        WriteWaves(json, report);
        json.WriteStartArray("estimates");
        foreach (Estimate estimate in report.Estimates)
            EstimatesJson.WriteEstimate(json, estimate, report.Reporting);
        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (Change change in report.Changes.SelectMany(changes => changes))
            Write(json, change, level);
        json.WriteEndArray();
        if (report.Contrasts.Count > 0)
            ContrastsJson.Write(json, "contrasts", report.Contrasts.SelectMany(own => own), level);
        if (report.Averages.Count > 0)
            ContrastsJson.Write(json, "averages", report.Averages.SelectMany(own => own), level);
        if (report.Trends.Count > 0)
            ContrastsJson.Write(json, "trends", report.Trends.SelectMany(own => own), level);
        if (report.Pooled is { } pooled)
        {
            json.WriteStartArray("pooled");
            foreach (Estimate estimate in pooled)
                EstimatesJson.WriteEstimate(json, estimate, report.Reporting);
            json.WriteEndArray();
        }
        if (report.Decompositions.Count > 0)
            Write(json, report.Decompositions, level);
        json.WriteEndObject();
    }

    private static void WriteWaves(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartArray("waves");
        foreach (SampleSummary wave in report.Estimates.Sample.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", wave.Name);
            EstimatesJson.WriteSample(json, wave);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("overlaps");
        foreach (WaveOverlap overlap in report.Changes.Select(changes => changes.Overlap))
        {
            json.WriteStartObject();
            json.WriteString("from", overlap.First);
            json.WriteString("to", overlap.Second);
            json.WriteNumber("psusFrom", overlap.FirstPsus);
            json.WriteNumber("psusTo", overlap.SecondPsus);
            if (overlap.SamePlaces is { } declared)
                json.WriteBoolean("declaredSamePlaces", declared);
            else
                json.WriteNull("declaredSamePlaces");
            json.WriteNumber("equalIds", overlap.EqualIds);
            json.WriteNumber("sharedPsus", overlap.SharedPsus);
            json.WriteNumber("sharedReplicates", overlap.SharedReplicates);
            json.WriteNumber("stratumChanges", overlap.StratumChanges);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (string note in report.Changes.SelectMany(changes => changes.Sample.Notes).Distinct())
            json.WriteStringValue(note);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Change change, double level)
    {
        json.WriteStartObject();
        json.WriteString("from", change.From);
        json.WriteString("to", change.To);
        json.WriteString("statistic", change.After.Statistic);
        json.WriteString("variable", change.After.Variable);
        if (change.After.Category is not null)
            json.WriteString("category", change.After.Category);
        json.WriteDomain(change.After.Domain);
        json.WriteFinite("before", change.Before.Value);
        json.WriteFinite("after", change.After.Value);
        json.WriteFinite("covariance", change.Covariance);
        json.WriteFinite("correlation", change.Correlation);
        json.WriteFinite("degreesOfFreedom", change.DegreesOfFreedom);
        ContrastsJson.Write(json, "difference", change.Difference, level);
        ContrastsJson.Write(json, "logRatio", change.LogRatio, level);
        json.WriteStartObject("relative");
        FiellerSet set = change.Fieller(level);
        json.WriteFinite("value", change.NoRelative(set) is null ? change.Relative : double.NaN);
        json.WriteInterval("interval", change.RelativeInterval(level));
        json.WriteInterval("logRatioInterval", change.RelativeInterval(level, RelativeMethod.LogRatio));
        WriteFieller(json, set);
        json.WriteBoolean("baseIsImprecise", change.BaseIsImprecise);
        json.WriteEndObject();
        if (change.Remark is { } remark)
            json.WriteString("remark", remark);
        json.WriteEndObject();
    }

    /// <summary>The set of ratios after / before, whatever its shape.</summary>
    private static void WriteFieller(Utf8JsonWriter json, FiellerSet set)
    {
        if (double.IsNaN(set.G))
        {
            json.WriteNull("fieller");
            return;
        }
        json.WriteStartObject("fieller");
        json.WriteString("shape", set.Shape.ToString().ToLowerInvariant());
        json.WriteFinite("low", set.Low);
        json.WriteFinite("high", set.High);
        json.WriteFinite("g", set.G);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Decomposition> decompositions, double level)
    {
        json.WriteStartArray("decompositions");
        foreach (Decomposition decomposition in decompositions)
        {
            json.WriteStartObject();
            json.WriteString("of", decomposition.Of);
            json.WriteString("from", decomposition.From);
            json.WriteString("to", decomposition.To);
            json.WriteString("groups", decomposition.Groups);
            json.WriteNumber("unknownGroup", decomposition.UnknownGroup);
            ContrastsJson.Write(json, "change", decomposition.Change, level);
            ContrastsJson.Write(json, "composition", decomposition.Composition, level);
            ContrastsJson.Write(json, "withinGroups", decomposition.WithinGroups, level);
            json.WriteStartArray("byGroup");
            foreach (GroupChange group in decomposition.ByGroup)
            {
                json.WriteStartObject();
                json.WriteString("group", group.Label);
                json.WriteFinite("shareBefore", group.ShareBefore);
                json.WriteFinite("shareAfter", group.ShareAfter);
                json.WriteFinite("before", group.Before);
                json.WriteFinite("after", group.After);
                ContrastsJson.Write(json, "within", group.Within, level);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
