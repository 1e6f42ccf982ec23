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
        Findings = WeightsDisplay.FindingsOf(weights);
    }

    public WeightReport(WeightLog? log, ReplicateDesign? replicates) => (_logs, Findings) = ([(null, log, replicates)], []);

    /// <summary>What was met while weights were made, and what kept waves from being weighted at all.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public override string ToString() => _study?.ToString() ?? WeightsDisplay.Of(_logs[0].Log, _logs[0].Replicates).ToString();

    /// <summary>A step a row.</summary>
    public Table Table() => _study?.ToTable() ?? WeightsDisplay.Rows(_logs[0].Log);

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
        foreach ((string name, Func<WeightStep, double> of) in WeightLog.Numbers)
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
}
