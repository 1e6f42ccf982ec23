using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Drafting;

/// <summary>What the files of a wave look like.</summary>
/// <param name="Id">The year in their path, or a number.</param>
/// <param name="Paths">The files.</param>
/// <param name="HeaderRow">The row of the headings.</param>
/// <param name="Notes">How the files were read, where that was a guess.</param>
/// <param name="Encoding">Of a CSV file that is not UTF-8; or null.</param>
/// <param name="Columns">All headings, in the order of the first file that has each, with the files that have it.</param>
internal sealed record WaveProfile(string Id, IReadOnlyList<string> Paths, int HeaderRow, IReadOnlyList<string> Notes, string? Encoding, IReadOnlyList<(ColumnProfile Column, int Files)> Columns)
{
    /// <summary>The most title rows that are looked at above the headings.</summary>
    private const int MostTitleRows = 8;

    /// <exception cref="SurveyDataException">A file cannot be read.</exception>
    public static WaveProfile Of(string id, IReadOnlyList<string> paths)
    {
        int headerRow = HeaderRowOf(paths[0]);
        var columns = new Dictionary<string, ColumnProfile>(StringComparer.Ordinal);
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (string path in paths)
        {
            RowFile file = RowFile.Open(path, new ReadOptions { HeaderRow = headerRow }, HeadingRule.AsTheyStand);
            var targets = new FieldTarget?[file.Columns.Count];
            var here = new HashSet<string>(StringComparer.Ordinal);
            for (int k = 0; k < targets.Length; k++)
                if (Folding.Fold(file.Columns[k]) is { Length: > 0 } heading && here.Add(heading))
                {
                    targets[k] = columns.TryGetValue(heading, out ColumnProfile? known) ? known : columns[heading] = new ColumnProfile(heading);
                    files[heading] = files.GetValueOrDefault(heading) + 1;
                }
            file.Read(targets);
            notes.AddRange(file.Notes);
        }
        return new WaveProfile(id, paths, headerRow, notes, notes.Exists(note => note.Contains("GB18030", StringComparison.Ordinal)) ? "gb18030" : null, [.. columns.Values.Select(column => (column, files[column.Heading]))]);
    }

    /// <summary>The row that names the most columns: title rows have few cells, and rows of data have numbers.</summary>
    private static int HeaderRowOf(string path)
    {
        int best = 1, most = -1;
        for (int row = 1; row <= MostTitleRows; row++)
        {
            IReadOnlyList<string> cells;
            try
            {
                cells = RowFile.Open(path, new ReadOptions { HeaderRow = row }, HeadingRule.AsTheyStand).Columns;
            }
            catch (SurveyDataException) when (row > 1)
            {
                break; // the file has fewer rows
            }
            int names = cells.Select(cell => Folding.Fold(cell)).Where(cell => cell.Length > 0 && !ColumnProfile.IsNumber(cell)).Distinct(StringComparer.Ordinal).Count();
            if (names > most + (most / 4))
                (best, most) = (row, names);
        }
        return best;
    }
}
