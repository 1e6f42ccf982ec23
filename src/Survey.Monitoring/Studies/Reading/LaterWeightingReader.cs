using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes the steps of weighting that follow the draw and nonresponse of their maps.</summary>
internal sealed class LaterWeightingReader(StudyNames names, StudyErrors errors)
{
    public StudyTrimming Trimming(MapNode map) => new(Limit(map, "above"), Limit(map, "below"), map.Flag("strict") ?? false, map.Place);

    /// <summary>In the order post-stratification, raking, calibration.</summary>
    public IReadOnlyList<StudyCalibration> Calibrations(MapNode weighting)
    {
        var steps = new List<StudyCalibration>();
        if (weighting.Map("poststratify") is { } cells)
            steps.Add(Step(cells, StudyCalibrationKind.PostStratification, [Margin(cells, "weighting.poststratify")]));
        if (weighting.Map("rake") is { } rake)
            steps.Add(Step(rake, StudyCalibrationKind.Raking, [.. rake.Maps("margins").Select(margin => Margin(margin.Map, $"weighting.rake.{margin.Where}"))]));
        if (weighting.Map("calibrate") is { } calibrate)
            steps.Add(Step(calibrate, StudyCalibrationKind.Calibration, [.. calibrate.Maps("margins").Select(margin => Margin(margin.Map, $"weighting.calibrate.{margin.Where}"))]));
        return steps;
    }

    public StudyWeightCheck Check(MapNode map)
    {
        (double Low, double High)? effects = Pair(map, "deff");
        if (effects is var (low, high) && low > high)
            errors.Add(map["deff"]!.Place, $"weighting.check.deff is from {Invariant.Text(low)} to {Invariant.Text(high)}; write the least first, such as [0.7, 6]");
        return new StudyWeightCheck(effects, map.Text("maximumFactor") is { } factor ? Number(factor) : null);
    }

    public StudyReplicates? Replicates(MapNode map)
    {
        const int Usual = 500;
        string type = map.Text("type")!;
        bool isBootstrap = type is "rao-wu" or "rao-wu-yue-beaumont" or "canty-davison";
        foreach (string key in (string[])["count", "seed"])
            if (map.Entry(key) is { } odd && !isBootstrap)
                errors.Add(odd.Key.Place, $"weighting.replicates has {key}, which is of a bootstrap, and the type is {type}; remove it");
        if (isBootstrap && !map.Has("seed"))
            errors.Add(map.Place, $"weighting.replicates are drawn by chance ({type}) and have no seed; add seed, a whole number, so that they can be made again");
        if (map.Has("fay") != (type == "fay"))
            errors.Add(map.Place, type == "fay" ? "weighting.replicates by Fay's method have a factor; add fay, such as 0.5" : $"weighting.replicates has fay, the factor of Fay's method, and the type is {type}; remove it");
        int count = map.Whole("count") ?? Usual;
        ulong seed = (ulong)(map.Whole("seed") ?? 0);
        double rho = map.Text("fay") is { } text ? Number(text) : 0;
        if (rho is < 0 or >= 1)
        {
            errors.Add(map.Place, $"weighting.replicates has fay {Invariant.Text(rho)}; write a number from 0 to below 1, such as 0.5");
            return null;
        }
        return new StudyReplicates(
            type switch
            {
                "jk1" => ReplicateScheme.JK1(),
                "jkn" => ReplicateScheme.JKn(),
                "jk2" => ReplicateScheme.JK2(),
                "brr" => ReplicateScheme.Brr(),
                "fay" => ReplicateScheme.Fay(rho),
                "rao-wu" => ReplicateScheme.RaoWu(count, seed),
                "rao-wu-yue-beaumont" => ReplicateScheme.RaoWuYueBeaumont(count, seed),
                _ => ReplicateScheme.CantyDavison(count, seed),
            },
            type,
            map.Place);
    }

    private WeightLimit? Limit(MapNode map, string key)
    {
        if (map[key] is not TextNode node)
            return null;
        try
        {
            return WeightLimit.Parse(node.Text);
        }
        catch (ArgumentException)
        {
            errors.Add(node.Place, $"weighting.trim.{key} is '{Excerpt.Of(node.Text)}', which is no limit of weights; write a weight, such as 45, or times their median, such as 5 medians");
            return null;
        }
    }

    private StudyCalibration Step(MapNode map, StudyCalibrationKind kind, IReadOnlyList<StudyMargin> margins)
    {
        CalibrationDistance distance = map.Text("distance") switch
        {
            "raking" => CalibrationDistance.Raking,
            "logit" => CalibrationDistance.Logit,
            _ => CalibrationDistance.Linear,
        };
        (double Lower, double Upper)? bounds = Pair(map, "bounds");
        if (bounds is not ( < 1, > 1) and not null)
            errors.Add(map.Place, $"weighting.calibrate.bounds are {Invariant.Text(bounds.Value.Lower)} and {Invariant.Text(bounds.Value.Upper)}; write a least factor below 1 and a greatest above 1, such as [0.4, 2.5]");
        if (distance == CalibrationDistance.Logit && bounds is null)
            errors.Add(map.Place, "weighting.calibrate has the distance logit, which has bounds; add bounds, such as [0.4, 2.5]");
        return new StudyCalibration(
            kind, margins, map.Flag("shares") ?? false, distance, bounds, map.Flag("constantInClusters") ?? false, map.Whole("year"), map.Flag("sameForAllWaves") ?? true, map.Place);
    }

    private StudyMargin Margin(MapNode map, string where)
    {
        names.CheckColumns(map.TextNodes("cells"), $"{where}.cells");
        return new StudyMargin(map.Texts("cells"), map.Text("population")!, map.Text("count")!, map.Place);
    }

    private static (double, double)? Pair(MapNode map, string key) => map.Texts(key) is [var low, var high] ? (Number(low), Number(high)) : null;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
