using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes what a study estimates and is judged by of its maps.</summary>
internal sealed class EvaluationReader(MapNode root, StudyNames names, IReadOnlyList<StudyWave> waves, StudyProgramme programme, StudyErrors errors)
{
    public StudyEvaluation Evaluation()
    {
        IReadOnlyList<Indicator> indicators = new IndicatorReader(errors).Indicators(root, names);
        IReadOnlyList<PublishedFigure> published = Published(indicators);
        string[] ids = [.. published.Select(figure => figure.Wave).Where(id => waves.All(wave => wave.Id != id)).Distinct(), .. waves.Select(wave => wave.Id)];
        IReadOnlyList<StudyTarget> targets = new TargetReader(indicators, ids, errors).Targets(root);
        MapNode? judgement = root.Map("judgement"), choices = root.Map("programme")?.Map("choices");
        var evidence = new EvidenceReader(root, programme, targets, indicators, errors);
        evidence.CheckTowns();
        return new StudyEvaluation
        {
            Indicators = indicators,
            Targets = targets,
            Published = published,
            References = References(indicators, evidence),
            Series = Series(indicators),
            Waivers = evidence.Waivers(),
            Administrative = evidence.Administrative(),
            Reviews = evidence.Reviews(),
            Judgement = new Judgement
            {
                Level = judgement?.Text("confidence") is { } level ? (double)Fraction(level) : 0.95,
                Decimals = judgement?.Text("rounding") is { } rounding and not "none" ? int.Parse(rounding, CultureInfo.InvariantCulture) : null,
                ConfirmedJudges = judgement?.Text("figures") == "confirmed",
            },
            ReferenceYear = (judgement?.Text("referenceYear") ?? choices?.Text("referenceYear")) == "latest-published" ? ReferenceYear.LatestPublished : ReferenceYear.Same,
            Family = Family(judgement?.Map("family"), evidence),
            LastYear = Wave(choices, "lastYear", ids),
            Start = Wave(choices, "start", ids),
            AreaKind = root.Map("area")?.Text("kind"),
            TownFigures = evidence.TownFigures(),
            TownReviews = evidence.TownReviews(),
            Entries = root.Texts("entries"),
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

    private List<Reference> References(IReadOnlyList<Indicator> indicators, EvidenceReader evidence)
    {
        var all = new List<Reference>();
        foreach ((MapNode map, string where) in root.Maps("references"))
        {
            Indicator? indicator = indicators.FirstOrDefault(own => own.Id == map.Text("indicator"));
            if (indicator is null && (programme.Uses.Count > 0 || EntryKey.Of(map.Text("indicator")!).Programme is not null))
                evidence.CheckKey((TextNode)map["indicator"]!, $"{where}.indicator");
            else
                CheckIndicator(map, where, indicators);
            if (!map.Has("series"))
                all.Add(Reference(map, where, indicator));
        }
        return all;
    }

    private Reference Reference(MapNode map, string where, Indicator? indicator)
    {
        if (indicator is { Source: IndicatorSource.Survey } && !map.Has("age"))
            errors.Add(map.Place, $"{where} is of {indicator.Id}, which a survey tells, and does not say of which ages; add age, such as 15-69");
        if (indicator is { Source: IndicatorSource.Survey, IsProportion: true } && map.Entry("number") is { } number)
            errors.Add(number.Key.Place, $"{where} gives a number, and {indicator.Id} is a rate; write it as value, with its percent sign");
        return new Reference(map.Text("of")!, map.Text("value") is { } rate ? Fraction(rate) : decimal.Parse(map.Text("number")!, NumberStyles.Float, CultureInfo.InvariantCulture) / (map.Whole("per") ?? 1))
        {
            Indicator = map.Text("indicator"),
            IsNumber = map.Has("number") && !map.Has("per"),
            StandardError = map.Text("standardError") is { } error ? (double)Fraction(error) : 0,
            DegreesOfFreedom = map.Whole("degreesOfFreedom") ?? double.PositiveInfinity,
            Basis = BasisOf(map, indicator?.NeedsInstrument ?? false),
            Source = map.Text("source"),
            Decimals = map.Whole("decimals"),
            Contains = map.Map("contains") is { } own ? new ReferenceShare((double)Fraction(own.Text("share")!), own.Text("interviews") == "shared") : null,
        };
    }

    private List<ReferenceSeries> Series(IReadOnlyList<Indicator> indicators) =>
    [
        .. from own in root.Maps("references")
           where own.Map.Has("series")
           select new ReferenceSeries(own.Map.Text("indicator")!, own.Map.Text("of")!, own.Map.Text("series")!, BasisOf(own.Map, indicators.Any(indicator => indicator.Id == own.Map.Text("indicator") && indicator.NeedsInstrument)), own.Map.Text("source"), own.Map.Place),
    ];

    private static TargetFamily? Family(MapNode? map, EvidenceReader evidence)
    {
        if (map is null)
            return null;
        foreach (TextNode target in map.TextNodes("targets"))
            evidence.CheckKey(target, "judgement.family.targets");
        return new TargetFamily(map.Text("adjust") == "holm" ? FamilyAdjustment.Holm : FamilyAdjustment.BenjaminiHochberg, map.Texts("targets"));
    }

    /// <summary>A wave that a choice names.</summary>
    private string? Wave(MapNode? choices, string key, IReadOnlyList<string> ids)
    {
        var wave = choices?[key] as TextNode;
        if (wave is not null && !ids.Contains(wave.Text))
            errors.Add(wave.Place, $"programme.choices.{key} names '{Excerpt.Of(wave.Text)}', which is no wave{Nearest.Hint(wave.Text, ids, $"; the waves are {Excerpt.List(ids)}")}");
        else if (wave is not null && waves.Count > 0 && wave.Text == waves[^1].Id)
            errors.Add(wave.Place, $"programme.choices.{key} is {wave.Text}, the last wave, which is the one that is judged; name an earlier wave, or leave it out while there is none");
        return wave?.Text;
    }

    private void CheckIndicator(MapNode map, string where, IReadOnlyList<Indicator> indicators)
    {
        var node = (TextNode)map["indicator"]!;
        if (root.Has("indicators") && indicators.All(own => own.Id != node.Text))
            errors.Add(node.Place, $"{where}.indicator names '{Excerpt.Of(node.Text)}', which is no indicator of the study{Nearest.Hint(node.Text, indicators.Select(own => own.Id), $"; its indicators are {Excerpt.List(indicators.Select(own => own.Id))}")}");
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
}
