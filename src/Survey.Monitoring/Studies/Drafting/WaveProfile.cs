using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Drafting;

/// <summary>A heading of a wave.</summary>
/// <param name="Column">Its values.</param>
/// <param name="Files">The files that have it.</param>
/// <param name="StandsTwice">Whether a file has it in two columns, of which the first is looked at.</param>
internal sealed record WaveHeading(ColumnProfile Column, int Files, bool StandsTwice);

/// <summary>What the files of a wave look like.</summary>
/// <param name="Id">The year in their path, or a number.</param>
/// <param name="Paths">The files.</param>
/// <param name="Sheet">The sheet of the data, where that is not the first; or null.</param>
/// <param name="HeaderRow">The row of the headings.</param>
/// <param name="Encoding">Of CSV files, where all of them were found to have another one than UTF-8; or null.</param>
/// <param name="Headings">All of them, in the order of the first file that has each.</param>
internal sealed record WaveProfile(string Id, IReadOnlyList<string> Paths, string? Sheet, int HeaderRow, TextEncoding? Encoding, IReadOnlyList<WaveHeading> Headings)
{
    /// <summary>Whether any of its files has a heading.</summary>
    public bool Has(string heading) => Headings.Any(own => own.Column.Heading == heading);

    /// <exception cref="SurveyDataException">A file cannot be read.</exception>
    public static WaveProfile Of(string id, IReadOnlyList<string> paths)
    {
        (string? sheet, int headerRow) = HeadingSearch.In(paths[0]);
        var headings = new OrderedDictionary<string, WaveHeading>(StringComparer.Ordinal);
        var encodings = new HashSet<TextEncoding?>();
        foreach (string path in paths)
        {
            RowFile file = RowFile.Open(path, new ReadOptions { Sheet = sheet, HeaderRow = headerRow }, HeadingRule.AsTheyStand);
            file.Read(TargetsOf(file, headings));
            encodings.Add(file.FoundEncoding);
        }
        // where files differ, each is better found by itself
        return new WaveProfile(id, paths, sheet, headerRow, encodings.Count == 1 ? encodings.Single() : null, [.. headings.Values]);
    }

    private static FieldTarget?[] TargetsOf(RowFile file, OrderedDictionary<string, WaveHeading> headings)
    {
        var targets = new FieldTarget?[file.Columns.Count];
        var here = new HashSet<string>(StringComparer.Ordinal);
        for (int k = 0; k < targets.Length; k++)
        {
            string heading = Folding.Fold(file.Columns[k]);
            if (string.IsNullOrWhiteSpace(heading))
                continue;
            WaveHeading known = headings.TryGetValue(heading, out WaveHeading? before) ? before : new WaveHeading(new ColumnProfile(heading), 0, false);
            bool isFirst = here.Add(heading);
            headings[heading] = isFirst ? known with { Files = known.Files + 1 } : known with { StandsTwice = true };
            targets[k] = isFirst ? known.Column : null;
        }
        return targets;
    }
}
