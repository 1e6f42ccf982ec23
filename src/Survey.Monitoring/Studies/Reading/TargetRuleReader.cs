using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes rules of their maps.</summary>
/// <param name="indicators">That a rule may name.</param>
/// <param name="waves">The ids of waves that a rule may name, the judged one last; null for a programme, which no waves are known of and whose open choices are left open.</param>
/// <param name="errors">Where what is wrong is said.</param>
internal sealed class TargetRuleReader(IReadOnlyList<Indicator> indicators, IReadOnlyList<string>? waves, StudyErrors errors)
{
    /// <summary>The wave that is judged.</summary>
    public string? Judged { get; init; }

    /// <summary>From the id that a rule writes to that of an indicator.</summary>
    public Func<string, string> IdOf { get; init; } = id => id;

    /// <summary>The file of scores that a rule of rank named; or null.</summary>
    public string? Scores { get; private set; }

    /// <summary>The indicator that a target or a rule names.</summary>
    public string? IndicatorOf(MapNode map, string where)
    {
        if (map["indicator"] is not TextNode node)
            return null;
        string id = IdOf(node.Text);
        if (indicators.All(own => own.Id != id))
            errors.Add(node.Place, waves is null
                ? $"{where}.indicator names '{Excerpt.Of(node.Text)}', which is no letter of figures and no indicator that is known by its name{Nearest.Hint(node.Text, indicators.Select(own => own.Id), "; list it under figures")}"
                : $"{where}.indicator names '{Excerpt.Of(node.Text)}', which is no indicator of the study{Nearest.Hint(node.Text, indicators.Select(own => own.Id), indicators.Count == 0 ? "; list it under indicators" : $"; its indicators are {Excerpt.List(indicators.Select(own => own.Id))}")}");
        return id;
    }

    public Target Rule(MapNode map, string where, string? indicator)
    {
        string? own = IndicatorOf(map, where);
        indicator = own ?? indicator;
        CheckBeside(map, where);
        Target rule = map.Entries.Select(entry => OfKind(map, entry, where, indicator)).First(read => read is not null)!;
        if (waves is not null && indicator is null && rule is not (AllOfTarget or AnyOfTarget or AreaTypeTarget or ChoiceTarget or EveryTownTarget or PrerequisiteTarget or ReviewTarget or RankTarget or FullCoverageTarget or ZeroEventsTarget or LevelTarget or AboutTarget))
            errors.Add(map.Place, $"{where} says of no indicator that it must be so; add indicator to the target");
        if (rule is LevelTarget or AboutTarget)
            CheckRate(map, where, rule is LevelTarget level ? level.Amount : ((AboutTarget)rule).Amount, indicator);
        return rule with { Indicator = own, IndicatorName = own is null ? null : indicators.FirstOrDefault(one => one.Id == own)?.Name };
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
            "inEveryTown" => new EveryTownTarget(Rule(map.Map("inEveryTown")!, $"{where}.inEveryTown", indicator)),
            "prerequisite" => new PrerequisiteTarget(Text(entry)),
            "byChoice" => ByChoice(entry, where, indicator),
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
            ("yearly", ["risesByPoints", "fallsByPoints"]), ("marginPoints", ["noWorseThan"]), ("sameSeason", ["noWorseThan"]), ("rounding", ["topShare"]), ("ties", ["topShare", "topPlaces"]), ("unitName", ["topShare", "topPlaces"]), ("scores", ["topShare", "topPlaces"]),
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

    private ChoiceTarget ByChoice(MapEntry entry, string where, string? indicator)
    {
        MapEntry choice = ((MapNode)entry.Value).Entries[0];
        if (waves is not null)
            errors.Add(entry.Key.Place, $"{where} leaves a choice open, which only the notice of a programme does; write the rule that holds");
        return new ChoiceTarget(choice.Name, new Sequence<(string, Target)>([.. ((MapNode)choice.Value).Entries.Select(option => (option.Name, Rule((MapNode)option.Value, $"{where}.byChoice.{choice.Name}.{option.Name}", indicator)))]));
    }

    private AboutTarget About(MapNode map, MapEntry entry, string where)
    {
        Amount amount = Amount(map, entry);
        if (!map.Has("tolerance"))
            return new AboutTarget(amount, null); // which only a notice may leave open
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
        return new NoWorseTarget(better == Better.Lower ? ChangeDirection.Fall : ChangeDirection.Rise, Text(entry), map.Text("marginPoints") is { } margin ? decimal.Parse(margin, NumberStyles.Float, CultureInfo.InvariantCulture) : 0) { IsSameSeason = map.Flag("sameSeason") ?? false };
    }

    private RankTarget Rank(MapNode map, decimal? share, int? places)
    {
        Scores = map.Text("scores");
        return new RankTarget(map.Text("unitName")!, share, places, map.Text("rounding") switch { "down" => RankRounding.Down, "up" => RankRounding.Up, _ => RankRounding.Nearest }, map.Text("ties") == "all" ? RankTies.AllReach : RankTies.NoneReaches);
    }

    private string Since(MapNode map, string where)
    {
        CheckWave(map["since"] as TextNode, $"{where}.since", isSince: true);
        return map.Text("since") ?? Target.LastYear;
    }

    /// <summary>A wave that a rule or a target names must be one, and what it is compared with must be earlier.</summary>
    public void CheckWave(TextNode? wave, string where, bool isSince)
    {
        if (wave is null || waves is null || (isSince && wave.Text is Target.LastYear or Target.Start))
            return;
        if (isSince && waves.Contains(wave.Text) && (wave.Text == Judged || EvaluationReader.YearOf(wave.Text) >= EvaluationReader.YearOf(Judged!)))
            errors.Add(wave.Place, $"{where} is {wave.Text}, and the wave that is judged is {Judged}; name an earlier wave");
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
