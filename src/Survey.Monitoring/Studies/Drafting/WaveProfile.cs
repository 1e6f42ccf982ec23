using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Drafting;

/// <summary>What the files of a wave look like.</summary>
/// <param name="Id">The year in their path, or a number.</param>
/// <param name="Paths">The files.</param>
/// <param name="Sheet">The sheet of the data, where that is not the first; or null.</param>
/// <param name="HeaderRow">The row of the headings.</param>
/// <param name="Notes">How the files were read, where that was a guess.</param>
/// <param name="Encoding">Of a CSV file that is not UTF-8; or null.</param>
/// <param name="Columns">All headings, in the order of the first file that has each, with the files that have it.</param>
internal sealed record WaveProfile(string Id, IReadOnlyList<string> Paths, string? Sheet, int HeaderRow, IReadOnlyList<string> Notes, string? Encoding, IReadOnlyList<(ColumnProfile Column, int Files)> Columns)
{
    /// <summary>The most title rows that are looked at above the headings.</summary>
    private const int MostTitleRows = 8;

    /// <exception cref="SurveyDataException">A file cannot be read.</exception>
    public static WaveProfile Of(string id, IReadOnlyList<string> paths)
    {
        (string? sheet, int headerRow) = HeadingsOf(paths[0]);
        var columns = new Dictionary<string, ColumnProfile>(StringComparer.Ordinal);
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (string path in paths)
        {
            RowFile file = RowFile.Open(path, new ReadOptions { Sheet = sheet, HeaderRow = headerRow }, HeadingRule.AsTheyStand);
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
        return new WaveProfile(id, paths, sheet, headerRow, notes, notes.Exists(note => note.Contains("GB18030", StringComparison.Ordinal)) ? "gb18030" : null, [.. columns.Values.Select(column => (column, files[column.Heading]))]);
    }

    /// <summary>The sheet and the row that name the most columns: title rows have few cells, and rows of data have numbers.</summary>
    private static (string? Sheet, int HeaderRow) HeadingsOf(string path)
    {
        (string? sheet, int row, int most) = (null, 1, -1);
        foreach (string? candidate in RowFile.SheetNames(path).Skip(1).Prepend(null))
            for (int k = 1; k <= MostTitleRows; k++)
                if (NamesIn(path, candidate, k) is { } names && names > most + (most / 4))
                    (sheet, row, most) = (candidate, k, names);
        return (sheet, row);
    }

    /// <summary>How many different names stand in a row, or null where the sheet has no such row, or only a title there. (A file that cannot be read at all is refused when its rows are.)</summary>
    private static int? NamesIn(string path, string? sheet, int row)
    {
        try
        {
            IReadOnlyList<string> cells = RowFile.Open(path, new ReadOptions { Sheet = sheet, HeaderRow = row }, HeadingRule.AsTheyStand).Columns;
            return cells.Select(cell => Folding.Fold(cell)).Where(cell => cell.Length > 0 && !ColumnProfile.IsNumber(cell)).Distinct(StringComparer.Ordinal).Count();
        }
        catch (SurveyDataException)
        {
            return null;
        }
    }
}
