using System.Text;
using System.Text.Json;
using Survey.Files;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What was done to the weights of a study, for people, as JSON and as a table.</summary>
internal sealed class WeightReport(StudyWeights weights)
{
    /// <summary>What was met while weights were made, and what kept waves from being weighted at all.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [.. weights.Data.Findings.Where(finding => finding.Severity == Severity.Unresolved), .. weights.Findings];

    public override string ToString()
    {
        var text = new StringBuilder(StudyText.TitleOf(weights.Data.Study));
        foreach (WaveWeights wave in weights.Waves)
            text.Append(TextOf(wave));
        StudyText.AppendFindings(text, Findings);
        return text.ToString();
    }

    private static string TextOf(WaveWeights wave) =>
        wave.Result is { } result
            ? $"\n{wave.Wave.Id}: weights of {Figures.Count(wave.Table!.RowCount)} of {Figures.Count(result.Table.RowCount)} people drawn\n\n{PersonalData.Hidden(result.Log.ToString())}"
            : $"\n{wave.Wave.Id}: no weights, as something is unresolved\n";

    /// <summary>A step a row.</summary>
    public Table Table()
    {
        (string Wave, WeightStep Step)[] steps = [.. weights.Waves.SelectMany(wave => (wave.Result?.Log.Steps ?? []).Select(step => (wave.Wave.Id, step)))];
        return Survey.Table.FromColumns(
        [
            ("wave", new CategoryColumn([.. steps.Select(own => own.Wave)])),
            ("step", Texts(step => step.What)),
            ("columns", Texts(step => string.Join(", ", step.Columns))),
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
        json.WriteString("study", weights.Data.Study.Title.ToString());
        json.WriteBoolean("simulated", weights.Data.Study.Simulated);
        json.WriteStartArray("waves");
        foreach (WaveWeights wave in weights.Waves)
            WriteWave(json, wave);
        json.WriteEndArray();
        StudyJson.WriteFindings(json, Findings);
        json.WriteEndObject();
    }

    private static void WriteWave(Utf8JsonWriter json, WaveWeights wave)
    {
        json.WriteStartObject();
        json.WriteString("wave", wave.Wave.Id);
        json.WriteBoolean("isWeighted", wave.Result is not null);
        json.WriteStartArray("steps");
        foreach (WeightStep step in wave.Result?.Log.Steps ?? [])
            WriteStep(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, WeightStep step)
    {
        json.WriteStartObject();
        json.WriteString("step", step.What);
        WriteTexts(json, "columns", step.Columns);
        foreach ((string name, Func<WeightStep, double> of) in NumbersOf)
            json.WriteFinite(name, of(step));
        WriteTexts(json, "warnings", step.Warnings);
        WriteTexts(json, "notes", step.Notes);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(PersonalData.Hidden(text));
        json.WriteEndArray();
    }

    private static string? Joined(IReadOnlyList<string> texts) => texts.Count == 0 ? null : PersonalData.Hidden(string.Join("; ", texts));
}
