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
        (string Heading, string Called)[] personal = [.. _columns.Personal];
        if (personal.Length == 0)
            return;
        Line("");
        Line("personalData:                       # never read into a table, never written");
        Line($"  drop: {YamlText.List(personal.Select(pair => pair.Heading))}", "guess: " + string.Join(", ", personal.Select(pair => $"{pair.Heading} {pair.Called}")));
    }

    private void WriteColumns()
    {
        Line("");
        Line("columns:                            # name used from here on: the heading it comes from, what its codes mean");
        foreach (DraftColumn column in _columns.Columns)
            Line($"  {(column.IsLeftOut ? "# " : "")}{YamlText.Scalar(column.Name)}: {{{column.Keys}}}", column.Comment);
        foreach (WaveProfile wave in waves)
            foreach ((string heading, int files) in _columns.PartlyIn(wave))
                Line($"  # ? {files} of the {wave.Paths.Count} files of {wave.Id} have this heading, so that it is not read: {YamlText.Comment(heading)}");
        if (missing.Count > 0)
            Line($"missing: {YamlText.List(missing.Order(LevelOrder.Natural))}", "guess: these mean missing in every column, as an empty cell does");
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
            Line($"  dontKnow: {YamlText.List(dontKnow)}", "guess");
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
            WriteDifferences(wave);
            WriteAnswers(wave);
            if (_columns.HeadingIn(wave, "id") is { } id)
                WriteDuplicates(id);
        }
    }

    private void WriteDifferences(WaveProfile wave)
    {
        (string Name, string Keys)[] own = [.. _columns.DifferencesIn(wave)];
        if (own.Length > 0)
            Line("    columns:                        # what this wave did not ask, or writes otherwise");
        foreach ((string name, string keys) in own)
            Line($"      {YamlText.Scalar(name)}: {{{keys}}}");
    }

    /// <summary>A wave without numbered headings has the form of another: its reading then names the items that it lacks.</summary>
    private void WriteAnswers(WaveProfile wave)
    {
        AnswerFamily? own = _columns.Answers[wave.Id];
        if ((own ?? _columns.Answers.Values.FirstOrDefault(family => family is not null)) is not { } form)
            return;
        string multiple = form.OptionPattern is { } pattern ? $", multiple: {{columns: {YamlText.Quoted(pattern)}}}" : "";
        string comment = own is null ? "? no numbered items were found in this wave; the form of another wave stands here" : "guess" + ItemsThatDiffer(wave, own);
        Line($"    answers: {{columns: {YamlText.Quoted(form.Pattern)}, options: {form.Forms(new HashSet<string>([.. missing, .. form.DontKnow]))}{multiple}}}", comment);
    }

    /// <summary>Which numbers the items have, where other waves or the file of the items have others.</summary>
    private string ItemsThatDiffer(WaveProfile wave, AnswerFamily own)
    {
        IEnumerable<(string Who, IReadOnlySet<string> Items)> others = waves
            .Where(other => other != wave && _columns.Answers[other.Id] is not null)
            .Select(other => (other.Id, _columns.Answers[other.Id]!.Items));
        if (items is not null)
            others = others.Append(("the file of the items", items));
        (string Who, IReadOnlySet<string> Items)[] differing = [.. others.Where(other => !other.Items.SetEquals(own.Items))];
        return differing.Length == 0 ? "" : $"; ? items {AnswerFamily.Listed(own.Items)} here, {string.Join(", ", differing.Select(other => $"{AnswerFamily.Listed(other.Items)} in {other.Who}"))}: the same number must be the same question";
    }

    private void WriteDuplicates(ColumnProfile id)
    {
        int twice = id.Texts.Count(text => !missing.Contains(text.Key) && text.Value > 1);
        if (twice > 0 && _columns["surveyed"] is { Type: StudyColumnType.Date or StudyColumnType.Text })
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
        if (wave.Encoding == TextEncoding.Gb18030)
            keys.Add("encoding: gb18030");
        return keys;
    }

    private void WriteRules()
    {
        Line("");
        string[] by = [.. PlaceColumns.Where(name => _columns.Has(name) && (name != "townName" || !_columns.Has("town")))];
        if (_columns.Has("result") || by.Length > 0)
            Line("response:");
        if (_columns.Has("result"))
            Line("  disposition: result");
        if (by.Length > 0)
            Line($"  by: [{string.Join(", ", by)}]");
        string[] rules =
        [
            .. _columns["age"] is { Type: null or StudyColumnType.Number } ? ["  - {keep: \"age between 15 and 69\", reason: 年龄不在15~69岁, status: ineligible}"] : (string[])[],
            .. _columns["months"] is { Type: StudyColumnType.Number } ? ["  - {keep: \"months > 6\", reason: 居住不满6个月, status: ineligible}"] : (string[])[],
            .. _columns.Answers.Values.Any(family => family is not null) ? ["  - {keep: \"unanswered <= 10\", reason: 漏答超过10题, status: invalid}"] : (string[])[],
        ];
        if (rules.Length > 0)
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
            _text.Append(' ', Math.Max(2, CommentColumn - TextTable.Width(text))).Append("# ").Append(YamlText.Comment(comment));
        _text.Append('\n');
    }
}
