using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes what a study estimates and is judged by of its maps.</summary>
internal sealed class EvaluationReader(MapNode root, StudyNames names, IReadOnlyList<StudyWave> waves, StudyErrors errors)
{
    public StudyEvaluation Evaluation()
    {
        IReadOnlyList<Indicator> indicators = new IndicatorReader(errors).Indicators(root, names);
        IReadOnlyList<PublishedFigure> published = Published(indicators);
        string[] ids = [.. published.Select(figure => figure.Wave).Where(id => waves.All(wave => wave.Id != id)).Distinct(), .. waves.Select(wave => wave.Id)];
        IReadOnlyList<StudyTarget> targets = new TargetReader(indicators, ids, errors).Targets(root);
        MapNode? judgement = root.Map("judgement"), choices = root.Map("programme")?.Map("choices");
        return new StudyEvaluation
        {
            Indicators = indicators,
            Targets = targets,
            Published = published,
            References = References(indicators),
            Series = Series(indicators),
            Waivers = Waivers(targets),
            Administrative = Administrative(indicators, targets),
            Reviews = Reviews(targets),
            Judgement = new Judgement
            {
                Level = judgement?.Text("confidence") is { } level ? (double)Fraction(level) : 0.95,
                Decimals = judgement?.Text("rounding") is { } rounding and not "none" ? int.Parse(rounding, CultureInfo.InvariantCulture) : null,
                ConfirmedJudges = judgement?.Text("figures") == "confirmed",
            },
            ReferenceYear = (judgement?.Text("referenceYear") ?? choices?.Text("referenceYear")) == "latest-published" ? ReferenceYear.LatestPublished : ReferenceYear.Same,
            Family = Family(judgement?.Map("family"), targets),
            LastYear = LastYear(choices?["lastYear"] as TextNode, ids),
            AreaKind = root.Map("area")?.Text("kind"),
        };
    }

    private List<PublishedFigure> Published(IReadOnlyList<Indicator> indicators)
    {
        var all = new List<PublishedFigure>();
        foreach ((MapNode map, string where) in root.Maps("published"))
        {
            CheckIndicator(map, where, indicators);
            StudyWave? wave = waves.FirstOrDefault(own => own.Id == map.Text("wave"));
            if (wave is null && !map.Has("age"))
                errors.Add(map.Place, $"{where} is of the wave '{Excerpt.Of(map.Text("wave")!)}', of which the study has no data, and does not say of which ages; add age, such as 15-69");
            bool needsInstrument = indicators.Any(own => own.Id == map.Text("indicator") && own.NeedsInstrument);
            var figure = new PublishedFigure(map.Text("indicator")!, map.Text("wave")!, Fraction(map.Text("value")!), map.Text("document")!, map.Place)
            {
                Interval = map.Texts("interval") is [var low, var high] ? ((double)Fraction(low), (double)Fraction(high)) : null,
                StandardError = map.Text("standardError") is { } error ? (double)Fraction(error) : null,
                Respondents = map.Whole("respondents"),
                DesignEffect = map.Text("deff") is { } deff ? double.Parse(deff, CultureInfo.InvariantCulture) : null,
                ConfirmedBy = map.Text("confirmedBy"),
                Basis = BasisOf(map, needsInstrument) with { Year = map.Whole("year") ?? YearOf(map.Text("wave")!) },
            };
            CheckInterval(map, figure, where);
            if (all.Exists(other => (other.Indicator, other.Wave) == (figure.Indicator, figure.Wave)))
                errors.Add(map.Place, $"{where} is the figure of {figure.Indicator} in {figure.Wave}, which stands in the list already; keep one of the two");
            all.Add(figure);
        }
        return all;
    }

    private void CheckInterval(MapNode map, PublishedFigure figure, string where)
    {
        if (figure.Interval is var (low, high) && !(low <= (double)figure.Value && (double)figure.Value <= high))
            errors.Add(map["interval"]!.Place, $"{where}.interval does not hold the value {map.Text("value")}; correct one of the two");
        if (figure.DesignEffect is <= 0)
            errors.Add(map["deff"]!.Place, $"{where}.deff is {map.Text("deff")}; write a number above 0, such as 1.5");
        int ways = new[] { figure.Interval is not null, figure.StandardError is not null, figure.DesignEffect is not null }.Count(given => given);
        if (ways > 1)
            errors.Add(map.Place, $"{where} gives its error in {ways} ways, which may not agree; keep one of interval, standardError and deff");
    }

    private List<Reference> References(IReadOnlyList<Indicator> indicators)
    {
        var all = new List<Reference>();
        foreach ((MapNode map, string where) in root.Maps("references"))
        {
            CheckIndicator(map, where, indicators);
            if (!map.Has("value"))
                continue;
            bool needsInstrument = indicators.Any(own => own.Id == map.Text("indicator") && own.NeedsInstrument);
            all.Add(new Reference(map.Text("of")!, Fraction(map.Text("value")!))
            {
                Indicator = map.Text("indicator"),
                StandardError = map.Text("standardError") is { } error ? (double)Fraction(error) : 0,
                DegreesOfFreedom = map.Whole("degreesOfFreedom") ?? double.PositiveInfinity,
                Basis = BasisOf(map, needsInstrument),
                Source = map.Text("source"),
                Decimals = map.Whole("decimals"),
                Contains = map.Map("contains") is { } own ? new ReferenceShare((double)Fraction(own.Text("share")!), own.Text("interviews") == "shared") : null,
            });
        }
        return all;
    }

    private List<ReferenceSeries> Series(IReadOnlyList<Indicator> indicators) =>
    [
        .. from own in root.Maps("references")
           where own.Map.Has("series")
           select new ReferenceSeries(own.Map.Text("indicator")!, own.Map.Text("of")!, own.Map.Text("series")!, BasisOf(own.Map, indicators.Any(indicator => indicator.Id == own.Map.Text("indicator") && indicator.NeedsInstrument)), own.Map.Text("source"), own.Map.Place),
    ];

    private List<(string, Waiver)> Waivers(IReadOnlyList<StudyTarget> targets)
    {
        var all = new List<(string, Waiver)>();
        foreach ((MapNode map, string where) in root.Maps("waivers"))
        {
            CheckTarget((TextNode)map["target"]!, $"{where}.target", targets, []);
            all.Add((map.Text("target")!, new Waiver(Enum.Parse<ComparedBy>(map.Text("difference")!, ignoreCase: true), map.Text("reason")!)));
        }
        return all;
    }

    private List<(string, AdministrativeFigure)> Administrative(IReadOnlyList<Indicator> indicators, IReadOnlyList<StudyTarget> targets)
    {
        var all = new List<(string, AdministrativeFigure)>();
        foreach (MapEntry entry in root.Map("administrative")?.Entries ?? [])
        {
            CheckTarget(entry.Key, "administrative", targets, indicators);
            string? of = targets.FirstOrDefault(target => target.Id == entry.Name)?.Indicator ?? entry.Name;
            if (indicators.Any(own => own.Id == of && own.Source == IndicatorSource.Survey))
                errors.Add(entry.Key.Place, $"administrative.{Excerpt.Of(entry.Name)} gives a figure of {Excerpt.Of(of)}, which the survey estimates; remove it, or give that indicator source: administrative");
            foreach (MapNode map in entry.Value is ListNode list ? list.Items.Cast<MapNode>() : [(MapNode)entry.Value])
                if (all.Exists(other => other.Item1 == entry.Name && other.Item2.Year == map.Whole("year")))
                    errors.Add(map.Place, $"administrative.{Excerpt.Of(entry.Name)} has two figures of {map.Text("year")}; keep one of them");
                else
                    all.Add((entry.Name, Record(map, $"administrative.{Excerpt.Of(entry.Name)}")));
        }
        return all;
    }

    private AdministrativeFigure Record(MapNode map, string where)
    {
        (decimal Value, bool IsPercent)? value = map.Text("value") is { } text ? NodeValues.NumberOrPercent(text) : null;
        decimal? denominator = map.Text("denominator") is { } below ? Number(below) : null;
        if (denominator <= 0)
            errors.Add(map["denominator"]!.Place, $"{where}.denominator is {map.Text("denominator")}; write what the numerator is divided by, a number above 0");
        return new AdministrativeFigure(map.Whole("year")!.Value, map.Text("source")!)
        {
            Value = value is var (number, isPercent) ? isPercent ? number / 100 : number : null,
            IsPercent = value?.IsPercent ?? false,
            Unit = map.Text("unit"),
            Count = map.Text("count") is { } count ? Number(count) : null,
            Ratio = denominator is > 0 ? (Number(map.Text("numerator")!), denominator.Value) : null,
            Evidence = map.Text("evidence"),
        };
    }

    private List<(string, Review)> Reviews(IReadOnlyList<StudyTarget> targets)
    {
        var all = new List<(string, Review)>();
        foreach (MapEntry entry in root.Map("reviews")?.Entries ?? [])
        {
            CheckTarget(entry.Key, "reviews", targets, []);
            var map = (MapNode)entry.Value;
            ReviewDecision decision = map.Text("decision") switch { "met" => ReviewDecision.Met, "not met" => ReviewDecision.NotMet, "partly met" => ReviewDecision.PartlyMet, _ => ReviewDecision.Unknown };
            all.Add((entry.Name, new Review(decision, map.Text("reason")!, map.Text("by"), map.Text("date") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, map.Text("evidence"))));
        }
        return all;
    }

    private TargetFamily? Family(MapNode? map, IReadOnlyList<StudyTarget> targets)
    {
        if (map is null)
            return null;
        foreach (TextNode target in map.TextNodes("targets"))
            CheckTarget(target, "judgement.family.targets", targets, []);
        return new TargetFamily(map.Text("adjust") == "holm" ? FamilyAdjustment.Holm : FamilyAdjustment.BenjaminiHochberg, map.Texts("targets"));
    }

    private string? LastYear(TextNode? wave, IReadOnlyList<string> ids)
    {
        if (wave is not null && !ids.Contains(wave.Text))
            errors.Add(wave.Place, $"programme.choices.lastYear names '{Excerpt.Of(wave.Text)}', which is no wave{Nearest.Hint(wave.Text, ids, $"; the waves are {Excerpt.List(ids)}")}");
        return wave?.Text;
    }

    private void CheckIndicator(MapNode map, string where, IReadOnlyList<Indicator> indicators)
    {
        var node = (TextNode)map["indicator"]!;
        if (root.Has("indicators") && indicators.All(own => own.Id != node.Text))
            errors.Add(node.Place, $"{where}.indicator names '{Excerpt.Of(node.Text)}', which is no indicator of the study{Nearest.Hint(node.Text, indicators.Select(own => own.Id), $"; its indicators are {Excerpt.List(indicators.Select(own => own.Id))}")}");
    }

    /// <summary>A key must be a target's; a programme has targets of its own, which are not known here.</summary>
    private void CheckTarget(TextNode target, string where, IReadOnlyList<StudyTarget> targets, IReadOnlyList<Indicator> indicators)
    {
        string[] known = [.. targets.Select(own => own.Id), .. indicators.Select(own => own.Id)];
        if (!root.Has("programme") && !known.Contains(target.Text))
            errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', which is no target of the study{Nearest.Hint(target.Text, known, known.Length == 0 ? "; list it under targets" : $"; its targets are {Excerpt.List(targets.Select(own => own.Id))}")}");
    }

    private static Basis BasisOf(MapNode map, bool needsInstrument) => new()
    {
        Ages = map.Text("age") is { } ages ? AgeRange.Parse(ages) : null,
        Instrument = map.Text("instrument"),
        NeedsInstrument = needsInstrument,
        Standard = map.Whole("standard"),
        Year = map.Whole("year"),
    };

    internal static int? YearOf(string wave) => wave.Length == 4 && int.TryParse(wave, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and < 2200 ? year : null;

    private static decimal Fraction(string percent) => NodeValues.NumberOrPercent(percent).Value / 100;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
