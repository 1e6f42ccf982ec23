using System.Globalization;
using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Checks that the keys of a column fit its type and each other.</summary>
internal sealed class ColumnCheck(StudyColumn column, MapNode map, string where, IReadOnlyList<string> missingEverywhere, StudyErrors errors)
{
    private static readonly string[] Always = ["as", "from", "missing", "title", "absent"];

    private static readonly Dictionary<StudyColumnType, string[]> Fitting = new()
    {
        [StudyColumnType.Category] = ["codes", "levels", "labels"],
        [StudyColumnType.Text] = [],
        [StudyColumnType.Code] = ["digits", "labels", "recode"],
        [StudyColumnType.Number] = ["codes", "unit"],
        [StudyColumnType.Date] = ["formats"],
        [StudyColumnType.Flag] = ["codes"],
        [StudyColumnType.Multiple] = ["codes", "options", "multiple"],
    };

    /// <summary>The keys of a derived column.</summary>
    public static readonly string[] Derived = ["derive", "levels", "labels", "unit", "title"];

    public void Run()
    {
        if (map.Has("from") && map.Entry("derive") is { } both)
            // only a wave's column can come to both: a study's is refused by its shape
            errors.Add(both.Key.Place, $"{where} has from and derive, which exclude each other; keep one of them");
        else if (column.IsAbsent && column.Derive is not null)
            errors.Add(map.Entry("absent")!.Key.Place, $"{where} is derived and cannot be absent; it is missing where the columns that it is made of are");
        else if (column.Derive is null && column.As is null)
            errors.Add(column.Place, $"{where} does not say what it holds; add 'as: {string.Join("', 'as: ", "text", "code", "number", "date", "flag")}' or 'as: multiple', or the codes or levels of a category");
        else
        {
            CheckKeys();
            CheckCodes();
            CheckLabels();
            CheckMissing();
        }
    }

    private void CheckKeys()
    {
        string[] fitting = column.As is { } type && column.Derive is null ? [.. Always, .. Fitting[type]] : Derived;
        string what = column.Derive is null ? $"a column 'as: {Word(column.As)}'" : "a derived column";
        foreach (MapEntry entry in map.Entries)
            if (!fitting.Contains(entry.Name))
                errors.Add(entry.Key.Place, $"{where} has '{entry.Name}', which {what} has no use for; remove it{(column.Derive is null ? " or change 'as'" : "")}");
        if (column.As == StudyColumnType.Multiple && !map.Has("options"))
            errors.Add(column.Place, $"{where} is multiple, but has no options; add them, such as options: {{A: ..., B: ...}}");
        else if (column.As == StudyColumnType.Multiple)
            CheckOptions(map["options"]!.Place);
    }

    private void CheckOptions(StudyPlace place)
    {
        if (column.Options.Count > OptionsColumn.Most)
            errors.Add(place, $"{where} has {column.Options.Count} options, and a column has at most {OptionsColumn.Most}; make columns of its own for some of them");
        try
        {
            ReaderFactory.OptionsOf(column);
        }
        catch (SurveyDataException error)
        {
            errors.Add(place, $"{where}.options: {error.Message}; give each option names of its own");
        }
    }

    private void CheckCodes()
    {
        if (map.Map("codes") is not { } codes)
            return;
        foreach (MapEntry code in codes.Entries)
        {
            string level = ((TextNode)code.Value).Text;
            string? wrong = column.As switch
            {
                StudyColumnType.Category when !column.Levels.Contains(level) => $"is not among the levels ({Excerpt.List(column.Levels)}){Nearest.Hint(level, column.Levels, "; add it to levels, or correct it")}",
                StudyColumnType.Flag when level is not ("true" or "false") => "is neither true nor false; write one of these",
                StudyColumnType.Number when !double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "is not a number; write digits, or change 'as'",
                StudyColumnType.Multiple when column.Options.All(option => option.Option != level) => "is not among the options; add it to options, or correct it",
                _ => null,
            };
            if (wrong is not null)
                errors.Add(code.Value.Place, $"{where}.codes: '{Excerpt.Of(level)}' {wrong}");
        }
    }

    private void CheckLabels()
    {
        IReadOnlyList<string> levels = column.Levels;
        if (column.Labels?.InOrder is not null && column.As is StudyColumnType.Code)
            errors.Add(map["labels"]!.Place, $"{where}.labels is a list, but a code has no order of levels; write a map, such as labels: {{001: ...}}");
        else if (column.Labels?.InOrder is { } inOrder && levels.Count > 0 && inOrder.Count != levels.Count)
            errors.Add(map["labels"]!.Place, $"{where}.labels has {inOrder.Count} texts for {levels.Count} levels ({Excerpt.List(levels)}); write one for each");
        if (column.Labels?.ByLevel is not null && levels.Count > 0)
            foreach (MapEntry label in map.Map("labels")!.Entries)
                if (!levels.Contains(label.Name))
                    errors.Add(label.Key.Place, $"{where}.labels: '{Excerpt.Of(label.Name)}' is not among the levels{Nearest.Hint(label.Name, levels, $"; they are {Excerpt.List(levels)}")}");
    }

    private void CheckMissing()
    {
        HashSet<string> missing = [.. column.Missing.Select(Folding.Fold)];
        HashSet<string> everywhere = [.. missingEverywhere.Select(Folding.Fold)];
        IEnumerable<TextNode> meaningful = [.. Keys("codes"), .. map["options"] is ListNode ? map.TextNodes("options") : Keys("options")];
        foreach (TextNode code in meaningful)
            if (missing.Contains(Folding.Fold(code.Text)) || everywhere.Contains(Folding.Fold(code.Text)))
                errors.Add(code.Place, $"{where} says what '{Excerpt.Of(code.Text)}' stands for, but {(missing.Contains(Folding.Fold(code.Text)) ? "its own 'missing'" : "the study's 'missing'")} has it too; keep one of the two");
    }

    private IEnumerable<TextNode> Keys(string key) => map.Map(key)?.Entries.Select(entry => entry.Key) ?? [];

    private static string Word(StudyColumnType? type) => type.ToString()!.ToLowerInvariant();
}
