using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>Indicators and verdicts of a study, as JSON.</summary>
internal static class EvaluationJson
{
    private const int SchemaVersion = 1;

    public static void Write(Utf8JsonWriter json, StudyIndicators indicators)
    {
        json.WriteStartObject();
        WriteHead(json, indicators);
        WriteFigures(json, indicators);
        WriteTail(json, indicators);
        json.WriteEndObject();
    }

    /// <summary>The targets of a study, and its scorecards.</summary>
    public static void Write(Utf8JsonWriter json, StudyVerdicts verdicts, IReadOnlyList<Scorecard> scorecards)
    {
        json.WriteStartObject();
        WriteHead(json, verdicts.Indicators);
        json.WriteString("file", verdicts.Indicators.Data.Study.File);
        if (scorecards.Count > 0)
            ProgrammeJson.Array(json, "scorecards", scorecards, own => ScorecardJson.Write(json, own));
        json.WriteStartArray("targets");
        foreach (TargetVerdict own in verdicts.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("id", own.Target.Id);
            WriteText(json, "name", own.Name);
            json.WriteString("indicator", own.Target.Indicator);
            json.WriteString("wave", own.Wave);
            WriteVerdict(json, own.Verdict, isWhole: true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteFigures(json, verdicts.Indicators);
        WriteTail(json, verdicts.Indicators);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, StudyIndicators indicators)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("study", indicators.Data.Study.Title.ToString());
        json.WriteBoolean("simulated", indicators.Data.Study.Simulated);
    }

    private static void WriteFigures(Utf8JsonWriter json, StudyIndicators indicators)
    {
        double level = indicators.Data.Study.Evaluation.Judgement.Level;
        json.WriteStartArray("indicators");
        foreach (IndicatorFigure own in indicators.Figures)
        {
            json.WriteStartObject();
            json.WriteString("indicator", own.Indicator.Id);
            WriteText(json, "name", own.Indicator.Name);
            json.WriteString("wave", own.Wave);
            if (own.Figure is { } figure)
                WriteFigure(json, figure, level);
            if (own.Estimate is { } estimate)
            {
                json.WriteNumber("missing", estimate.Missing);
                json.WriteFinite("sumOfWeights", estimate.SumOfWeights);
                json.WriteFinite("designEffect", estimate.DesignEffect);
            }
            if (own.Missing is { } missing)
                WriteText(json, "notEstimated", missing);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach ((string indicator, Change change) in indicators.Changes)
            WriteChange(json, indicator, change, level);
        json.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter json, string indicator, Change change, double level)
    {
        json.WriteStartObject();
        json.WriteString("indicator", indicator);
        json.WriteString("from", change.From);
        json.WriteString("to", change.To);
        json.WriteFinite("difference", change.Difference.Value);
        json.WriteFinite("standardError", change.Difference.StandardError);
        json.WriteFinite("degreesOfFreedom", change.DegreesOfFreedom);
        json.WriteInterval("interval", change.Difference.Interval(level));
        json.WriteFinite("relative", change.Relative);
        json.WriteInterval("relativeInterval", change.RelativeInterval(level));
        json.WriteFinite("logRatio", change.LogRatio.Value);
        json.WriteFinite("logRatioStandardError", change.LogRatio.StandardError);
        json.WriteFinite("covariance", change.Covariance);
        json.WriteFinite("correlation", change.Correlation);
        json.WriteNumber("sharedPsus", change.Overlap.SharedPsus);
        json.WriteString("remark", change.Remark);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure, double level)
    {
        json.WriteString("source", figure.Source.ToString().ToLowerInvariant());
        json.WriteString("of", figure.Of);
        json.WriteFinite("value", figure.Value);
        json.WriteFinite("standardError", figure.StandardError);
        json.WriteFinite("degreesOfFreedom", figure.DegreesOfFreedom);
        (double low, double high) = figure.Interval(level);
        json.WriteStartObject("interval");
        json.WriteNumber("level", level);
        json.WriteFinite("low", low);
        json.WriteFinite("high", high);
        json.WriteEndObject();
        if (figure.Respondents is { } respondents)
            json.WriteNumber("respondents", respondents);
        if (figure.Counts is { } counts)
        {
            json.WriteNumber("numerator", counts.Numerator);
            json.WriteNumber("denominator", counts.Denominator);
        }
        if (figure.Confirmed is { } confirmed)
        {
            json.WriteStartObject("confirmed");
            json.WriteNumber("value", confirmed.Value);
            json.WriteString("by", confirmed.By);
            json.WriteString("document", confirmed.Document);
            json.WriteEndObject();
        }
        json.WriteString("ages", figure.Basis.Ages?.ToString());
        json.WriteString("instrument", figure.Basis.Instrument);
        if (figure.Basis.Standard is { } standard)
            json.WriteNumber("standard", standard);
        if (figure.Basis.Year is { } year)
            json.WriteNumber("year", year);
        json.WriteString("document", figure.Document);
    }

    public static void WriteVerdict(Utf8JsonWriter json, Verdict verdict, bool isWhole)
    {
        WriteText(json, "rule", new LocalText(verdict.Target.ToText(Language.Chinese), verdict.Target.ToText(Language.English)));
        json.WriteString("published", verdict.Published.Called());
        json.WriteString("confidence", verdict.Confidence.Called());
        if (isWhole)
            WriteText(json, "label", new LocalText(verdict.LabelText(Language.Chinese), verdict.LabelText(Language.English)));
        json.WriteFinite("pMet", verdict.PMet);
        json.WriteFinite("pNotMet", verdict.PNotMet);
        WriteTexts(json, "reasons", verdict.Reasons);
        if (verdict.Figures is { } figures)
            WriteArm(json, figures, verdict.Level);
        if (verdict.Arms.Count > 0)
        {
            json.WriteString("needs", verdict.NeedsAll ? "all" : "any");
            json.WriteNumber("multiplicity", verdict.Multiplicity);
            json.WriteStartArray("arms");
            foreach (Verdict arm in verdict.Arms)
            {
                json.WriteStartObject();
                WriteVerdict(json, arm, isWhole: false);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (isWhole)
            WriteWhole(json, verdict);
    }

    private static void WriteWhole(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteBoolean("isContradictory", verdict.IsContradictory);
        json.WriteNumber("family", verdict.Family);
        json.WriteStartArray("rounded");
        foreach (RoundedVerdict rounded in verdict.Rounded)
        {
            json.WriteStartObject();
            if (rounded.Decimals is { } decimals)
                json.WriteNumber("decimals", decimals);
            else
                json.WriteNull("decimals");
            json.WriteString("published", rounded.Published.Called());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("waived");
        foreach ((LocalText difference, Waiver waiver) in verdict.Waived)
        {
            json.WriteStartObject();
            json.WriteString("difference", waiver.Difference.ToString().ToLowerInvariant());
            WriteText(json, "what", difference);
            json.WriteString("reason", waiver.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("chancesOfPassing");
        foreach (PassChance chance in verdict.Chances)
        {
            json.WriteStartObject();
            WriteText(json, "if", chance.If);
            json.WriteNumber("chance", chance.Chance);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (verdict.Detectable is { } detectable)
        {
            json.WriteStartObject("detectable");
            json.WriteFinite("trueChange", detectable.TrueChange);
            json.WriteBoolean("isRelative", detectable.IsRelative);
            json.WriteFinite("trueDifference", detectable.TrueDifference);
            json.WriteEndObject();
        }
        WriteText(json, "text", new LocalText(verdict.ToText(Language.Chinese), verdict.ToText(Language.English)));
    }

    private static void WriteArm(Utf8JsonWriter json, ArmFigures arm, double level)
    {
        json.WriteStartObject("figure");
        WriteFigure(json, arm.After, level);
        json.WriteEndObject();
        if (arm.Other is { } other)
        {
            json.WriteStartObject("against");
            WriteFigure(json, other, level);
            json.WriteEndObject();
        }
        if (arm.Kind == ArmKind.Other)
            return;
        json.WriteNumber("bound", arm.Bound);
        json.WriteStartObject("margin");
        WriteContrast(json, arm.Margin, level);
        json.WriteEndObject();
        if (arm.Difference is { } difference)
        {
            json.WriteStartObject("difference");
            WriteContrast(json, difference, level);
            json.WriteEndObject();
        }
        if (arm.Ratio is { } ratio)
        {
            json.WriteFinite("relative", arm.Relative);
            json.WriteFinite("relativeLow", arm.RelativeInterval.Low);
            json.WriteFinite("relativeHigh", arm.RelativeInterval.High);
            json.WriteFinite("g", ratio.G);
        }
        if (arm.Kind == ArmKind.Reference)
            json.WriteFinite("referenceErrorLimit", arm.ReferenceErrorLimit);
    }

    private static void WriteContrast(Utf8JsonWriter json, Contrast contrast, double level)
    {
        json.WriteFinite("value", contrast.Value);
        json.WriteFinite("standardError", contrast.StandardError);
        json.WriteFinite("degreesOfFreedom", contrast.DegreesOfFreedom);
        Interval interval = contrast.Interval(level);
        json.WriteFinite("low", interval.Low);
        json.WriteFinite("high", interval.High);
    }

    private static void WriteTail(Utf8JsonWriter json, StudyIndicators indicators)
    {
        StudyJson.WriteFindings(json, indicators.Data.Findings.Concat(indicators.Weights?.Findings ?? []).Concat(indicators.Findings));
        StudyAudit audit = StudyAudit.Of(indicators);
        json.WriteStartObject("audit");
        json.WriteString("version", audit.Version);
        json.WriteStartArray("files");
        foreach (AuditFile file in audit.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("waves");
        foreach (WaveData wave in indicators.Data.Waves)
        {
            json.WriteStartObject();
            json.WriteString("wave", wave.Wave.Id);
            json.WriteNumber("rowsRead", wave.Files.Sum(file => file.Rows));
            json.WriteNumber("valid", wave.Table?.RowCount ?? 0);
            StudyJson.WriteResponse(json, wave);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("choices");
        foreach ((string what, string choice) in audit.Choices)
            json.WriteString(what, choice);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<LocalText> texts)
    {
        json.WriteStartArray(name);
        foreach (LocalText text in texts)
        {
            json.WriteStartObject();
            json.WriteString("zh", text.Chinese);
            json.WriteString("en", text.English);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
