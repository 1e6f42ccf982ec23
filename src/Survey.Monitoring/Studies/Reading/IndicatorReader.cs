namespace Survey.Monitoring;

/// <summary>Makes indicators of their maps.</summary>
internal sealed class IndicatorReader(StudyErrors errors)
{
    /// <summary>An indicator of a library.</summary>
    public static Indicator Shipped(MapNode map) => Own(map) with
    {
        Needs = [.. map.Maps("needs").Select(need => new IndicatorNeed(need.Map.Text("column")!, need.Map.Texts("levels"), new LocalText(need.Map.Text("zh"), need.Map.Text("en"))))],
        Definition = map.LocalText("definition"),
    };

    /// <summary>The indicators of a study.</summary>
    public IReadOnlyList<Indicator> Indicators(MapNode root, StudyNames names)
    {
        var all = new List<Indicator>();
        foreach ((MapNode map, string where) in root.Maps("indicators"))
        {
            foreach (string key in (string[])["event", "numerator", "denominator", "population"])
                if (map[key] is TextNode expression)
                    names.CheckExpression(expression, $"{where}.{key}", scored: true);
            foreach (Indicator indicator in Of(map, where))
                if (all.Exists(other => other.Id == indicator.Id))
                    errors.Add(map.Place, $"{where} is the indicator '{indicator.Id}', which stands in the list already; name it once");
                else
                    all.Add(indicator);
        }
        return all;
    }

    private IReadOnlyList<Indicator> Of(MapNode map, string where)
    {
        if (map["use"] is not TextNode use)
        {
            Indicator own = Own(map);
            if (own is { Source: IndicatorSource.Survey, Event: null, Numerator: null })
                errors.Add(map.Place, $"{where} says nothing that is counted; add event, or numerator and denominator, or source: administrative");
            if (own is { Event: not null, Numerator: not null })
                errors.Add(map.Place, $"{where} has event and numerator, of which each makes another figure; keep one of them");
            return [own];
        }
        IReadOnlyList<Indicator> found = Indicator.Library.Find(use.Text);
        if (found.Count == 0)
            errors.Add(use.Place, $"{where}.use names '{Excerpt.Of(use.Text)}', which is no indicator that is known by its name{Nearest.Hint(use.Text, [.. Indicator.Library.All.Select(own => own.Id), .. Indicator.Library.Groups], $"; those are {Excerpt.List([.. Indicator.Library.All.Select(own => own.Id), .. Indicator.Library.Groups])}; give one of the study's own an id")}");
        foreach (string key in (string[])["event", "numerator", "zh", "en"])
            if (found.Count > 1 && map.Entry(key) is { } odd)
                errors.Add(odd.Key.Place, $"{where} uses a group of {found.Count} indicators, which cannot all have one {key}; remove it, or use them one by one");
        if (map.Entry("numerator") is { } ratio)
            errors.Add(ratio.Key.Place, $"{where} uses an indicator that counts an event, and a ratio is another one; give it an id of its own");
        return [.. found.Select(shipped => With(shipped, map))];
    }

    /// <summary>A shipped indicator with what the study says otherwise.</summary>
    private static Indicator With(Indicator shipped, MapNode map) => shipped with
    {
        Name = new LocalText(map.Text("zh") ?? shipped.Name.Chinese, map.Text("en") ?? shipped.Name.English),
        Event = map.Text("event") ?? shipped.Event,
        Needs = map.Has("event") ? [] : shipped.Needs,
        Ages = AgesOf(map) ?? shipped.Ages,
        Population = map.Text("population"),
        Better = map.Has("better") ? BetterOf(map) : shipped.Better,
        NeedsInstrument = map.Flag("questionnaire") ?? shipped.NeedsInstrument,
        Standard = StandardOf(map),
    };

    private static Indicator Own(MapNode map) => new()
    {
        Id = map.Text("id")!,
        Name = new LocalText(map.Text("zh") ?? map.Text("en") ?? map.Text("id"), map.Text("en") ?? map.Text("zh") ?? map.Text("id")),
        Better = BetterOf(map),
        Source = map.Text("source") == "administrative" ? IndicatorSource.Administrative : IndicatorSource.Survey,
        Event = map.Text("event"),
        Numerator = map.Text("numerator"),
        Denominator = map.Text("denominator"),
        Ages = AgesOf(map),
        Population = map.Text("population"),
        NeedsInstrument = map.Flag("questionnaire") ?? false,
        Standard = StandardOf(map),
    };

    private static IndicatorStandard? StandardOf(MapNode map) =>
        map.Map("standardize") is { } standard ? new IndicatorStandard(standard.Text("by")!, standard.Text("population")!, standard.Text("count")!, standard.Whole("year")) : null;

    private static AgeRange? AgesOf(MapNode map) => map.Text("age") is { } ages ? AgeRange.Parse(ages) : null;

    private static Better BetterOf(MapNode map) => map.Text("better") switch { "higher" => Better.Higher, "lower" => Better.Lower, _ => Better.None };
}
