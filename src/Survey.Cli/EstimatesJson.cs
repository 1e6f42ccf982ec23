using System.Text.Json;

namespace Survey.Cli;

/// <summary>Estimates as JSON: the sample, then one object an estimate.</summary>
internal static class EstimatesJson
{
    public static void Write(Utf8JsonWriter json, Estimates estimates, double level, IntervalMethod? method, bool designEffects)
    {
        json.WriteStartObject();
        WriteDesign(json, estimates.Sample);
        json.WriteStartArray("estimates");
        foreach (Estimate estimate in estimates)
            WriteEstimate(json, estimate, estimate.Interval(level, estimate.IsProportion ? method : null), designEffects);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDesign(Utf8JsonWriter json, SampleSummary sample)
    {
        json.WriteStartObject("design");
        json.WriteNumber("rows", sample.RowCount);
        json.WriteNumber("strata", sample.StratumCount);
        json.WriteNumber("psus", sample.PsuCount);
        json.WriteNumber("degreesOfFreedom", sample.DegreesOfFreedom);
        json.WriteNumber("unknownDomain", sample.UnknownDomain);
        json.WriteStartArray("notes");
        foreach (string note in sample.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEstimate(Utf8JsonWriter json, Estimate estimate, Interval interval, bool designEffects)
    {
        json.WriteStartObject();
        json.WriteString("statistic", estimate.Statistic);
        json.WriteString("variable", estimate.Variable);
        if (estimate.Category is not null)
            json.WriteString("category", estimate.Category);
        json.WriteStartObject("domain");
        foreach (DomainLevel domain in estimate.Domain)
            json.WriteString(domain.Variable, domain.Level);
        json.WriteEndObject();
        json.WriteFinite("value", estimate.Value);
        json.WriteFinite("standardError", estimate.StandardError);
        json.WriteFinite("degreesOfFreedom", estimate.DegreesOfFreedom);
        json.WriteStartObject("interval");
        json.WriteString("method", interval.Method);
        json.WriteNumber("level", interval.Level);
        json.WriteFinite("low", interval.Low);
        json.WriteFinite("high", interval.High);
        if (interval.Remark is not null)
            json.WriteString("remark", interval.Remark);
        json.WriteEndObject();
        json.WriteNumber("respondents", estimate.Respondents);
        json.WriteNumber("missing", estimate.Missing);
        json.WriteFinite("sumOfWeights", estimate.SumOfWeights);
        json.WriteFinite("designEffect", estimate.DesignEffect);
        if (designEffects)
        {
            json.WriteFinite("effectiveSampleSize", estimate.EffectiveSampleSize);
            json.WriteFinite("kishDesignEffect", estimate.KishDesignEffect);
            json.WriteFinite("coefficientOfVariation", estimate.CoefficientOfVariation);
        }
        json.WriteEndObject();
    }
}
