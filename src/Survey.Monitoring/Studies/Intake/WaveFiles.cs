using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads the files of a wave, one after another, into the readers of its columns. A file that cannot be read is named and left out; the others go on.</summary>
/// <param name="study">Whose wave it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="wanted">What each file must have.</param>
/// <param name="findings">Where everything is said that was met.</param>
internal sealed class WaveFiles(Study study, StudyWave wave, IReadOnlyList<Wanted> wanted, FindingList findings)
{
    /// <summary>The most columns of which the folded values are counted one by one.</summary>
    private const int MostFolded = 10;

    private readonly HashSet<string> _dropped = [.. study.PersonalData.Drop.Select(HeadingIndex.WithoutBlanks)];
    private readonly UnusedColumns _unused = new(study, wave, findings);
    private int _foldedHeadings, _filesOfFolded;

    /// <summary>Where each row comes from.</summary>
    public RowPlaces Places { get; } = new();

    /// <summary>The files that were read, and the rows of each.</summary>
    public List<(string File, long Rows)> Files { get; } = [];

    /// <summary>Headings of personal data that a file had, without blanks.</summary>
    public HashSet<string> DroppedHere => _unused.DroppedHere;

    /// <summary>Reads all files.</summary>
    public void Read()
    {
        foreach (string path in wave.Files.SelectMany(PathsOf).DistinctBy(Path.GetFullPath, StringComparer.Ordinal))
            foreach (string? sheet in SheetsOf(path))
                Attempt(path, () => ReadSheet(path, sheet));
        _unused.Say();
        SayFolded();
        foreach (Wanted column in wanted)
            column.Reader.ReportWave(findings, wave.Id);
    }

    private IReadOnlyList<string> PathsOf(string pattern)
    {
        try
        {
            return [.. FilePattern.Expand(pattern, study.Folder).Select(path => Path.Combine(study.Folder, path))];
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, wave.Id, error.Message, Path.Combine(study.Folder, pattern));
            return [];
        }
    }

    /// <summary>The sheets that are read; null is the first, or the whole of a file without sheets.</summary>
    private IReadOnlyList<string?> SheetsOf(string path)
    {
        if (wave.Sheets.Count == 0)
            return [null];
        IReadOnlyList<string> all = [];
        if (wave.Sheets.Contains("*"))
            Attempt(path, () => all = [.. RowFile.SheetNames(path).Where(sheet => HasColumns(path, sheet))]);
        return [.. wave.Sheets.SelectMany(sheet => sheet == "*" ? all : [sheet]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a sheet has most columns of the study. Where all sheets are asked for, one of notes is named and left out.</summary>
    private bool HasColumns(string path, string sheet)
    {
        Wanted[] asked = [.. wanted.Where(column => !column.IsAbsent)];
        if (MatchedIn(path, sheet, asked) * 2 >= asked.Length)
            return true;
        findings.Add(Severity.Doubt, wave.Id, $"{path}: the sheet '{Texts.Name(sheet)}' has not the columns of the study and is not read.", path);
        return false;
    }

    /// <summary>How many columns of the study a sheet has; none where no headings stand where those of the study do.</summary>
    private int MatchedIn(string path, string sheet, Wanted[] asked)
    {
        try
        {
            var headings = new HeadingIndex(Open(path, sheet).Columns);
            return asked.Count(column => Match(column, headings, []));
        }
        catch (SurveyDataException)
        {
            return 0;
        }
    }

    /// <summary>Reads a file, or takes back what was read of it and says why.</summary>
    private void Attempt(string path, Action read)
    {
        int rows = Places.Count;
        try
        {
            read();
        }
        catch (SurveyDataException error)
        {
            Places.Truncate(rows);
            foreach (Wanted column in wanted)
                column.Reader.Truncate(rows);
            findings.Add(Severity.Unresolved, wave.Id, $"{error.Message.TrimEnd('.')}; none of its rows is read.", path);
        }
    }

    private void ReadSheet(string path, string? sheet)
    {
        RowFile file = Open(path, sheet);
        var headings = new HeadingIndex(file.Columns);
        _unused.Meet(headings);
        var takers = new SortedDictionary<int, List<FieldTarget>>();
        Wanted[] asked = [.. wanted.Where(column => !column.IsAbsent)];
        Wanted[] lacking = [.. asked.Where(column => !Match(column, headings, takers))];
        if (lacking.Length * 2 > asked.Length)
            throw new SurveyDataException($"{path} has {asked.Length - lacking.Length} of the {asked.Length} columns of the study in row {wave.HeaderRow}{(sheet is null ? "" : $" of the sheet '{Texts.Name(sheet)}'")}, where its headings should stand; {(sheet is null ? OtherSheet(path, asked) : null) ?? "check headerRow and sheet of the wave, and that the headings were not deleted"}");
        foreach (Wanted column in lacking)
            SayLacking(column, headings, path);

        int before = Places.Count;
        var targets = new FieldTarget?[file.Columns.Count];
        int first = takers.Keys.FirstOrDefault();
        foreach ((int k, List<FieldTarget> own) in takers)
            targets[k] = new Fan(own, Places, k == first);
        long rows = file.Read(targets);
        foreach (Wanted column in lacking.Concat(wanted.Where(column => column.IsAbsent)))
            column.Reader.AddMissing(Places.Count - before);
        foreach (Wanted column in wanted)
            column.Reader.ReportFile(findings, wave.Id);
        foreach (string note in file.Notes)
            findings.Add(Severity.Change, wave.Id, note + ".", path);
        if (sheet is null && OtherSheet(path, asked) is { } other)
            findings.Add(Severity.Unresolved, wave.Id, $"{path}: {other}, since only the first sheet was read.", path);
        Files.Add((wave.Sheets is [] or [not "*"] ? path : $"{path}, {sheet}", rows));
        _unused.Add(path, headings, takers.Keys);
        _foldedHeadings += headings.CountFolded;
        _filesOfFolded += headings.CountFolded > 0 ? 1 : 0;
    }

    private RowFile Open(string path, string? sheet) =>
        RowFile.Open(path, new ReadOptions { Sheet = sheet, HeaderRow = wave.HeaderRow, Encoding = wave.Encoding, Delimiter = wave.Delimiter }, HeadingRule.AsTheyStand);

    /// <summary>A clause about a sheet beside the first that has most columns of the study, or null. People in it would be lost.</summary>
    private string? OtherSheet(string path, Wanted[] asked)
    {
        foreach (string sheet in RowFile.SheetNames(path).Skip(1))
            if (MatchedIn(path, sheet, asked) * 2 > asked.Length)
                return $"the sheet '{Texts.Name(sheet)}' has the columns of the study too; name the sheets of this wave in read (sheet: \"*\" is all)";
        return null;
    }

    /// <summary>Gives the readers of a column their places in a file; false where one of them has none, or no single one.</summary>
    private bool Match(Wanted column, HeadingIndex headings, SortedDictionary<int, List<FieldTarget>> takers)
    {
        int[][] places = [.. column.Parts.Select(part => PlacesOf(column, part, headings))];
        if (!Array.TrueForAll(places, own => own.Length == 1))
            return false;
        for (int k = 0; k < places.Length; k++)
        {
            int place = places[k][0];
            column.Parts[k].Taker.Heading = headings.Folded[place];
            if (!takers.TryGetValue(place, out List<FieldTarget>? own))
                takers.Add(place, own = []);
            own.Add(column.Parts[k].Taker);
        }
        return true;
    }

    /// <summary>The places of the headings that a part may have. A pattern such as "{item}、*" never takes a heading of personal data.</summary>
    private int[] PlacesOf(Wanted column, WantedPart part, HeadingIndex headings) =>
        [.. part.Candidates.SelectMany(headings.Matching).Distinct().Where(k => column.IsPersonal || !_dropped.Contains(HeadingIndex.WithoutBlanks(headings.Folded[k])))];

    private void SayLacking(Wanted column, HeadingIndex headings, string path)
    {
        foreach (WantedPart part in column.Parts)
        {
            int[] places = PlacesOf(column, part, headings);
            if (places.Length == 1)
                continue;
            string name = part.Taker.Name;
            string message = places.Length == 0
                ? $"{path} has no column {part.Text} ({name}){headings.Hint(Folding.Fold(part.Candidates[0].Text)) switch { "" => "; its rows have no value there until its own heading is added to from, or absent: true to the wave's own columns.", var hint => hint }}"
                : $"{path} has {places.Length} columns that may be {name}: {string.Join(" and ", places.Select(k => $"'{HeadingIndex.Shown(headings.Folded[k])}' (column {k + 1})"))}; leave one of them out of from, or where both have one heading, export the file again with another for one of them.";
            findings.Add(Severity.Unresolved, wave.Id, message, path, column: name);
        }
    }

    private void SayFolded()
    {
        if (_foldedHeadings > 0)
            findings.Add(Severity.Change, wave.Id, $"{_foldedHeadings} heading{(_foldedHeadings == 1 ? " was" : "s were")} matched without blanks around, line breaks and full width in {_filesOfFolded} of {Files.Count} file{(Files.Count == 1 ? "" : "s")} of {wave.Id}.", rows: _foldedHeadings);
        FoldTally[] folded = [.. wanted.SelectMany(column => column.Reader.Folded).Where(tally => tally.Rows > 0)];
        if (folded.Length == 0)
            return;
        long rows = folded.Sum(tally => tally.Rows);
        FoldTally[] most = [.. folded.OrderByDescending(tally => tally.Rows).Take(MostFolded)];
        string others = folded.Length > most.Length ? $" and {Invariant.Count(rows - most.Sum(tally => tally.Rows))} in {folded.Length - most.Length} more columns" : "";
        findings.Add(Severity.Change, wave.Id,
            $"{Invariant.Count(rows)} value{(rows == 1 ? " was" : "s were")} trimmed or brought to half width, the first in {folded[0].Place}: {string.Join(", ", most.Select(tally => $"{tally.Column} {Invariant.Count(tally.Rows)}"))}{others}.", rows: rows);
    }
}
