using System.Text.Json;

namespace Survey.Cli;

/// <summary>Estimates as JSON: the sample, then one object an estimate.</summary>
internal static class EstimatesJson
{
    public static void Write(Utf8JsonWriter json, Estimates estimates, IReadOnlyList<Contrasts> contrasts, Reporting reporting)
    {
        json.WriteStartObject();
        WriteDesign(json, estimates.Sample);
        json.WriteStartArray("estimates");
        foreach (Estimate estimate in estimates)
            WriteEstimate(json, estimate, reporting);
        json.WriteEndArray();
        if (contrasts.Count > 0)
            ContrastsJson.Write(json, "contrasts", contrasts.SelectMany(own => own), reporting.Intervals.Level);
        json.WriteEndObject();
    }

    private static void WriteDesign(Utf8JsonWriter json, SampleSummary sample)
    {
        json.WriteStartObject("design");
        WriteSample(json, sample);
        json.WriteStartArray("notes");
        foreach (string note in sample.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteSample(Utf8JsonWriter json, SampleSummary sample)
    {
        json.WriteNumber("rows", sample.RowCount);
        if (sample.PsuCount > 0) // unknown of replicate weights that a file has
        {
            json.WriteNumber("strata", sample.StratumCount);
            json.WriteNumber("psus", sample.PsuCount);
        }
        if (sample.Replicates is { } replicates)
        {
            json.WriteStartObject("replicates");
            WriteReplicates(json, replicates);
            json.WriteEndObject();
        }
        json.WriteNumber("degreesOfFreedom", sample.DegreesOfFreedom);
        json.WriteNumber("unknownDomain", sample.UnknownDomain);
    }

    /// <summary>What is within an object of replicates.</summary>
    public static void WriteReplicates(Utf8JsonWriter json, ReplicateSummary replicates)
    {
        json.WriteNumber("count", replicates.Count);
        json.WriteString("method", replicates.Method.Word());
        json.WriteFinite("fay", replicates.Fay ?? double.NaN);
        json.WriteFinite("scale", replicates.Scale);
        json.WriteString("centre", replicates.Centre == ReplicateCentre.FullEstimate ? "full estimate" : "mean");
    }

    public static void WriteEstimate(Utf8JsonWriter json, Estimate estimate, Reporting reporting)
    {
        json.WriteStartObject();
        json.WriteString("statistic", estimate.Statistic);
        json.WriteString("variable", estimate.Variable);
        if (estimate.Category is not null)
            json.WriteString("category", estimate.Category);
        json.WriteDomain(estimate.Domain);
        json.WriteFinite("value", estimate.Value);
        json.WriteFinite("standardError", estimate.StandardError);
        json.WriteFinite("degreesOfFreedom", estimate.DegreesOfFreedom);
        json.WriteInterval("interval", reporting.Intervals.Of(estimate));
        json.WriteNumber("respondents", estimate.Respondents);
        json.WriteNumber("missing", estimate.Missing);
        json.WriteFinite("sumOfWeights", estimate.SumOfWeights);
        json.WriteFinite("designEffect", estimate.DesignEffect);
        if (reporting.DesignEffects)
        {
            json.WriteFinite("effectiveSampleSize", estimate.EffectiveSampleSize);
            json.WriteFinite("kishDesignEffect", estimate.KishDesignEffect);
            json.WriteFinite("coefficientOfVariation", estimate.CoefficientOfVariation);
        }
        if (reporting.Standard is { } standard)
            WritePresentation(json, standard.Name, standard.Of(estimate));
        json.WriteEndObject();
    }

    // the numbers of a suppressed figure stay: what a program shows is its own affair
    private static void WritePresentation(Utf8JsonWriter json, string standard, Presentation presentation)
    {
        json.WriteStartObject("presentation");
        json.WriteString("standard", standard);
        json.WriteString("status", presentation.Status.Called());
        json.WriteBoolean("complementUnreliable", presentation.ComplementUnreliable);
        json.WriteStartArray("reasons");
        foreach (string reason in presentation.Reasons)
            json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
