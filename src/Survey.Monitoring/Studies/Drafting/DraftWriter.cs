using System.Text;
using Survey.Files;

namespace Survey.Monitoring.Drafting;

/// <summary>Writes the draft of a study from what its files look like.</summary>
/// <param name="waves">Earliest first.</param>
/// <param name="folder">That paths are relative to.</param>
/// <param name="missing">Texts that mean missing everywhere.</param>
/// <param name="programme">Or null.</param>
/// <param name="instrument">Or null.</param>
/// <param name="items">The numbers of its items; null where no file lists them.</param>
internal sealed class DraftWriter(IReadOnlyList<WaveProfile> waves, string folder, HashSet<string> missing, string? programme, string? instrument, IReadOnlySet<string>? items)
{
    private const int CommentColumn = 100;

    private static readonly string[] PlaceColumns = ["town", "townName", "village"];

    private readonly StringBuilder _text = new();
    private readonly DraftColumns _columns = DraftColumns.Of(waves, missing, items);

    public string Write()
    {
        Line("# A draft, made from the files. \"guess\" marks what was guessed, \"?\" what only you can say; take the marks away as you settle them,");
        Line("# and run: survey check --only-data on this file.");
        Line("format: 1");
        Line("title: {zh: 居民健康调查}", "? what is the study called");
        if (programme is not null)
            Line($"programme: {{use: {YamlText.Scalar(programme)}}}");
        WritePersonalData();
        WriteColumns();
        WriteInstrument();
        WriteWaves();
        WriteRules();
        return _text.ToString();
    }

    private void WritePersonalData()
    {
        if (_columns.Personal.Count == 0)
            return;
        Line("");
        Line("personalData:                       # never read into a table, never written");
        Line($"  drop: [{string.Join(", ", _columns.Personal.Select(pair => YamlText.Scalar(pair.Heading)))}]", "guess: " + string.Join(", ", _columns.Personal.Select(pair => $"{pair.Heading} {pair.Called}")));
    }

    private void WriteColumns()
    {
        Line("");
        Line("columns:                            # name used from here on: the heading it comes from, what its codes mean");
        foreach (DraftColumn column in _columns.Columns)
            Line($"  {column.Name}: {{{column.Keys}}}", column.Comment);
        foreach (DraftColumn column in _columns.Derived)
            Line($"  {column.Name}: {{{column.Keys}}}", column.Comment);
        if (missing.Count > 0)
            Line($"missing: [{string.Join(", ", missing.Order(LevelOrder.Natural).Select(text => YamlText.Scalar(text)))}]", "guess: these mean missing in every column, as an empty cell does");
    }

    private void WriteInstrument()
    {
        if (_columns.Answers.Values.All(family => family is null))
            return;
        bool isFile = instrument is not null && File.Exists(instrument);
        Line("");
        Line("instrument:");
        Line($"  use: {YamlText.Scalar(instrument is null || isFile ? "questionnaire" : instrument)}");
        string[] dontKnow = [.. _columns.Answers.Values.OfType<AnswerFamily>().SelectMany(family => family.DontKnow).Distinct()];
        if (dontKnow.Length > 0)
            Line($"  dontKnow: [{string.Join(", ", dontKnow)}]", "guess");
        Line($"  items: {(isFile ? YamlText.Scalar(Relative(instrument!)) : "items.csv")}", isFile ? null : "? the file of the items: item, type (true-false, single, multiple), options");
    }

    private void WriteWaves()
    {
        Line("");
        Line("waves:");
        foreach (WaveProfile wave in waves)
        {
            Line($"  - id: {YamlText.Quoted(wave.Id)}", wave.Id == "1" ? "? the year" : null);
            Line($"    files: {FilesOf(wave)}", $"{wave.Paths.Count} file{(wave.Paths.Count == 1 ? "" : "s")}");
            if (ReadKeys(wave) is { Count: > 0 } keys)
                Line($"    read: {{{string.Join(", ", keys)}}}");
            if (_columns.Overrides[wave.Id] is { Count: > 0 } own)
            {
                Line("    columns:                        # this wave's own headings");
                foreach ((string name, string heading) in own)
                    Line($"      {name}: {{from: {YamlText.Scalar(heading)}}}");
            }
            if (_columns.Answers[wave.Id] is { } family)
                Line($"    answers: {{columns: {YamlText.Quoted(family.Pattern)}, options: {family.Forms(new HashSet<string>([.. missing, .. family.DontKnow]))}{(family.OptionPattern is { } pattern ? $", multiple: {{columns: {YamlText.Quoted(pattern)}}}" : "")}}}", "guess");
            if (_columns.Has("id"))
                WriteDuplicates(wave);
        }
    }

    private void WriteDuplicates(WaveProfile wave)
    {
        int twice = _columns.Headings("id").Sum(heading => wave.Columns.Where(pair => pair.Column == heading).Sum(pair => pair.Column.Texts.Count(text => text.Value > 1)));
        if (twice > 0 && _columns.Has("surveyed"))
            Line("    duplicates: {key: id, then: last, by: surveyed}", $"guess: {twice} id{(twice == 1 ? " stands" : "s stand")} in several rows; then: fail names them");
        else
            Line("    duplicates: {key: id, then: fail}", "or: then: last, by: a column that says which is the last");
    }

    private static List<string> ReadKeys(WaveProfile wave)
    {
        var keys = new List<string>();
        if (wave.Sheet is { } sheet)
            keys.Add($"sheet: {YamlText.Scalar(sheet)}");
        if (wave.HeaderRow > 1)
            keys.Add($"headerRow: {wave.HeaderRow}");
        if (wave.Encoding is { } encoding)
            keys.Add($"encoding: {encoding}");
        return keys;
    }

    private void WriteRules()
    {
        Line("");
        string[] by = [.. PlaceColumns.Where(name => _columns.Has(name) && (name != "townName" || !_columns.Has("town")))];
        if (_columns.Has("result") || by.Length > 0)
        {
            Line("response:");
            if (_columns.Has("result"))
                Line("  disposition: result");
            if (by.Length > 0)
                Line($"  by: [{string.Join(", ", by)}]");
        }
        string[] rules =
        [
            .. _columns.Has("age") ? ["  - {keep: \"age between 15 and 69\", reason: 年龄不在15~69岁, status: ineligible}"] : (string[])[],
            .. _columns.Has("months") ? ["  - {keep: \"months > 6\", reason: 居住不满6个月, status: ineligible}"] : (string[])[],
            .. _columns.Answers.Values.Any(family => family is not null) ? ["  - {keep: \"unanswered <= 10\", reason: 漏答超过10题, status: invalid}"] : (string[])[],
        ];
        if (rules.Length == 0)
            return;
        Line("eligibility:", "guess: the national rules");
        foreach (string rule in rules)
            Line(rule);
    }

    /// <summary>A pattern where all files of a folder are of the wave, else the files.</summary>
    private string FilesOf(WaveProfile wave)
    {
        string[] folders = [.. wave.Paths.Select(path => Path.GetDirectoryName(path) ?? "").Distinct()], kinds = [.. wave.Paths.Select(path => Path.GetExtension(path)).Distinct()];
        if (wave.Paths.Count > 1 && folders.Length == 1 && kinds.Length == 1)
        {
            string pattern = Path.Combine(folders[0], "*" + kinds[0]);
            if (FilePattern.Expand(pattern, "").Count == wave.Paths.Count)
                return YamlText.Quoted(Relative(pattern));
        }
        return YamlText.OneOrList([.. wave.Paths.Select(Relative)]);
    }

    private string Relative(string path) => Path.GetRelativePath(folder.Length == 0 ? "." : folder, path).Replace('\\', '/');

    private void Line(string text, string? comment = null)
    {
        _text.Append(text);
        if (comment is not null)
            _text.Append(' ', Math.Max(2, CommentColumn - TextTable.Width(text))).Append("# ").Append(comment.ReplaceLineEndings(" "));
        _text.Append('\n');
    }
}
