using Survey.Files.Columns;

namespace Survey.Files.Workbooks.Writing;

/// <summary>A table as a sheet that reads back to the same values; what could not be read again is refused.</summary>
internal static class TableSheet
{
    private const int RowsMeasured = 1000, WidestColumn = 40;

    /// <summary>The sheet: the names, then one row a row.</summary>
    /// <exception cref="SurveyDataException">A sheet has too few rows or columns, or a value cannot stand in a cell.</exception>
    public static Sheet Of(Table table)
    {
        CheckSize(table);
        Column[] columns = [.. table.Columns.Select(name => table[name])];
        foreach ((string name, int k) in table.Columns.Select((name, k) => (name, k)))
            Check(name, k, columns[k]);
        return new Sheet("data", Rows(table.Columns, columns, table.RowCount), Widths(table.Columns, columns, table.RowCount)) { FrozenRows = 1 };
    }

    private static void CheckSize(Table table)
    {
        if (table.RowCount >= SheetRows.MostRows || table.Columns.Count is 0 or > CellAddress.MostColumns)
            throw new SurveyDataException(
                $"A table of {Invariant.Count(table.RowCount)} rows and {Invariant.Count(table.Columns.Count)} columns cannot be written as a workbook, whose sheet has up to {Invariant.Count(SheetRows.MostRows - 1)} rows below the names and 1 to {Invariant.Count(CellAddress.MostColumns)} columns; write CSV, or select what to write.");
    }

    private static void Check(string name, int k, Column column)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new SurveyDataException($"Column {k + 1} has no name; give it one before it is written.");
        CellText.Checked(name, $"The name of column {k + 1}");
        if (column is CategoryColumn category)
            foreach (string level in category.Levels)
                CellText.Checked(level, $"A level of the column '{Texts.Name(name)}'");
    }

    private static IEnumerable<SheetRow> Rows(IReadOnlyList<string> names, Column[] columns, int rows)
    {
        yield return new SheetRow([.. names.Select(name => SheetCell.Text(name, CellStyle.Name))]);
        for (int row = 0; row < rows; row++)
        {
            SheetCell[] cells = Array.ConvertAll(columns, column => Cell(column, row));
            if (Array.TrueForAll(cells, cell => cell.IsAbsent))
                throw new SurveyDataException($"Row {Invariant.Count(row + 1)} of the table has no value at all, and a blank row of a workbook is skipped when it is read; leave it out with Filter, or write CSV.");
            int blank = Array.FindIndex(cells, cell => cell.Holds == SheetCell.Kind.Text && string.IsNullOrWhiteSpace(cell.Words));
            if (blank >= 0)
                throw new SurveyDataException($"The column '{Texts.Name(names[blank])}' holds a blank text in row {row + 1}, which in a workbook cannot be told from a missing value; make it missing, or give the level a name.");
            yield return new SheetRow(cells);
        }
    }

    private static SheetCell Cell(Column column, int row) =>
        column.IsMissing(row) ? SheetCell.Blank()
        : column switch
        {
            NumberColumn numbers => SheetCell.Number(numbers.Values[row]),
            DateColumn days => SheetCell.Day(days[row]!.Value),
            FlagColumn flags => SheetCell.Flag(flags.Values[row] == 1),
            _ => SheetCell.Text(column.TextAt(row)!),
        };

    private static double[] Widths(IReadOnlyList<string> names, Column[] columns, int rows) =>
        [.. columns.Select((column, k) => TextRoom.Width([names[k], .. Enumerable.Range(0, Math.Min(rows, RowsMeasured)).Select(row => column.TextAt(row) ?? "")], WidestColumn))];
}
