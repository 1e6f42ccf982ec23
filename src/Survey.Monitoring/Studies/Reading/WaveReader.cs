using System.Globalization;
using Survey.Files;

namespace Survey.Monitoring;

/// <summary>Makes waves of their maps.</summary>
internal sealed class WaveReader(MapNode root, IReadOnlyList<StudyColumn> columns, HashSet<string> faulty, StudyInstrument? instrument, StudyNames names, StudyErrors errors)
{
    private const string NotInFileNames = "/\\:*?\"<>|";

    private readonly StudyColumnReader _reader = new(root.Texts("missing"), errors);

    public IReadOnlyList<StudyWave> Waves()
    {
        var waves = new List<StudyWave>();
        foreach ((MapNode map, string where) in root.Maps("waves"))
        {
            CheckId((TextNode)map["id"]!, where);
            StudyWave wave = Wave(map, where);
            if (waves.Find(other => other.Id.Equals(wave.Id, StringComparison.OrdinalIgnoreCase)) is { } same)
                errors.Add(wave.Place, $"{where} has the id '{Excerpt.Of(wave.Id)}', as the wave in line {same.Place.Line} has; give each wave an id of its own");
            else if (waves.LastOrDefault() is { Fieldwork: { } before } earlier && wave.Fieldwork?.First < before.First)
                errors.Add(wave.Place, $"{where} ({Excerpt.Of(wave.Id)}) began before the wave {Excerpt.Of(earlier.Id)} above it; write the earliest wave first");
            waves.Add(wave);
        }
        return waves;
    }

    /// <summary>The table of a wave is written under its id, beside two others.</summary>
    private void CheckId(TextNode id, string where)
    {
        if (id.Text.Any(c => char.IsControl(c) || NotInFileNames.Contains(c)) || id.Text[0] is '.' or ' ' || id.Text[^1] is '.' or ' ')
            errors.Add(id.Place, $"{where}.id '{Excerpt.Of(id.Text)}' cannot be the name of a file; write letters and digits, such as \"2024\"");
        else if (id.Text.ToLowerInvariant() is "response" or "findings")
            errors.Add(id.Place, $"{where}.id is '{id.Text}', and a file of that name is written beside the waves; call the wave otherwise, such as \"2024\"");
    }

    private StudyWave Wave(MapNode map, string where)
    {
        IReadOnlyList<StudyColumn> own = Columns(map, where);
        MapNode? read = map.Map("read");
        return new StudyWave
        {
            Id = map.Text("id")!,
            Role = map.Text("role"),
            Fieldwork = Fieldwork(map, where),
            Files = map.Texts("files"),
            Sheets = read?.Texts("sheet") ?? [],
            HeaderRow = read?.Whole("headerRow") ?? 1,
            Encoding = Encoding(read?.Text("encoding")),
            Delimiter = read?.Text("delimiter")?[0],
            Columns = own,
            Answers = Answers(map, where),
            Instrument = Instrument(map, where),
            Duplicates = Duplicates(map, own, where),
            Place = map.Place,
        };
    }

    private StudyInstrument? Instrument(MapNode map, string where)
    {
        if (map.Map("instrument") is not { } own)
            return instrument;
        if (instrument is null)
            errors.Add(own.Place, $"{where} has an edition of a questionnaire, and the study has no instrument; declare it there first");
        return instrument is null ? null : instrument with { Version = own.Text("version"), Items = own.Text("items") ?? instrument.Items, Place = own.Place };
    }

    private IReadOnlyList<StudyColumn> Columns(MapNode map, string where)
    {
        if (map.Map("columns") is not { } overrides)
            return columns;
        var own = overrides.Entries.ToDictionary(entry => entry.Name);
        foreach (MapEntry entry in overrides.Entries)
            if (!root.Map("columns")!.Has(entry.Name))
                errors.Add(entry.Key.Place, $"{where}.columns has '{Excerpt.Of(entry.Name)}', which is no column of the study{Nearest.Hint(entry.Name, columns.Select(column => column.Name), "; declare it under 'columns' of the study first")}");
        return [.. columns.Select(column => own.TryGetValue(column.Name, out MapEntry? entry) ? Column(column, entry, $"{where}.columns") : column)];
    }

    private StudyColumn Column(StudyColumn column, MapEntry entry, string where)
    {
        var own = (MapNode)entry.Value;
        where = ShapeChecker.Under(where, column.Name);
        if (own["derive"] is TextNode expression)
            names.CheckExpression(expression, $"{where}.derive");
        MapNode merged = StudyColumnReader.Merged((MapNode)root.Map("columns")![column.Name]!, own);
        // what is wrong in the study's column has been said there
        StudyColumnReader reader = faulty.Contains(column.Name) ? new StudyColumnReader([], new StudyErrors()) : _reader;
        StudyColumn written = reader.Read(column.Name, merged, entry.Key.Place, where, column);
        if (own["as"] is { } type && column.As is not null && written.As != column.As)
            errors.Add(type.Place, $"{where} holds another type than in the study (line {column.Place.Line}), so that waves could not be compared; leave 'as' out, or declare a column of its own for this");
        return written;
    }

    private (DateOnly First, DateOnly Last)? Fieldwork(MapNode map, string where)
    {
        if (map.Texts("fieldwork") is not [var first, var last])
            return null;
        (DateOnly First, DateOnly Last) days = (Day(first), Day(last));
        if (days.Last < days.First)
            errors.Add(map["fieldwork"]!.Place, $"{where}.fieldwork ends on {last}, before it begins on {first}; write the first day first");
        return days;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static TextEncoding? Encoding(string? word) =>
        word switch
        {
            null => null,
            "utf-8" => TextEncoding.Utf8,
            "gb18030" => TextEncoding.Gb18030,
            _ => TextEncoding.Utf16,
        };

    private AnswerForm? Answers(MapNode map, string where)
    {
        if (map.Entry("answers") is not { } entry)
        {
            if (root.Has("instrument"))
                errors.Add(map.Place, $"{where} does not say how the answers to the instrument are written; add 'answers', such as answers: {{columns: \"Q{{item}}\", options: letters}}");
            return null;
        }
        if (!root.Has("instrument"))
            errors.Add(entry.Key.Place, $"{where} has answers, but the study has no instrument; declare the instrument, or remove answers");
        var answers = (MapNode)entry.Value;
        Placeholders.Check((TextNode)answers["columns"]!, $"{where}.answers.columns", errors, ["{item}"], ["{item}"]);
        return new AnswerForm
        {
            Columns = answers.Text("columns")!,
            Options = [.. answers.Texts("options").Select(word => Enum.Parse<OptionForm>(word, ignoreCase: true))],
            Multiple = answers.Map("multiple") is { } form ? StudyColumnReader.Form(form, $"{where}.answers.multiple", errors, "{item}", "{option}") : new MultipleForm(),
        };
    }

    private DuplicateRule? Duplicates(MapNode map, IReadOnlyList<StudyColumn> own, string where)
    {
        if (map.Map("duplicates") is not { } rule)
            return null;
        where += ".duplicates";
        var then = Enum.Parse<DuplicateAction>(rule.Text("then")!, ignoreCase: true);
        names.CheckColumns(rule.TextNodes("key"), $"{where}.key");
        names.CheckColumns(rule.TextNodes("by"), $"{where}.by");
        if (then == DuplicateAction.Fail && rule.Entry("by") is { } by)
            errors.Add(by.Key.Place, $"{where} has 'by', which 'then: fail' has no use for; remove it, or write 'then: first' or 'then: last'");
        if (then != DuplicateAction.Fail && !rule.Has("by"))
            errors.Add(rule.Place, $"{where} does not say by which column a row is {rule.Text("then")}; add 'by' with a column of numbers, dates or moments");
        if (own.FirstOrDefault(column => column.Name == rule.Text("by")) is { As: not (null or StudyColumnType.Number or StudyColumnType.Date or StudyColumnType.Text) } unordered)
            errors.Add(rule["by"]!.Place, $"{where}.by names '{unordered.Name}', which has no order of first and last; name a number, a date, or a text such as the moment of sending");
        HashSet<string> read = [.. own.Where(column => column.Derive is null).Select(column => column.Name), .. root.Map("personalData")?.Map("pseudonym")?.Texts("as") ?? []];
        foreach (TextNode name in rule.TextNodes("key").Concat(rule.TextNodes("by")).Where(name => names.IsKnown(name.Text) && !read.Contains(name.Text)))
            errors.Add(name.Place, $"{where} names '{Excerpt.Of(name.Text)}', which is derived or looked up only after duplicates are settled; name columns that are read from the files");
        return new DuplicateRule(rule.Texts("key"), then, rule.Text("by"));
    }
}
