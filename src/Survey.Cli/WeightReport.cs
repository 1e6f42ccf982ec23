using System.Text;
using System.Text.Json;
using Survey.Files;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What was done to the weights of a file, or of the waves of a study: for people, as JSON and as a table.</summary>
internal sealed class WeightReport : IReport
{
    private readonly StudyWeights? _study;
    private readonly (string? Wave, WeightLog? Log, ReplicateDesign? Replicates)[] _logs;

    public WeightReport(StudyWeights weights)
    {
        _study = weights;
        _logs = [.. weights.Waves.Select(wave => (wave.Wave.Id, wave.Result?.Log, wave.Replicates))];
        Findings = [.. weights.Data.Findings.Where(finding => finding.Severity == Severity.Unresolved), .. weights.Findings];
    }

    public WeightReport(WeightLog? log, ReplicateDesign? replicates) => (_logs, Findings) = ([(null, log, replicates)], []);

    /// <summary>What was met while weights were made, and what kept waves from being weighted at all.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public override string ToString()
    {
        if (_study is null)
            return PersonalData.Hidden($"{_logs[0].Log}") + TextOf(_logs[0].Replicates);
        var text = new StringBuilder(StudyText.TitleOf(_study.Data.Study));
        foreach (WaveWeights wave in _study.Waves)
            text.Append(TextOf(wave));
        StudyText.AppendFindings(text, Findings);
        return text.ToString();
    }

    private static string TextOf(WaveWeights wave) =>
        wave.Result is { } result
            ? $"\n{wave.Wave.Id}: weights of {Figures.Count(wave.Table!.RowCount)} of {Figures.Count(result.Table.RowCount)} people drawn\n\n{PersonalData.Hidden(result.Log.ToString())}{TextOf(wave.Replicates)}"
            : $"\n{wave.Wave.Id}: no weights, as something is unresolved\n";

    /// <summary>A step a row.</summary>
    public Table Table()
    {
        (string? Wave, WeightStep Step)[] steps = [.. _logs.SelectMany(own => (own.Log?.Steps ?? []).Select(step => (own.Wave, step)))];
        return Survey.Table.FromColumns(
        [
            .. _study is null ? ((string, Column)[])[] : [("wave", new CategoryColumn([.. steps.Select(own => own.Wave)]))],
            ("step", Texts(step => step.What)),
            ("columns", Texts(step => Joined(step.Columns, ", "))),
            .. NumbersOf.Select(number => (number.Name, (Column)new NumberColumn([.. steps.Select(own => number.Of(own.Step))]))),
            ("warnings", Texts(step => Joined(step.Warnings))),
            ("notes", (Column)Texts(step => Joined(step.Notes))),
        ]);

        CategoryColumn Texts(Func<WeightStep, string?> of) => new([.. steps.Select(own => of(own.Step))]);
    }

    private static readonly (string Name, Func<WeightStep, double> Of)[] NumbersOf =
    [
        ("rows", step => step.Rows),
        ("smallestFactor", step => step.SmallestFactor),
        ("greatestFactor", step => step.GreatestFactor),
        ("sum", step => step.Sum),
        ("smallest", step => step.Smallest),
        ("median", step => step.Median),
        ("greatest", step => step.Greatest),
        ("designEffectBefore", step => step.DesignEffectBefore),
        ("designEffectAfter", step => step.DesignEffectAfter),
    ];

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (_study is null)
            WriteSteps(json, _logs[0].Log, _logs[0].Replicates);
        else
        {
            json.WriteString("study", _study.Data.Study.Title.ToString());
            json.WriteBoolean("simulated", _study.Data.Study.Simulated);
            json.WriteStartArray("waves");
            foreach ((string? wave, WeightLog? log, ReplicateDesign? replicates) in _logs)
                WriteWave(json, wave!, log, replicates);
            json.WriteEndArray();
            StudyJson.WriteFindings(json, Findings);
        }
        json.WriteEndObject();
    }

    private static void WriteWave(Utf8JsonWriter json, string wave, WeightLog? log, ReplicateDesign? replicates)
    {
        json.WriteStartObject();
        json.WriteString("wave", wave);
        json.WriteBoolean("isWeighted", log is not null);
        WriteSteps(json, log, replicates);
        json.WriteEndObject();
    }

    private static string TextOf(ReplicateDesign? replicates) =>
        replicates is null ? "" : $"\nReplicates: {Invariant.Count(replicates.ReplicateCount)} by {ReplicateOptions.WordOf(replicates.Method)}, {replicates.DegreesOfFreedom} degrees of freedom\n";

    private static void WriteSteps(Utf8JsonWriter json, WeightLog? log, ReplicateDesign? replicates)
    {
        if (replicates is not null)
        {
            json.WriteStartObject("replicates");
            EstimatesJson.WriteReplicates(json, replicates.Summary.Replicates!);
            json.WriteNumber("degreesOfFreedom", replicates.DegreesOfFreedom);
            json.WriteEndObject();
        }
        json.WriteStartArray("steps");
        foreach (WeightStep step in log?.Steps ?? [])
            WriteStep(json, step);
        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, WeightStep step)
    {
        json.WriteStartObject();
        json.WriteString("step", step.What);
        WriteTexts(json, "columns", step.Columns);
        foreach ((string name, Func<WeightStep, double> of) in NumbersOf)
            json.WriteFinite(name, of(step));
        if (step.Convergence is { } end)
        {
            json.WriteNumber("iterations", end.Iterations);
            json.WriteFinite("greatestDifference", end.GreatestDifference);
        }
        WriteBalance(json, step.Balance);
        WriteTexts(json, "warnings", step.Warnings);
        WriteTexts(json, "notes", step.Notes);
        json.WriteEndObject();
    }

    private static void WriteBalance(Utf8JsonWriter json, IReadOnlyList<BalanceLine> balance)
    {
        if (balance.Count == 0)
            return;
        json.WriteStartArray("balance");
        foreach (BalanceLine line in balance)
        {
            json.WriteStartObject();
            json.WriteString("variables", PersonalData.Hidden(line.Variables));
            if (line.IsShare)
                json.WriteString("level", PersonalData.Hidden(line.Level));
            json.WriteNumber("rows", line.Rows);
            json.WriteFinite("unweighted", line.Unweighted);
            json.WriteFinite("weighted", line.Weighted);
            json.WriteFinite("target", line.Target);
            json.WriteFinite("difference", line.Difference);
            json.WriteFinite("calibrated", line.Calibrated);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(PersonalData.Hidden(text));
        json.WriteEndArray();
    }

    private static string? Joined(IReadOnlyList<string> texts, string between = "; ") => texts.Count == 0 ? null : PersonalData.Hidden(string.Join(between, texts));
}
