using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes the evidence beside the survey of a study's maps: figures from records, decisions and waivers, each under the key of a target or of a part of a programme.</summary>
internal sealed class EvidenceReader(MapNode root, StudyProgramme programme, IReadOnlyList<StudyTarget> targets, IReadOnlyList<Indicator> indicators, StudyErrors errors)
{
    public List<(string, Waiver)> Waivers()
    {
        var all = new List<(string, Waiver)>();
        foreach ((MapNode map, string where) in root.Maps("waivers"))
        {
            CheckKey((TextNode)map["target"]!, $"{where}.target");
            CheckWaived((TextNode)map["target"]!, $"{where}.target");
            all.Add((map.Text("target")!, new Waiver(Enum.Parse<ComparedBy>(map.Text("difference")!, ignoreCase: true), map.Text("reason")!)));
        }
        return all;
    }

    /// <summary>Only what is judged can be waived, not one of its figures and not what a notice lacks.</summary>
    private void CheckWaived(TextNode target, string where)
    {
        var key = EntryKey.Of(target.Text);
        if (targets.All(own => own.Id != target.Text) && Programme.Library.All.Where(own => key.IsOf(own, programme.Uses)).ToArray() is { Length: > 0 } of && Array.TrueForAll(of, own => EntryKey.Knows(own, key.Id) && own[key.Id] is null))
            errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', which is no part that is judged; name the part");
    }

    public List<(string, AdministrativeFigure)> Administrative()
    {
        var all = new List<(string, AdministrativeFigure)>();
        foreach (MapEntry entry in root.Map("administrative")?.Entries ?? [])
        {
            CheckKey(entry.Key, "administrative", mayBeIndicator: true);
            string of = IndicatorOf(entry.Name) ?? entry.Name;
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

    /// <summary>The indicator of a target, or of a part of a programme; null where it has none.</summary>
    private string? IndicatorOf(string key)
    {
        var own = EntryKey.Of(key);
        return targets.FirstOrDefault(target => target.Id == key)?.Indicator
            ?? Programme.Library.All.Where(one => own.IsOf(one, programme.Uses)).Select(one => one[own.Id]?.Indicator).FirstOrDefault(indicator => indicator is not null);
    }

    public List<(string, string, AdministrativeFigure)> TownFigures() =>
    [
        .. from town in Towns()
           where town.Map.Has("year")
           select (town.Of, town.Town, Record(town.Map, town.Where)),
    ];

    public List<(string, string, Review)> TownReviews() => [.. from town in Towns() where town.Map.Has("decision") select (town.Of, town.Town, ReviewOf(town.Map))];

    public void CheckTowns()
    {
        foreach (MapEntry entry in root.Map("byTown")?.Entries ?? [])
            CheckKey(entry.Key, "byTown");
    }

    /// <summary>Evidence by town: of which key, of which town.</summary>
    private IEnumerable<(string Of, string Town, MapNode Map, string Where)> Towns()
    {
        foreach (MapEntry entry in root.Map("byTown")?.Entries ?? [])
            foreach (MapEntry town in ((MapNode)entry.Value).Entries)
                yield return (entry.Name, town.Name, (MapNode)town.Value, $"byTown.{Excerpt.Of(entry.Name)}.{Excerpt.Of(town.Name)}");
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
            Place = map.Place,
        };
    }

    public List<(string, Review)> Reviews()
    {
        var all = new List<(string, Review)>();
        foreach (MapEntry entry in root.Map("reviews")?.Entries ?? [])
        {
            CheckKey(entry.Key, "reviews");
            var map = (MapNode)entry.Value;
            all.Add((entry.Name, ReviewOf(map)));
        }
        return all;
    }

    private static Review ReviewOf(MapNode map)
    {
        ReviewDecision decision = map.Text("decision") switch { "met" => ReviewDecision.Met, "not met" => ReviewDecision.NotMet, "partly met" => ReviewDecision.PartlyMet, _ => ReviewDecision.Unknown };
        DateOnly? date = map.Text("date") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return new Review(decision, map.Text("reason")!, map.Text("by"), date, map.Text("evidence")) { Points = map.Text("points") is { } points ? Number(points) : null, Place = map.Place };
    }

    /// <summary>A key must be a target's, or a part's of a programme.</summary>
    /// <param name="target">As written.</param>
    /// <param name="where">Its section.</param>
    /// <param name="mayBeIndicator">Whether it may be an indicator's too.</param>
    public void CheckKey(TextNode target, string where, bool mayBeIndicator = false)
    {
        string[] known = [.. targets.Select(own => own.Id), .. mayBeIndicator ? indicators.Select(own => own.Id) : []];
        if (known.Contains(target.Text))
            return;
        var key = EntryKey.Of(target.Text);
        if (key.Programme is { } named)
            CheckNamed(target, where, named, key.Id);
        else if (programme.Uses.Where(own => EntryKey.Knows(own, target.Text)).ToArray() is { Length: > 0 } several)
        {
            if (several.Length > 1)
                errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', which {string.Join(" and ", several.Select(own => own.Id))} all have; write the programme before it, such as \"{several[0].Id}:{target.Text}\"");
        }
        else if (programme.Uses.Count == 0)
            errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', which is no target of the study{Nearest.Hint(target.Text, known, known.Length == 0 ? "; list it under targets" : $"; its targets are {Excerpt.List(targets.Select(own => own.Id))}")}");
        else
            errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', which is no target of the study and no part of {string.Join(" or ", programme.Uses.Select(own => own.Id))}; 'survey programmes {programme.Uses[0].Id}' lists its parts");
    }

    private void CheckNamed(TextNode target, string where, string named, string id)
    {
        if (Programme.Library.All.FirstOrDefault(own => own.Id == named) is not { } one)
            errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', and there is no programme '{Excerpt.Of(named)}'{Nearest.Hint(named, Programme.Library.All.Select(own => own.Id), $"; those known are {Excerpt.List(Programme.Library.All.Select(own => own.Id))}")}");
        else if (!EntryKey.Knows(one, id))
            errors.Add(target.Place, $"{where} names '{Excerpt.Of(target.Text)}', and {named} has no part '{Excerpt.Of(id)}'; 'survey programmes {named}' lists its parts");
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
