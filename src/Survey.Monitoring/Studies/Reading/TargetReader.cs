using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes targets of their maps.</summary>
/// <param name="indicators">Of the study.</param>
/// <param name="waves">The ids of waves that a rule may name: those of the study and those of published figures.</param>
/// <param name="errors">Where what is wrong is said.</param>
internal sealed class TargetReader(IReadOnlyList<Indicator> indicators, IReadOnlyList<string> waves, StudyErrors errors)
{
    private string? _scores, _judged;

    public IReadOnlyList<StudyTarget> Targets(MapNode root)
    {
        var targets = new List<StudyTarget>();
        foreach ((MapNode map, string where) in root.Maps("targets"))
        {
            (_scores, _judged) = (null, map.Text("wave") ?? waves[^1]);
            var rule = (MapNode)map["rule"]!;
            string? indicator = IndicatorOf(map, where);
            Target read = Rule(rule, $"{where}.rule", indicator);
            CheckWave(map["wave"] as TextNode, $"{where}.wave", isSince: false);
            LocalText? name = map.Has("zh") || map.Has("en") ? new LocalText(map.Text("zh") ?? map.Text("en"), map.Text("en") ?? map.Text("zh")) : null;
            var target = new StudyTarget(map.Text("id")!, name, indicator, map.Text("wave"), map.Text("age") is { } ages ? AgeRange.Parse(ages) : null, map.Text("figures") is { } figures ? figures == "confirmed" : null, read, _scores, map.Place);
            if (targets.Exists(other => other.Id == target.Id))
                errors.Add(map.Place, $"{where} has the id '{Excerpt.Of(target.Id)}', as another target has; give each an id of its own");
            targets.Add(target);
        }
        return targets;
    }

    /// <summary>The indicator that a target or a rule names.</summary>
    private string? IndicatorOf(MapNode map, string where)
    {
        if (map["indicator"] is not TextNode node)
            return null;
        if (indicators.All(own => own.Id != node.Text))
            errors.Add(node.Place, $"{where}.indicator names '{Excerpt.Of(node.Text)}', which is no indicator of the study{Nearest.Hint(node.Text, indicators.Select(own => own.Id), indicators.Count == 0 ? "; list it under indicators" : $"; its indicators are {Excerpt.List(indicators.Select(own => own.Id))}")}");
        return node.Text;
    }

    private Target Rule(MapNode map, string where, string? indicator)
    {
        string? own = IndicatorOf(map, where);
        indicator = own ?? indicator;
        CheckBeside(map, where);
        Target rule = map.Entries.Select(entry => OfKind(map, entry, where, indicator)).First(read => read is not null)!;
        if (indicator is null && rule is not (AllOfTarget or AnyOfTarget or AreaTypeTarget or ReviewTarget or RankTarget or FullCoverageTarget or ZeroEventsTarget or LevelTarget or AboutTarget))
            errors.Add(map.Place, $"{where} says of no indicator that it must be so; add indicator to the target");
        if (rule is LevelTarget or AboutTarget)
            CheckRate(map, where, rule is LevelTarget level ? level.Amount : ((AboutTarget)rule).Amount, indicator);
        return rule with { Indicator = own };
    }

    /// <summary>25 is no rate: it would be held against 0.2176, and any rate would pass.</summary>
    private void CheckRate(MapNode map, string where, Amount amount, string? indicator)
    {
        if (indicators.FirstOrDefault(own => own.Id == indicator) is not { Source: IndicatorSource.Survey, IsProportion: true })
            return;
        if (!amount.IsPercent && amount.Scale == 1)
            errors.Add(map.Place, $"{where} asks for {amount}, and {Excerpt.Of(indicator!)} is a rate; write it with its percent sign, such as {Numbers.Plain(amount.Value)} %");
        else if (amount.IsPercent && amount.Value is < 0 or > 100)
            errors.Add(map.Place, $"{where} asks for {amount}, and {Excerpt.Of(indicator!)} is a rate from 0 % to 100 %; correct the number");
    }

    private Target? OfKind(MapNode map, MapEntry entry, string where, string? indicator) =>
        entry.Name switch
        {
            "atLeast" => new LevelTarget(TargetComparison.AtLeast, Amount(map, entry)),
            "moreThan" => new LevelTarget(TargetComparison.MoreThan, Amount(map, entry)),
            "atMost" => new LevelTarget(TargetComparison.AtMost, Amount(map, entry)),
            "lessThan" => new LevelTarget(TargetComparison.LessThan, Amount(map, entry)),
            "about" => About(map, entry, where),
            "fullCoverage" => new FullCoverageTarget(),
            "zeroEvents" => new ZeroEventsTarget(),
            "risesByPercent" => new RelativeChangeTarget(ChangeDirection.Rise, Positive(entry, where), Since(map, where)),
            "fallsByPercent" => new RelativeChangeTarget(ChangeDirection.Fall, Positive(entry, where, most: 100), Since(map, where)),
            "risesByPoints" => Points(map, entry, where, ChangeDirection.Rise),
            "fallsByPoints" => Points(map, entry, where, ChangeDirection.Fall),
            "above" => new ReferenceTarget(TargetComparison.MoreThan, Text(entry)),
            "below" => new ReferenceTarget(TargetComparison.LessThan, Text(entry)),
            "reaches" => new ReferenceTarget(TargetComparison.AtLeast, Text(entry)),
            "notAbove" => new ReferenceTarget(TargetComparison.AtMost, Text(entry)),
            "noWorseThan" => NoWorse(map, entry, where, indicator),
            "trend" => new TrendTarget(Text(entry) == "rising" ? ChangeDirection.Rise : ChangeDirection.Fall),
            "topShare" => Rank(map, Positive(entry, where, most: 100), null),
            "topPlaces" => Rank(map, null, int.Parse(Text(entry), CultureInfo.InvariantCulture)),
            "reviewed" => new ReviewTarget(),
            "allOf" => new AllOfTarget(Arms(map, "allOf", where, indicator)),
            "anyOf" => new AnyOfTarget(Arms(map, "anyOf", where, indicator)),
            "byAreaType" => new AreaTypeTarget([.. map.Map("byAreaType")!.Entries.Select(kind => (kind.Name, Rule((MapNode)kind.Value, $"{where}.byAreaType.{kind.Name}", indicator)))]),
            _ => null,
        };

    private Sequence<Target> Arms(MapNode map, string key, string where, string? indicator) => new([.. map.Maps(key).Select(arm => Rule(arm.Map, $"{where}.{arm.Where}", indicator))]);

    /// <summary>A key that goes with another kind of rule would change nothing.</summary>
    private void CheckBeside(MapNode map, string where)
    {
        (string Key, string[] With)[] beside =
        [
            ("per", ["atLeast", "moreThan", "atMost", "lessThan"]), ("unit", ["atLeast", "moreThan", "atMost", "lessThan", "about"]), ("since", ["risesByPercent", "fallsByPercent", "risesByPoints", "fallsByPoints"]),
            ("yearly", ["risesByPoints", "fallsByPoints"]), ("marginPoints", ["noWorseThan"]), ("rounding", ["topShare"]), ("ties", ["topShare", "topPlaces"]), ("unitName", ["topShare", "topPlaces"]), ("scores", ["topShare", "topPlaces"]),
        ];
        foreach ((string key, string[] with) in beside)
            if (map.Entry(key) is { } entry && !with.Any(map.Has))
                errors.Add(entry.Key.Place, $"{where} has '{key}', which goes with {string.Join(" or ", with)}; remove it");
    }

    private static Amount Amount(MapNode map, MapEntry entry)
    {
        (decimal value, bool isPercent) = NodeValues.NumberOrPercent(Text(entry));
        return isPercent ? Monitoring.Amount.Percent(value) : map.Whole("per") is { } per ? Monitoring.Amount.Per(value, per, map.Text("unit")) : Monitoring.Amount.Number(value, map.Text("unit"));
    }

    private AboutTarget About(MapNode map, MapEntry entry, string where)
    {
        Amount amount = Amount(map, entry);
        decimal tolerance = decimal.Parse(map.Text("tolerance")!, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (tolerance < 0)
            errors.Add(map["tolerance"]!.Place, $"{where}.tolerance is {map.Text("tolerance")}; write how far from {amount} it may be, 0 or more");
        return new AboutTarget(amount, amount.IsPercent ? Monitoring.Amount.Percent(tolerance) : Monitoring.Amount.Number(tolerance, map.Text("unit")));
    }

    private PointsChangeTarget Points(MapNode map, MapEntry entry, string where, ChangeDirection direction)
    {
        decimal[] points = [.. map.Texts(entry.Name).Select(text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))];
        if (points.Length == 2 && points[0] > points[1])
            errors.Add(entry.Value.Place, $"{where}.{entry.Name} is from {points[0]} to {points[1]}; write the least first, such as [3, 5]");
        if (points.Length == 2 && map.Entry("yearly") is { } yearly)
            errors.Add(yearly.Key.Place, $"{where}.{entry.Name} is a range, which is of the whole change; leave yearly out");
        return new PointsChangeTarget(direction, points[0], Since(map, where))
        {
            Most = points.Length == 2 ? points[1] : null,
            Yearly = map.Text("yearly") switch { "on-average" => Yearly.OnAverage, "every-year" => Yearly.EveryYear, _ => Yearly.No },
        };
    }

    private NoWorseTarget NoWorse(MapNode map, MapEntry entry, string where, string? indicator)
    {
        Better better = indicators.FirstOrDefault(own => own.Id == indicator)?.Better ?? Better.None;
        if (better == Better.None && indicator is not null)
            errors.Add(entry.Key.Place, $"{where} asks that '{Excerpt.Of(indicator)}' be no worse, and that indicator says of neither way that it is better; give it better: higher or lower");
        CheckWave((TextNode)entry.Value, $"{where}.noWorseThan", isSince: true);
        return new NoWorseTarget(better == Better.Lower ? ChangeDirection.Fall : ChangeDirection.Rise, Text(entry), map.Text("marginPoints") is { } margin ? decimal.Parse(margin, NumberStyles.Float, CultureInfo.InvariantCulture) : 0);
    }

    private RankTarget Rank(MapNode map, decimal? share, int? places)
    {
        _scores = map.Text("scores");
        return new RankTarget(map.Text("unitName")!, share, places, map.Text("rounding") switch { "down" => RankRounding.Down, "up" => RankRounding.Up, _ => RankRounding.Nearest }, map.Text("ties") == "all" ? RankTies.AllReach : RankTies.NoneReaches);
    }

    private string Since(MapNode map, string where)
    {
        CheckWave(map["since"] as TextNode, $"{where}.since", isSince: true);
        return map.Text("since") ?? Target.LastYear;
    }

    private void CheckWave(TextNode? wave, string where, bool isSince)
    {
        if (wave is null || (isSince && wave.Text is Target.LastYear or Target.Start))
            return;
        if (isSince && waves.Contains(wave.Text) && (wave.Text == _judged || EvaluationReader.YearOf(wave.Text) >= EvaluationReader.YearOf(_judged!)))
            errors.Add(wave.Place, $"{where} is {wave.Text}, and the wave that is judged is {_judged}; name an earlier wave");
        if (waves.Contains(wave.Text))
            return;
        errors.Add(wave.Place, $"{where} names '{Excerpt.Of(wave.Text)}', which is no wave{Nearest.Hint(wave.Text, isSince ? [Target.LastYear, Target.Start, .. waves] : waves, isSince ? $"; write lastYear, start, or one of {Excerpt.List(waves)}" : $"; the waves are {Excerpt.List(waves)}")}");
    }

    private decimal Positive(MapEntry entry, string where, decimal most = decimal.MaxValue)
    {
        decimal value = decimal.Parse(Text(entry), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value <= 0 || value > most)
            errors.Add(entry.Value.Place, $"{where}.{entry.Name} is {Text(entry)}; write a number above 0{(most == 100 ? " and at most 100" : "")}, such as 20");
        return value;
    }

    private static string Text(MapEntry entry) => ((TextNode)entry.Value).Text;
}
