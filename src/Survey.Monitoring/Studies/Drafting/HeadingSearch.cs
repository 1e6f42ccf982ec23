using Survey.Files;

namespace Survey.Monitoring.Drafting;

/// <summary>Finds the sheet and the row of the headings of a file.</summary>
internal static class HeadingSearch
{
    /// <summary>The most title rows that are looked at above the headings.</summary>
    private const int MostTitleRows = 8;

    /// <summary>The sheet and the row that name the most columns: title rows have few cells, and rows of data have numbers.</summary>
    /// <returns>The sheet is null where it is the first.</returns>
    /// <exception cref="SurveyDataException">The file cannot be read.</exception>
    public static (string? Sheet, int HeaderRow) In(string path)
    {
        (string? sheet, int row, (int Names, int Cells) most) = (null, 1, (-1, -1));
        foreach (string? candidate in RowFile.SheetNames(path).Skip(1).Prepend(null))
            for (int k = 1; k <= MostTitleRows; k++)
                if (CellsIn(path, candidate, k) is { } found && IsMore(found.Names, most.Names) && IsMore(found.Cells, most.Cells))
                    (sheet, row, most) = (candidate, k, found);
        return (sheet, row);
    }

    private static bool IsMore(int found, int most) => found > most + (most / 4);

    /// <summary>How many different names and how many cells stand in a row; null where the sheet has no such row, or only a title there, or a row of a person. (A file that cannot be read at all is refused when its rows are.)</summary>
    private static (int Names, int Cells)? CellsIn(string path, string? sheet, int row)
    {
        try
        {
            IReadOnlyList<string> columns = RowFile.Open(path, new ReadOptions { Sheet = sheet, HeaderRow = row }, HeadingRule.AsTheyStand).Columns;
            string[] cells = [.. columns.Select(cell => Folding.Fold(cell)).Where(cell => cell.Length > 0)];
            return Array.Exists(cells, cell => PersonalData.Hidden(cell) != cell)
                ? null
                : (cells.Where(cell => !ColumnProfile.IsNumber(cell)).Distinct(StringComparer.Ordinal).Count(), cells.Length);
        }
        catch (SurveyDataException)
        {
            return null;
        }
    }
}
