using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes a programme of its file.</summary>
internal sealed class ProgrammeReader
{
    private readonly MapNode _root;
    private readonly StudyErrors _errors;
    private readonly string[] _units, _phases, _dimensions;
    private readonly bool _hasPoints;
    private readonly List<(ProgrammePart Part, MapNode Map, string Where)> _parts = [];

    private ProgrammeReader(MapNode root, StudyErrors errors)
    {
        (_root, _errors) = (root, errors);
        _units = [.. root.Map("units")?.Entries.Select(entry => entry.Name) ?? []];
        _phases = [.. root.Maps("calendar").Select(phase => phase.Map.Text("id")!)];
        _dimensions = [.. root.Maps("dimensions").Select(dimension => dimension.Map.Text("id")!)];
        _hasPoints = root.Maps("items").Any(item => item.Map.Has("points") || item.Map.Maps("parts").Any(part => part.Map.Has("points")));
    }

    /// <summary>Reads the text of a programme file.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Its name in messages.</param>
    public static Programme Read(string text, string file)
    {
        var errors = new StudyErrors();
        StudyNode tree = YamlTree.Read(text, file);
        new ShapeChecker(errors, "programme").Check(tree, ProgrammeShapes.Root, "");
        errors.ThrowIfAny();
        Programme programme = new ProgrammeReader((MapNode)tree, errors).Read();
        errors.ThrowIfAny();
        return programme;
    }

    private Programme Read()
    {
        CheckKnown(_root["mainPhase"] as TextNode, "mainPhase", _phases, "phase");
        CheckDistinct("calendar");
        CheckDistinct("dimensions");
        ProgrammeItem[] items = [.. _root.Maps("items").Select(own => Item(own.Map, own.Where))];
        string[] parts = [.. _parts.Select(own => own.Part.Id)];
        CheckIds();
        CheckPrerequisites(parts);
        CheckChoices();
        return new Programme
        {
            Id = _root.Text("id")!,
            Name = Name(_root),
            Notice = new Notice(_root.Map("notice")!.Text("zh")!, _root.Map("notice")!.Text("number"), _root.Map("notice")!.Text("date") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
            ReferenceYear = _root.Text("referenceYear") switch { "same" => ReferenceYear.Same, "latest-published" => ReferenceYear.LatestPublished, _ => null },
            Units = [.. _root.Map("units")?.Entries.Select(entry => new ProgrammeUnit(entry.Name, Name((MapNode)entry.Value))) ?? []],
            Calendar = [.. _root.Maps("calendar").Select(own => Phase(own.Map, own.Where))],
            Duties = [.. _root.Maps("duties").Select(own => new ProgrammeDuty(Name(own.Map), Name(own.Map.Map("when")!), Units(own.Map, own.Where), own.Map.Text("quote")!))],
            Choices = [.. _root.Map("choices")?.Entries.Select(entry => Choice(entry.Name, (MapNode)entry.Value, parts)) ?? []],
            Dimensions = [.. _root.Maps("dimensions").Select(own => new ProgrammeDimension(own.Map.Text("id")!, Name(own.Map), own.Map.Text("points") is { } points ? Number(points) : null))],
            Items = items,
            Missing = [.. _root.Maps("missing").Select(own => Missing(own.Map, own.Where))],
            Ranking = _root.Map("ranking") is { } ranking ? new UnitRanking(Number(ranking.Text("outOf")!), Number(ranking.Text("topShare")!), Name(ranking), ranking.Text("quote")!, Note(ranking)) : null,
        };
    }

    private ProgrammeItem Item(MapNode map, string where)
    {
        CheckKnown(map["dimension"] as TextNode, $"{where}.dimension", _dimensions, "dimension");
        CheckKnown(map["phase"] as TextNode, $"{where}.phase", _phases, "phase");
        string number = map.Text("no")!;
        (MapNode Map, string Where)[] parts = [.. map.Maps("parts")];
        foreach (MapEntry lost in map.Entries.Where(entry => parts.Length > 0 && entry.Name is "points" or "source" or "indicator" or "age" or "figures"))
            _errors.Add(lost.Key.Place, $"{where} has parts and '{lost.Name}' beside them, which would be lost; write it in each part that it is of");
        return new ProgrammeItem(number, Name(map), map.Text("dimension")!, map.Text("quote")!,
            parts.Length == 0 ? [Part(map, map, number, where)] : [.. parts.Select((own, k) => Part(own.Map, map, $"{number}.{k + 1}", $"{where}.{own.Where}"))]);
    }

    private ProgrammePart Part(MapNode map, MapNode item, string id, string where)
    {
        (string Id, LocalText Name)[] figures = [.. map.Map("figures")?.Entries.Select(entry => (id + entry.Name, Name((MapNode)entry.Value))) ?? []];
        string? indicator = map.Text("indicator"), age = map.Text("age");
        Indicator[] known = [.. Indicator.Library.All, .. figures.Select(own => new Indicator { Id = own.Id, Name = own.Name, Better = Better.Higher, Source = IndicatorSource.Administrative })];
        var rules = new TargetRuleReader(known, null, _errors) { IdOf = letter => id + letter };
        Target rule = rules.Rule((MapNode)map["rule"]!, $"{where}.rule", indicator);
        CheckFigures(map, rule, id, where);
        if (_hasPoints && !map.Has("points"))
            _errors.Add(map.Place, $"{where} has no points, and other items have; add points");
        else if (_hasPoints && Number(map.Text("points")!) <= 0)
            _errors.Add(map["points"]!.Place, $"{where}.points is {map.Text("points")}; write a number above 0");
        var part = new ProgrammePart
        {
            Id = id,
            Item = item.Text("no")!,
            Dimension = item.Text("dimension")!,
            Name = Name(map),
            Quote = map.Text("quote") ?? item.Text("quote")!,
            Rule = rule,
            Source = map.Text("source") switch { "survey" => EvidenceSource.Survey, "records" => EvidenceSource.Records, "measurement" => EvidenceSource.Measurement, _ => EvidenceSource.Review },
            Points = map.Text("points") is { } points ? Number(points) : null,
            Indicator = indicator,
            Ages = age is null or "adults" or "elderly" ? null : AgesOf((TextNode)map["age"]!, $"{where}.age"),
            AgesChoice = age is "adults" or "elderly" ? age : null,
            Figures = figures,
            Units = Units(map.Has("units") ? map : item, where),
            Phase = item.Text("phase") ?? _root.Text("mainPhase")!,
            By = (map.Text("by") ?? item.Text("by")) is { } month ? LastDay(month) : null,
            Note = Note(map) ?? Note(item),
        };
        _parts.Add((part, map, where));
        return part;
    }

    /// <summary>A letter that no rule names is a record that nobody would ever ask for.</summary>
    private void CheckFigures(MapNode map, Target rule, string part, string where)
    {
        string[] named = [.. rule.Walk().Select(own => own.Indicator).OfType<string>()];
        foreach (MapEntry figure in map.Map("figures")?.Entries.Where(own => !named.Contains(part + own.Name)) ?? [])
            _errors.Add(figure.Key.Place, $"{where}.figures has '{Excerpt.Of(figure.Name)}', which no rule of it names; add it to a rule as indicator, or remove it");
        if (rule.Walk().OfType<EveryTownTarget>().Any(own => own.Walk().Any(arm => arm.Indicator is not null)))
            _errors.Add(map.Place, $"{where} asks every town for several figures; make a part of each");
    }

    private AgeRange? AgesOf(TextNode node, string where)
    {
        if (Scalars.AgeRange.Wrong(node.Text) is not { } wrong)
            return AgeRange.Parse(node.Text);
        _errors.Add(node.Place, $"{where} {wrong}, or adults or elderly where that is a choice");
        return null;
    }

    private IReadOnlyList<string> Units(MapNode map, string where)
    {
        foreach (TextNode unit in map.TextNodes("units"))
            CheckKnown(unit, $"{where}.units", _units, "unit");
        return map.Texts("units");
    }

    private ProgrammePhase Phase(MapNode map, string where)
    {
        DateOnly first = FirstDay(map.Text("from")!), last = LastDay(map.Text("to")!);
        if (last < first)
            _errors.Add(map.Place, $"{where} ends in {map.Text("to")}, before it begins in {map.Text("from")}; correct one of the two");
        return new ProgrammePhase(map.Text("id")!, Name(map), first, last, map.Text("quote"), map.Text("wave"));
    }

    private OpenChoice Choice(string id, MapNode map, string[] parts)
    {
        foreach (TextNode part in map.TextNodes("for"))
            CheckKnown(part, $"choices.{id}.for", parts, "part");
        return new OpenChoice(id, Name(map), map.Text("quote")!, map.Texts("for"));
    }

    private MissingItem Missing(MapNode map, string where)
    {
        CheckKnown(map["dimension"] as TextNode, $"{where}.dimension", _dimensions, "dimension");
        return new MissingItem(map.Text("no")!, map.Text("dimension")!, Name(map));
    }

    /// <summary>Phases and chapters go by id, so each stands once.</summary>
    private void CheckDistinct(string list)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((MapNode map, string where) in _root.Maps(list))
            CheckOnce(map, where, map.Text("id")!, "id", seen);
    }

    /// <summary>So does the evidence of parts and of their figures.</summary>
    private void CheckIds()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((ProgrammePart part, MapNode map, string where) in _parts)
            foreach (string id in part.Figures.Select(own => own.Id).Prepend(part.Id))
                CheckOnce(map, where, id, "number", seen);
    }

    private void CheckOnce(MapNode map, string where, string id, string what, Dictionary<string, string> seen)
    {
        if (!seen.TryAdd(id, where))
            _errors.Add(map.Place, $"{where} has the {what} '{Excerpt.Of(id)}', as {seen[id]} has; give each {what} once");
    }

    private void CheckPrerequisites(string[] parts)
    {
        foreach ((ProgrammePart part, MapNode map, string where) in _parts)
            foreach (PrerequisiteTarget prerequisite in part.Rule.Walk().OfType<PrerequisiteTarget>())
                CheckKnown(map, $"a prerequisite of {where}", prerequisite.Of, [.. parts.Where(other => other != part.Id)], "other part");
    }

    /// <summary>A choice that is not listed for a part would never be asked for, and its rule or its ages never be held against anything.</summary>
    private void CheckChoices()
    {
        foreach ((ProgrammePart part, MapNode map, string where) in _parts)
            foreach (string choice in ChoicesOf(part).Distinct().Where(own => _root.Map("choices")?.Map(own)?.Texts("for").Contains(part.Id) != true))
                _errors.Add(map.Place, $"{where} rests on the choice '{choice}', and choices.{choice} does not list {Excerpt.Of(part.Id)}; add it there, with the quote that leaves it open");
    }

    private static IEnumerable<string> ChoicesOf(ProgrammePart part)
    {
        if (part.AgesChoice is { } ages)
            yield return ages;
        foreach (Target rule in part.Rule.Walk())
            if (rule is ChoiceTarget choice)
                yield return choice.Choice;
            else if (rule is AboutTarget { Tolerance: null })
                yield return "tolerance";
    }

    private void CheckKnown(TextNode? node, string where, string[] known, string what)
    {
        if (node is not null)
            CheckKnown(node, where, node.Text, known, what);
    }

    private void CheckKnown(StudyNode at, string where, string name, string[] known, string what)
    {
        if (!known.Contains(name))
            _errors.Add(at.Place, $"{where} names '{Excerpt.Of(name)}', which is no {what}{Nearest.Hint(name, known, known.Length == 0 ? "; list it, or leave it out" : $"; name one of {Excerpt.List(known)}")}");
    }

    private static LocalText Name(MapNode map) => new(map.Text("zh"), map.Text("en"));

    private static LocalText? Note(MapNode map) => map.LocalText("note");

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static DateOnly FirstDay(string month) => DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);

    private static DateOnly LastDay(string month) => FirstDay(month).AddMonths(1).AddDays(-1);
}
