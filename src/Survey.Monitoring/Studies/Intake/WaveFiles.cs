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
    /// <summary>The most unused headings that are named.</summary>
    private const int MostListed = 20;

    private readonly HashSet<string> _dropped = [.. study.PersonalData.Drop.Select(heading => Folding.Fold(heading))];
    private readonly List<(string File, Headings Headings, HashSet<int> Used)> _read = [];

    /// <summary>Where each row comes from.</summary>
    public RowPlaces Places { get; } = new();

    /// <summary>The files that were read, and the rows of each.</summary>
    public List<(string File, long Rows)> Files { get; } = [];

    /// <summary>Headings of personal data that a file had, folded.</summary>
    public HashSet<string> DroppedHere { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads all files.</summary>
    public void Read()
    {
        foreach (string path in wave.Files.SelectMany(PathsOf).Distinct(StringComparer.Ordinal))
            Attempt(path, () => ReadFile(path));
        SayUnused();
        SayFolded();
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

    private void ReadFile(string path)
    {
        RowFile file = RowFile.Open(path, new ReadOptions { Sheet = wave.Sheet, HeaderRow = wave.HeaderRow, Encoding = wave.Encoding, Delimiter = wave.Delimiter }, HeadingRule.AsTheyStand);
        var headings = new Headings(file.Columns);
        var takers = new SortedDictionary<int, List<FieldTarget>>();
        Wanted[] asked = [.. wanted.Where(column => !column.IsAbsent)];
        Wanted[] lacking = [.. asked.Where(column => !Match(column, headings, takers))];
        if (lacking.Length * 2 > asked.Length)
            throw new SurveyDataException($"{path} has {asked.Length - lacking.Length} of the {asked.Length} columns of the study in row {wave.HeaderRow}, where its headings should stand; check headerRow and sheet of the wave, and that the headings were not deleted");
        foreach (Wanted column in lacking)
            SayLacking(column, headings, path);

        int before = Places.Count;
        var targets = new FieldTarget?[file.Columns.Count];
        foreach ((int k, List<FieldTarget> own) in takers)
            targets[k] = new Fan(own, k == takers.Keys.First() ? Places : null);
        long rows = file.Read(targets);
        foreach (string note in file.Notes)
            findings.Add(Severity.Change, wave.Id, note + ".", path);
        foreach (Wanted column in lacking.Concat(wanted.Where(column => column.IsAbsent)))
            column.Reader.AddMissing(Places.Count - before);
        foreach (Wanted column in wanted)
            column.Reader.ReportFile(findings, wave.Id);
        Files.Add((path, rows));
        _read.Add((path, headings, [.. takers.Keys]));
    }

    /// <summary>Gives the readers of a column their places in a file; false where one of them has none, or no single one.</summary>
    private bool Match(Wanted column, Headings headings, SortedDictionary<int, List<FieldTarget>> takers)
    {
        int[][] places = [.. column.Parts.Select(part => PlacesOf(part, headings))];
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

    /// <summary>Where the headings stand that a part may have. What is dropped is read by no pattern; only pseudonyms are made of it.</summary>
    private int[] PlacesOf(WantedPart part, Headings headings) =>
        [.. part.Candidates.SelectMany(headings.Matching).Distinct().Where(k => part.Taker is PseudonymReader || !_dropped.Contains(headings.Folded[k]))];

    private void SayLacking(Wanted column, Headings headings, string path)
    {
        foreach (WantedPart part in column.Parts)
        {
            int[] places = PlacesOf(part, headings);
            if (places.Length == 1)
                continue;
            string name = part.Taker.Name;
            string message = places.Length == 0
                ? $"{path} has no column {part.Text} ({name}){headings.Hint(Folding.Fold(part.Candidates[0].Text)) switch { "" => "; its rows have no value there until its own heading is added to from, or to the wave's own columns.", var hint => hint }}"
                : $"{path} has {places.Length} columns that may be {name}: {string.Join(" and ", places.Select(k => $"'{Texts.Name(headings.Folded[k])}' (column {k + 1})"))}; leave one of them out of from, or take it out of the file.";
            findings.Add(Severity.Unresolved, wave.Id, message, path, column: name);
        }
    }

    /// <summary>Names the columns that the study does not use: once those that all files have, and file by file the others.</summary>
    private void SayUnused()
    {
        foreach (string heading in _read.SelectMany(file => file.Headings.Folded).Where(_dropped.Contains))
            DroppedHere.Add(heading);
        var unused = _read.Select(file => (file.File, Headings: file.Headings.Folded.Where((heading, k) => heading.Length > 0 && !file.Used.Contains(k) && !_dropped.Contains(heading)).ToHashSet(StringComparer.Ordinal))).ToList();
        if (unused.Count == 0)
            return;
        HashSet<string> everywhere = [.. unused[0].Headings.Where(heading => unused.TrueForAll(file => file.Headings.Contains(heading)))];
        if (everywhere.Count > 0)
            findings.Add(Severity.Change, wave.Id, $"The study does not use {everywhere.Count} column{(everywhere.Count == 1 ? "" : "s")} of the files of {wave.Id}: {Listed(everywhere)}.");
        foreach ((string file, HashSet<string> headings) in unused)
            foreach (string extra in headings.Where(heading => !everywhere.Contains(heading)))
                findings.Add(Severity.Change, wave.Id, $"{file} has a column '{Texts.Name(extra)}' that not all files of {wave.Id} have; it is not read.", file, column: extra);
    }

    private void SayFolded()
    {
        int headings = _read.Sum(file => file.Headings.CountFolded);
        if (headings > 0)
            findings.Add(Severity.Change, wave.Id, $"{headings} heading{(headings == 1 ? " was" : "s were")} matched without blanks around, line breaks and full width in {_read.Count(file => file.Headings.CountFolded > 0)} of {_read.Count} file{(_read.Count == 1 ? "" : "s")} of {wave.Id}.", rows: headings);
        FoldTally[] folded = [.. wanted.SelectMany(column => column.Reader.Folded).Where(tally => tally.Rows > 0)];
        if (folded.Length > 0)
            findings.Add(Severity.Change, wave.Id,
                $"{Invariant.Count(folded.Sum(tally => tally.Rows))} values were trimmed or brought to half width, the first in {folded[0].Place}: {string.Join(", ", folded.Select(tally => $"{tally.Column} {Invariant.Count(tally.Rows)}"))}.", rows: folded.Sum(tally => tally.Rows));
    }

    private static string Listed(HashSet<string> headings) => string.Join(", ", headings.Take(MostListed).Select(heading => $"'{Texts.Name(heading)}'")) + (headings.Count > MostListed ? ", ..." : "");
}
