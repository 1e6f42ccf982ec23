using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>Scores of a file, or of the waves of a study: for people, as JSON and as a table.</summary>
internal sealed class ScoreReport : IReport
{
    private const string EqualWeight = "equal weight";

    private readonly StudyData? _study;
    private readonly List<(string? Wave, Instrument Instrument, ItemAnalysis Analysis, bool IsWeighted)> _waves = [];
    private readonly bool _withItems;

    /// <param name="data">Of a study, scored.</param>
    /// <param name="loaded">How many of its findings are those of reading, of which changes are not told here.</param>
    /// <param name="weights">Of its waves, or null.</param>
    /// <param name="withItems">Whether items are shown.</param>
    public ScoreReport(StudyData data, int loaded, StudyWeights? weights, bool withItems)
    {
        (_study, _withItems) = (data, withItems);
        var rules = new ScoringRules { DontKnow = data.Study.Instrument!.DontKnow, MostUnanswered = data.Study.Instrument.MostUnanswered };
        foreach (WaveData wave in data.Waves)
            if (wave is { IsResolved: true, Instrument: { } instrument, Table: { } people })
            {
                SurveyDesign? design = weights?[wave.Wave.Id].Design;
                _waves.Add((wave.Wave.Id, instrument, ItemAnalysis.Of(design ?? Equal(people), instrument, rules), design is not null));
            }
        Findings = [.. data.Findings.Where((finding, at) => at >= loaded || finding.Severity != Severity.Change), .. weights?.Findings.Where(finding => finding.Severity != Severity.Change) ?? []];
    }

    public ScoreReport(Table scored, Design? design, Instrument instrument, ScoringRules rules, bool withItems)
    {
        _withItems = withItems;
        _waves.Add((null, instrument, ItemAnalysis.Of(design ?? Equal(scored), instrument, rules), design is not null));
        Findings = [];
    }

    private IReadOnlyList<Finding> Findings { get; }

    public override string ToString()
    {
        Display display = new Display().Add(_study is null ? "" : StudyDisplay.TitleOf(_study.Study));
        foreach (StudyWave wave in _study?.Study.Waves ?? [])
            if (!_waves.Exists(own => own.Wave == wave.Id))
                display.Add($"\n{wave.Id}: not scored, as something is unresolved");
        foreach ((string? wave, Instrument instrument, ItemAnalysis analysis, bool isWeighted) in _waves)
        {
            string edition = instrument.Version is { } version ? $", edition {version}" : "";
            display.Add($"{(_study is null ? "" : "\n")}{(wave is null ? "" : $"{wave}: ")}{instrument.Title}{edition}, {instrument.Items.Count} items{(isWeighted ? "" : ", everyone counting the same")}\n\n").Add(ItemAnalysisDisplay.ScalesOf(analysis));
            if (_withItems)
                display.Add("\n").Add(ItemAnalysisDisplay.ItemsOf(analysis));
        }
        if (_study is not null)
            display.AddFindings(Findings);
        return display.ToString();
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        if (_study is not null)
        {
            json.WriteString("study", _study.Study.Title.ToString());
            json.WriteBoolean("simulated", _study.Study.Simulated);
        }
        json.WriteStartArray("waves");
        foreach ((string? wave, Instrument instrument, ItemAnalysis analysis, bool isWeighted) in _waves)
        {
            json.WriteStartObject();
            json.WriteString("wave", wave);
            json.WriteString("instrument", instrument.Id);
            json.WriteString("version", instrument.Version);
            json.WriteBoolean("weighted", isWeighted);
            WriteScales(json, analysis);
            if (_withItems)
                WriteItems(json, analysis);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (_study is not null)
            StudyJson.WriteFindings(json, Findings);
        json.WriteEndObject();
    }

    /// <summary>A scale, or an item, a row.</summary>
    public Table Table()
    {
        if (_withItems)
        {
            (string? Wave, ItemFigures Of)[] items = [.. _waves.SelectMany(own => own.Analysis.Items.Select(item => (own.Wave, item)))];
            return Survey.Table.FromColumns(
            [
                ("wave", Texts(items, own => own.Wave)), ("item", Texts(items, own => own.Of.Item.Id)), ("points", Numbers(items, own => own.Of.Item.Points)), ("right", Numbers(items, own => own.Of.Right.Value)),
                ("standardError", Numbers(items, own => own.Of.Right.StandardError)), ("correlation", Numbers(items, own => own.Of.Correlation)), ("alphaWithout", (Column)Numbers(items, own => own.Of.AlphaWithout)),
            ]);
        }
        (string? Wave, ScaleFigures Of)[] scales = [.. _waves.SelectMany(own => own.Analysis.Scales.Select(scale => (own.Wave, scale)))];
        return Survey.Table.FromColumns(
        [
            ("wave", Texts(scales, own => own.Wave)), ("scale", Texts(scales, own => own.Of.Scale.Id)), ("name", Texts(scales, own => own.Of.Scale.Name.ToString())), ("items", Numbers(scales, own => own.Of.Scale.ItemCount)),
            ("points", Numbers(scales, own => own.Of.Scale.Points)), ("cut", Numbers(scales, own => own.Of.Scale.Cut)), ("mean", Numbers(scales, own => own.Of.Mean.Value)), ("meanStandardError", Numbers(scales, own => own.Of.Mean.StandardError)),
            ("literate", Numbers(scales, own => own.Of.Literate.Value)), ("literateStandardError", Numbers(scales, own => own.Of.Literate.StandardError)), ("low", Numbers(scales, own => own.Of.Literate.Interval().Low)),
            ("high", Numbers(scales, own => own.Of.Literate.Interval().High)), ("respondents", Numbers(scales, own => own.Of.Literate.Respondents)), ("alpha", (Column)Numbers(scales, own => own.Of.Alpha)),
        ]);
    }

    private static void WriteScales(Utf8JsonWriter json, ItemAnalysis analysis)
    {
        json.WriteStartArray("scales");
        foreach (ScaleFigures own in analysis.Scales)
        {
            json.WriteStartObject();
            json.WriteString("scale", own.Scale.Id);
            json.WriteString("zh", own.Scale.Name.Chinese);
            json.WriteString("en", own.Scale.Name.English);
            json.WriteNumber("items", own.Scale.ItemCount);
            json.WriteNumber("points", own.Scale.Points);
            json.WriteNumber("cut", own.Scale.Cut);
            json.WriteFinite("mean", own.Mean.Value);
            json.WriteFinite("meanStandardError", own.Mean.StandardError);
            json.WriteFinite("literate", own.Literate.Value);
            json.WriteFinite("literateStandardError", own.Literate.StandardError);
            json.WriteInterval("interval", own.Literate.Interval());
            json.WriteNumber("respondents", own.Literate.Respondents);
            json.WriteFinite("alpha", own.Alpha);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter json, ItemAnalysis analysis)
    {
        json.WriteStartArray("items");
        foreach (ItemFigures own in analysis.Items)
        {
            json.WriteStartObject();
            json.WriteString("item", own.Item.Id);
            json.WriteNumber("points", own.Item.Points);
            json.WriteFinite("right", own.Right.Value);
            json.WriteFinite("standardError", own.Right.StandardError);
            json.WriteFinite("correlation", own.Correlation);
            json.WriteFinite("alphaWithout", own.AlphaWithout);
            if (own.Remark is { } remark)
                json.WriteString("remark", remark);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static SurveyDesign Equal(Table people) => new(people.With(EqualWeight, new NumberColumn([.. Enumerable.Repeat(1.0, people.RowCount)])), EqualWeight);

    private static CategoryColumn Texts<T>(T[] all, Func<T, string?> of) => new([.. all.Select(of)]);

    private static NumberColumn Numbers<T>(T[] all, Func<T, double> of) => new([.. all.Select(of)]);
}
