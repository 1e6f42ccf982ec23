using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes the weighting of a study of its map.</summary>
internal sealed class WeightingReader(MapNode root, StudyNames names, StudyErrors errors)
{
    private const int UsualMinimum = 10;

    public StudyWeighting? Weighting()
    {
        if (root.Map("weighting") is not { } map)
            return null;
        StudyStage[] stages = [.. map.Maps("base").Select(stage => Stage(stage.Map, $"weighting.{stage.Where}"))];
        foreach (StudyStage twice in stages.Where((stage, at) => stages.Take(at).Any(other => other.Name == stage.Name)))
            errors.Add(twice.Place, $"weighting.base has two stages '{Excerpt.Of(twice.Name)}'; give each a name of its own");
        var later = new LaterWeightingReader(names, errors);
        return new StudyWeighting(stages, map.Map("nonresponse") is { } nonresponse ? Nonresponse(nonresponse) : null, map.Place)
        {
            Trimming = map.Map("trim") is { } trim ? later.Trimming(trim) : null,
            Calibrations = later.Calibrations(map),
            Check = map.Map("check") is { } check ? later.Check(check) : null,
            Replicates = map.Map("replicates") is { } replicates ? later.Replicates(replicates) : null,
        };
    }

    private StudyStage Stage(MapNode map, string where)
    {
        string name = map.Text("stage")!;
        if (map.Has("frame"))
            return Frame(map, name, where);
        foreach (string key in (string[])["present", "total", "size", "members", "kish", "rank", "table", "probability"])
            names.CheckColumns(map.TextNodes(key), $"{where}.{key}");
        if (map.Has("size") && !map.Has("total"))
            errors.Add(map.Place, $"{where} has a size, which goes with a frame or with total; add one of them, or remove size");
        return new ColumnStage(
            map.Text("total") is { } total ? WeightStage.ProportionalToSize(name, map.Text("size")!, total, Drawn(map, where))
            : map.Text("members") is { } members ? WeightStage.Members(name, members)
            : map.Text("present") is { } present ? WeightStage.Equal(name, Drawn(map, where), present)
            : map.Text("kish") is { } eligible ? WeightStage.Kish(name, eligible, map.Text("rank"), map.Text("table"))
            : WeightStage.Probability(name, map.Text("probability")!),
            map.Place);
    }

    private FrameStage Frame(MapNode map, string name, string where)
    {
        names.CheckColumns(map.TextNodes("key"), $"{where}.key", besides: Intake.LookupRows.WaveKey);
        bool bySize = map.Text("method") == "pps";
        if (bySize != map.Has("size"))
            errors.Add(map.Place, bySize ? $"{where} is drawn by pps and has no size; add size, the heading of the measure of size" : $"{where} has a size, but {map.Text("method")} draws with equal probabilities; remove size, or write method: pps");
        return new FrameStage(name, map.Text("frame")!, map.Texts("key"), map.Text("size"), map.Texts("within"), map.Text("drawn")!, map.Place);
    }

    private Quantity Drawn(MapNode map, string where)
    {
        var drawn = (TextNode)map["drawn"]!;
        if (Number(drawn.Text) is { } number)
            return number;
        names.CheckColumns([drawn], $"{where}.drawn");
        return drawn.Text;
    }

    /// <summary>The number that a text is, or null.</summary>
    public static double? Number(string text) => double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out double number) ? number : null;

    private StudyNonresponse Nonresponse(MapNode map)
    {
        names.CheckColumns(map.TextNodes("cells"), "weighting.nonresponse.cells");
        names.CheckColumns(map.TextNodes("collapse"), "weighting.nonresponse.collapse");
        if (root.Map("response") is not { } response || (!response.Has("disposition") && !response.Has("drawn")))
            errors.Add(map.Place, "weighting.nonresponse needs to know who did not respond; name the column of dispositions in response.disposition, or that of how many were drawn in response.drawn");
        return new StudyNonresponse(map.Texts("cells"), map.Whole("minimum") ?? UsualMinimum, map.Text("collapse"), map.Place);
    }
}
