using Survey.Files;

namespace Survey.Monitoring;

/// <summary>Makes columns of their maps.</summary>
/// <param name="missing">Texts that mean missing in every column.</param>
/// <param name="errors">Where errors go.</param>
internal sealed class StudyColumnReader(IReadOnlyList<string> missing, StudyErrors errors)
{
    /// <summary>Reads a column and checks that its keys fit together.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="map">Its keys; for a wave's own column, merged with those of the study.</param>
    /// <param name="place">Where it is declared.</param>
    /// <param name="where">What messages call it.</param>
    /// <param name="usual">The study's column, where a wave writes it otherwise; its levels stay, so that waves can be compared.</param>
    public StudyColumn Read(string name, MapNode map, StudyPlace place, string where, StudyColumn? usual = null)
    {
        StudyColumnType? type = Type(map);
        IReadOnlyList<(string Code, string Level)> codes = map.Pairs("codes");
        IReadOnlyList<string> levels = map.Has("levels") || usual is null ? map.Texts("levels") : usual.Levels;
        var column = new StudyColumn
        {
            Name = name,
            Place = place,
            As = type,
            From = map.Texts("from"),
            IsAbsent = map.Has("absent"),
            Derive = map.Text("derive"),
            Codes = codes,
            Levels = levels.Count == 0 && type == StudyColumnType.Category ? [.. codes.Select(code => code.Level).Distinct()] : levels,
            Labels = Labels(map),
            Missing = map.Texts("missing"),
            Digits = map.Whole("digits"),
            Recode = map.Text("recode"),
            Formats = map.Texts("formats"),
            Options = Options(map),
            Multiple = map.Map("multiple") is { } form ? Form(form, $"{where}.multiple", errors, "{option}") : null,
            Unit = map.Text("unit"),
            Title = map.LocalText("title"),
        };
        new ColumnCheck(column, map, where, missing, errors).Run();
        return column;
    }

    /// <summary>A study's column with the keys that a wave writes otherwise in place of its own.</summary>
    /// <remarks>A wave may derive what the study reads, and read what the study derives: keys that say how the other was done are then left behind.</remarks>
    public static MapNode Merged(MapNode study, MapNode wave)
    {
        IEnumerable<MapEntry> kept = study.Entries;
        if (wave.Has("derive") && study.Has("from"))
            kept = kept.Where(entry => ColumnCheck.Derived.Contains(entry.Name));
        else if (wave.Has("from"))
            kept = kept.Where(entry => entry.Name != "derive");
        MapEntry[] own = [.. kept];
        return new([.. own.Select(entry => wave.Entry(entry.Name) ?? entry), .. wave.Entries.Where(entry => !Array.Exists(own, other => other.Name == entry.Name))], wave.Place);
    }

    /// <summary>How several options are written.</summary>
    /// <param name="map">Its keys.</param>
    /// <param name="where">What messages call it.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="required">What the heading of an option's column must have a place for.</param>
    public static MultipleForm Form(MapNode map, string where, StudyErrors errors, params string[] required)
    {
        if (map["columns"] is TextNode columns)
        {
            Placeholders.Check(columns, $"{where}.columns", errors, required, ["{item}", "{option}"]);
            if (map.Entry("separators") is { } separators)
                errors.Add(separators.Key.Place, $"{where} has columns and separators, but options that have a column each are not joined; keep one of the two");
        }
        var usual = new MultipleForm();
        var form = new MultipleForm
        {
            Separators = map.Text("separators") ?? usual.Separators,
            Columns = map.Text("columns"),
            Chosen = map.Has("chosen") ? map.Texts("chosen") : [.. usual.Chosen.Except(map.Texts("notChosen"))],
            NotChosen = map.Has("notChosen") ? map.Texts("notChosen") : [.. usual.NotChosen.Except(map.Texts("chosen"))],
        };
        if (form.Chosen.Select(Folding.Fold).Intersect(form.NotChosen.Select(Folding.Fold)).FirstOrDefault() is { } both)
            errors.Add(map.Place, $"{where} has '{Excerpt.Of(both)}' in chosen and in notChosen; keep it in one of the two");
        return form;
    }

    // a derived column is what its expression makes; codes and levels make a category
    private static StudyColumnType? Type(MapNode map) =>
        map.Text("as") is { } word ? Enum.Parse<StudyColumnType>(word, ignoreCase: true)
        : !map.Has("derive") && (map.Has("codes") || map.Has("levels")) ? StudyColumnType.Category
        : null;

    private static LevelLabels? Labels(MapNode map) =>
        map["labels"] switch
        {
            null => null,
            TextNode file => new LevelLabels(null, null, file.Text),
            ListNode list => Labels(list.Items, texts => new LevelLabels([.. texts.Select(text => text.ToString())], null, null)),
            StudyNode levels => Labels([.. ((MapNode)levels).Entries.Select(entry => entry.Value)], texts => new LevelLabels(null, [.. ((MapNode)levels).Entries.Zip(texts, (entry, text) => (entry.Name, text.ToString()))], null)),
        };

    private static LevelLabels Labels(IReadOnlyList<StudyNode> written, Func<LocalText[], LevelLabels> labels)
    {
        LocalText[] texts = [.. written.Select(NodeValues.LocalText)];
        return labels(texts) with { Local = texts };
    }

    private static IReadOnlyList<(string Option, string? Text)> Options(MapNode map) =>
        map["options"] is ListNode
            ? [.. map.Texts("options").Select(option => (option, (string?)null))]
            : [.. map.Pairs("options").Select(pair => (pair.Key, (string?)pair.Text))];
}
