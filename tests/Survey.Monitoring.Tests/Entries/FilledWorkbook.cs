using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Survey.Monitoring.Entries;

/// <summary>Fills in a workbook of entries as a person does: by row and heading.</summary>
internal sealed class FilledWorkbook : IDisposable
{
    private readonly SpreadsheetDocument _document;

    public FilledWorkbook(string file) => _document = SpreadsheetDocument.Open(file, isEditable: true);

    public void Dispose() => _document.Dispose();

    /// <summary>Types a text.</summary>
    /// <returns>The address of the cell.</returns>
    public string Type(string sheet, string row, string heading, string text) => Set(sheet, row, heading, cell =>
    {
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(text));
    });

    /// <summary>Types a number, which a cell made for rates shows in per cent: 0.96 there is 96 %.</summary>
    public string Type(string sheet, string row, string heading, double number, bool isPlain = false) => Set(sheet, row, heading, cell =>
    {
        cell.DataType = null;
        cell.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
        if (isPlain)
            cell.StyleIndex = 0;
    });

    /// <summary>Types a number into a cell of a number format, such as "0.0%" or "yyyy-mm-dd".</summary>
    public string TypeShown(string sheet, string row, string heading, double number, string format)
    {
        string address = Type(sheet, row, heading, number);
        Stylesheet styles = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        styles.NumberingFormats ??= new NumberingFormats();
        uint id = 200 + (uint)styles.NumberingFormats.ChildElements.Count;
        styles.NumberingFormats.AppendChild(new NumberingFormat { NumberFormatId = id, FormatCode = format });
        styles.CellFormats!.AppendChild(new CellFormat { NumberFormatId = id, ApplyNumberFormat = true });
        DataOf(sheet).Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex = (uint)styles.CellFormats.ChildElements.Count - 1;
        return address;
    }

    /// <summary>Gives the columns another order, with a blank one before them, and the rows below the heading that of their end to their beginning.</summary>
    public void TurnRound(string sheet)
    {
        SheetData data = DataOf(sheet);
        data.Parent!.RemoveAllChildren<MergeCells>();
        Row[] rows = [.. data.Elements<Row>()];
        int columns = rows[0].Elements<Cell>().Count();
        data.RemoveAllChildren();
        uint number = 1;
        foreach (Row row in rows.Skip(1).Reverse().Prepend(rows[0]))
        {
            Cell[] cells = [.. row.Elements<Cell>().Reverse()];
            row.RemoveAllChildren();
            row.RowIndex = number++;
            foreach (Cell cell in cells)
            {
                cell.CellReference = $"{(char)('B' + columns - 1 - (Letters(cell)[0] - 'A'))}{row.RowIndex}";
                row.Append(cell);
            }
            data.Append(row);
        }
    }

    /// <summary>Deletes a row, the others keeping their numbers.</summary>
    public void Delete(string sheet, string row) => RowOf(sheet, row).Remove();

    /// <summary>Writes another text over a heading.</summary>
    public void Rename(string sheet, string heading, string text) => Type(sheet, "#1", heading, text);

    /// <summary>The address of a cell.</summary>
    public string Address(string sheet, string row, string heading) => $"{ColumnOf(sheet, heading)}{RowOf(sheet, row).RowIndex}";

    /// <summary>The headings of a sheet.</summary>
    public IReadOnlyList<string> Headings(string sheet) => [.. DataOf(sheet).Elements<Row>().First().Elements<Cell>().Select(TextOf)];

    /// <summary>The number of the first row of a part.</summary>
    public uint FirstRow(string sheet, string part) => DataOf(sheet).Elements<Row>().First(own => TextOf(own.Elements<Cell>().First()) == part).RowIndex!.Value;

    /// <summary>Copies a row to the end of the sheet.</summary>
    /// <returns>Its number.</returns>
    public string Copy(string sheet, string row)
    {
        SheetData data = DataOf(sheet);
        Row from = RowOf(sheet, row), copy = (Row)from.CloneNode(deep: true);
        uint last = data.Elements<Row>().Max(own => own.RowIndex!.Value);
        copy.RowIndex = last + 1;
        foreach (Cell cell in copy.Elements<Cell>())
            cell.CellReference = $"{Letters(cell)}{last + 1}";
        data.Append(copy);
        return $"#{last + 1}";
    }

    /// <summary>Takes a column away, the others staying where they are.</summary>
    public void Remove(string sheet, string heading)
    {
        string letters = ColumnOf(sheet, heading);
        foreach (Cell cell in DataOf(sheet).Descendants<Cell>().Where(cell => Letters(cell) == letters).ToArray())
            cell.Remove();
    }

    private string Set(string sheet, string row, string heading, Action<Cell> set)
    {
        Row at = RowOf(sheet, row);
        string address = $"{ColumnOf(sheet, heading)}{at.RowIndex}";
        Cell cell = at.Elements<Cell>().Single(own => own.CellReference == address);
        cell.RemoveAllChildren();
        set(cell);
        return address;
    }

    private SheetData DataOf(string sheet)
    {
        WorkbookPart book = _document.WorkbookPart!;
        string id = book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(own => own.Name == sheet).Id!;
        return ((WorksheetPart)book.GetPartById(id)).Worksheet!.GetFirstChild<SheetData>()!;
    }

    /// <summary>By the number of the part, with the town behind a blank; by #n the n-th row.</summary>
    private Row RowOf(string sheet, string row)
    {
        if (row.StartsWith('#'))
            return DataOf(sheet).Elements<Row>().Single(own => own.RowIndex!.Value == uint.Parse(row[1..], CultureInfo.InvariantCulture));
        string[] words = row.Split(' ');
        return DataOf(sheet).Elements<Row>().Single(own => TextOf(own.Elements<Cell>().First()) == words[0] && (words.Length == 1 || own.Elements<Cell>().Any(cell => TextOf(cell) == words[1])));
    }

    private string ColumnOf(string sheet, string heading) => Letters(DataOf(sheet).Elements<Row>().First().Elements<Cell>().Single(cell => TextOf(cell) == heading));

    private static string Letters(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());

    private static string TextOf(Cell cell) => cell.InnerText;
}
