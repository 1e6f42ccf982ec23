namespace Survey.Files.Workbooks;

/// <summary>Reads the row of column names of a sheet.</summary>
internal static class SheetHeader
{
    /// <summary>Reads the names, exactly as they stand up to the last that is not blank, and leaves the reader at their row.</summary>
    /// <param name="rows">At the beginning of the sheet.</param>
    /// <param name="headerRow">The sheet's own number of the row that holds the names.</param>
    /// <param name="rule">What is asked of them.</param>
    /// <param name="at">For messages.</param>
    public static Headings Read(SheetRows rows, int headerRow, HeadingRule rule, SheetPlace at)
    {
        do
        {
            if (!rows.Read())
                throw Ended(rows, headerRow, at);
        }
        while (rows.Number < headerRow || (rows.Number > headerRow && rows.Cells.Count == 0));
        if (rows.Number > headerRow || rows.Cells.Count == 0)
            throw Blank(rows, headerRow, at);
        return Headings.Of([.. Enumerable.Range(0, rows.Cells.Count).Select(column => rows.Cells[column].ToString())], at.File, rule);
    }

    /// <summary>How many cells of the next row with any are not blank.</summary>
    public static int ValuesBelow(SheetRows rows)
    {
        while (rows.Read())
            if (rows.Cells.Count > 0)
                return Enumerable.Range(0, rows.Cells.Count).Count(column => !rows.Cells[column].IsWhiteSpace());
        return 0;
    }

    private static SurveyDataException Blank(SheetRows rows, int headerRow, SheetPlace at)
    {
        while (rows.Cells.Count == 0)
            if (!rows.Read())
                return Ended(rows, headerRow, at);
        return new SurveyDataException(
            $"{at.File}, {at.SheetRow(headerRow)} is blank and should hold the column names; the next row with text is row {rows.Number}: if it holds them, read it with HeaderRow = {rows.Number}.");
    }

    private static SurveyDataException Ended(SheetRows rows, int headerRow, SheetPlace at) =>
        rows.Number == 0
            ? new SurveyDataException($"{at.File} has nothing in the sheet that is read; name another with Sheet, or fill it.")
            : new SurveyDataException($"{at.File} ends before {at.SheetRow(headerRow)}, which should hold the column names; count the rows above them again (HeaderRow).");
}
