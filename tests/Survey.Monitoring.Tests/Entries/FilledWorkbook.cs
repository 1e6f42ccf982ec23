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
