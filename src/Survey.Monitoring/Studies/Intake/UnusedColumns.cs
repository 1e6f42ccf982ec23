namespace Survey.Monitoring.Intake;

/// <summary>Says which columns of a wave's files the study does not use, and which of its personal data were met.</summary>
/// <param name="study">With the headings of personal data.</param>
/// <param name="wave">The wave.</param>
/// <param name="findings">Where it is said.</param>
internal sealed class UnusedColumns(Study study, StudyWave wave, FindingList findings)
{
    /// <summary>The most headings that are named.</summary>
    private const int MostListed = 20;

    private readonly HashSet<string> _dropped = [.. study.PersonalData.Drop.Select(HeadingIndex.WithoutBlanks)];
    private readonly List<(string File, HashSet<string> Headings)> _unused = [];

    /// <summary>Headings of personal data that a file had, without blanks.</summary>
    public HashSet<string> DroppedHere { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes which headings of personal data a file has, whether it can be read to its end or not.</summary>
    public void Meet(HeadingIndex headings)
    {
        foreach (string heading in headings.Folded.Select(HeadingIndex.WithoutBlanks).Where(_dropped.Contains))
            DroppedHere.Add(heading);
    }

    /// <summary>Takes the headings of a file that was read.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="headings">All of them.</param>
    /// <param name="used">The places of those that are used.</param>
    public void Add(string file, HeadingIndex headings, IReadOnlyCollection<int> used)
    {
        _unused.Add((file, headings.Folded.Where((heading, k) => heading.Length > 0 && !used.Contains(k) && !_dropped.Contains(HeadingIndex.WithoutBlanks(heading))).ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>Names those that all files have once, and file by file the others.</summary>
    public void Say()
    {
        if (_unused.Count == 0)
            return;
        HashSet<string> everywhere = [.. _unused[0].Headings.Where(heading => _unused.TrueForAll(file => file.Headings.Contains(heading)))];
        if (everywhere.Count > 0)
            findings.Add(Severity.Change, wave.Id, $"The study does not use {everywhere.Count} column{(everywhere.Count == 1 ? "" : "s")} of the files of {wave.Id}: {Listed(everywhere)}.");
        foreach ((string file, HashSet<string> headings) in _unused)
            foreach (string extra in headings.Where(heading => !everywhere.Contains(heading)))
                findings.Add(Severity.Change, wave.Id, $"{file} has a column '{HeadingIndex.Shown(extra)}' that not all files of {wave.Id} have; it is not read.", file, column: HeadingIndex.Shown(extra));
    }

    private static string Listed(HashSet<string> headings) => string.Join(", ", headings.Take(MostListed).Select(heading => $"'{HeadingIndex.Shown(heading)}'")) + (headings.Count > MostListed ? ", ..." : "");
}
