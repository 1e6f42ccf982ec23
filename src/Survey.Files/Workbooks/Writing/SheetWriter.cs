using System.Globalization;
using DocumentFormat.OpenXml;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace Survey.Files.Workbooks.Writing;

/// <summary>Writes the part of a sheet, row after row.</summary>
internal sealed class SheetWriter
{
    private const double SideMargin = 0.5, TopMargin = 0.6, FootMargin = 0.75, FooterPlace = 0.35; // in inches

    private static readonly Excel.Row RowElement = new();
    private static readonly Excel.Cell CellElement = new();
    private static readonly Excel.CellValue ValueElement = new();
    private static readonly Excel.InlineString InlineElement = new();
    private static readonly Excel.Text TextElement = new();
    private static readonly OpenXmlAttribute[] KeepBlanks = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    private readonly Sheet _sheet;
    private readonly OpenXmlWriter _xml;
    private readonly List<OpenXmlAttribute> _attributes = [];
    private readonly List<CellRange> _merged = [];
    private readonly List<int> _pageEnds = [];
    private int _row;

    private SheetWriter(Sheet sheet, OpenXmlWriter xml) => (_sheet, _xml) = (sheet, xml);

    /// <summary>Writes the sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="isFirst">Whether it is the one that is seen when the workbook is opened.</param>
    /// <param name="part">Where it goes.</param>
    /// <exception cref="SurveyDataException">A text cannot stand in a cell.</exception>
    public static void Write(Sheet sheet, bool isFirst, Stream part)
    {
        using OpenXmlWriter xml = OpenXmlWriter.Create(part);
        new SheetWriter(sheet, xml).Write(isFirst);
    }

    private void Write(bool isFirst)
    {
        _xml.WriteStartDocument(true);
        _xml.WriteStartElement(new Excel.Worksheet());
        if (_sheet.Page is not null)
            _xml.WriteElement(new Excel.SheetProperties(new Excel.PageSetupProperties { FitToPage = true }));
        _xml.WriteElement(new Excel.SheetViews(View(isFirst)));
        if (_sheet.Widths.Count > 0)
            _xml.WriteElement(new Excel.Columns(_sheet.Widths.Select((width, k) => new Excel.Column { Min = (uint)k + 1, Max = (uint)k + 1, Width = Math.Round(width, 2), CustomWidth = true })));
        _xml.WriteStartElement(new Excel.SheetData());
        foreach (SheetRow row in _sheet.Rows)
            Write(row);
        _xml.WriteEndElement();
        if (_merged.Count > 0)
            _xml.WriteElement(new Excel.MergeCells(_merged.Select(range => new Excel.MergeCell { Reference = range.ToString() })));
        if (_sheet.Choices.Count > 0)
            _xml.WriteElement(new Excel.DataValidations(_sheet.Choices.Select(own => Choice(own.Column, own.Words))) { Count = (uint)_sheet.Choices.Count });
        if (_sheet.Page is { } page)
            Write(page);
        _xml.WriteEndElement();
    }

    /// <summary>A list to choose from, in every row below the frozen ones.</summary>
    private Excel.DataValidation Choice(int column, IReadOnlyList<string> words)
    {
        CellAddress first = new(_sheet.FrozenRows + 1, column), last = new(Math.Max(_row, _sheet.FrozenRows + 1), column);
        return new Excel.DataValidation(new Excel.Formula1($"\"{string.Join(',', words)}\""))
        {
            Type = Excel.DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = false,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = new CellRange(first, last).ToString() },
        };
    }

    private Excel.SheetView View(bool isFirst)
    {
        var view = new Excel.SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null };
        if (_sheet.FrozenRows > 0)
            view.Append(new Excel.Pane { VerticalSplit = _sheet.FrozenRows, TopLeftCell = $"A{_sheet.FrozenRows + 1}", ActivePane = Excel.PaneValues.BottomLeft, State = Excel.PaneStateValues.Frozen });
        return view;
    }

    private void Write(SheetPage page)
    {
        _xml.WriteElement(new Excel.PrintOptions { HorizontalCentered = true });
        _xml.WriteElement(new Excel.PageMargins { Left = SideMargin, Right = SideMargin, Top = TopMargin, Bottom = FootMargin, Header = FooterPlace, Footer = FooterPlace });
        _xml.WriteElement(new Excel.PageSetup { PaperSize = 9, Orientation = page.Landscape ? Excel.OrientationValues.Landscape : Excel.OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        _xml.WriteElement(new Excel.HeaderFooter(new Excel.OddFooter($"&L&A&C{page.Foot}&R&P / &N")));
        if (_pageEnds.Count > 0)
            _xml.WriteElement(new Excel.RowBreaks(_pageEnds.Select(row => new Excel.Break { Id = (uint)row, Max = CellAddress.MostColumns - 1, ManualPageBreak = true })) { Count = (uint)_pageEnds.Count, ManualBreakCount = (uint)_pageEnds.Count });
    }

    private void Write(SheetRow row)
    {
        _row++;
        _attributes.Clear();
        _attributes.Add(new("r", "", _row.ToString(CultureInfo.InvariantCulture)));
        double height = row.Height ?? (_sheet.Page is null ? 0 : TextRoom.Height(row, _sheet.Widths));
        if (height > 0)
        {
            _attributes.Add(new("ht", "", Math.Min(height, 409).ToString(CultureInfo.InvariantCulture))); // Excel's highest
            _attributes.Add(new("customHeight", "", "1"));
        }
        _xml.WriteStartElement(RowElement, _attributes);
        int column = 0;
        foreach (SheetCell cell in row.Cells)
            column = Write(cell, column);
        _xml.WriteEndElement();
        if (row.EndsPage)
            _pageEnds.Add(_row);
    }

    /// <summary>Writes a cell, and blank ones of its look for the others that it goes over; gives the next column.</summary>
    private int Write(SheetCell cell, int column)
    {
        if (cell.Columns > 1 || cell.Rows > 1)
            _merged.Add(new CellRange(new(_row, column), new(_row + cell.Rows - 1, column + cell.Columns - 1)));
        if (!cell.IsAbsent)
            WriteOne(cell, column);
        for (int k = 1; k < cell.Columns; k++)
            WriteOne(SheetCell.Blank(cell.Style), column + k);
        return column + cell.Columns;
    }

    private void WriteOne(SheetCell cell, int column)
    {
        _attributes.Clear();
        _attributes.Add(new("r", "", new CellAddress(_row, column).ToString()));
        if (cell.Style != CellStyle.Plain)
            _attributes.Add(new("s", "", ((int)cell.Style).ToString(CultureInfo.InvariantCulture)));
        if (cell.Holds is SheetCell.Kind.Text or SheetCell.Kind.Flag)
            _attributes.Add(new("t", "", cell.Holds == SheetCell.Kind.Text ? "inlineStr" : "b"));
        _xml.WriteStartElement(CellElement, _attributes);
        if (cell.Holds == SheetCell.Kind.Text)
            WriteText(cell.Words!);
        else if (cell.Holds != SheetCell.Kind.Nothing)
            WriteValue(cell.Value);
        _xml.WriteEndElement();
    }

    private void WriteText(string text)
    {
        _xml.WriteStartElement(InlineElement);
        _xml.WriteStartElement(TextElement, KeepBlanks);
        _xml.WriteString(CellText.Escaped(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteValue(double value)
    {
        _xml.WriteStartElement(ValueElement);
        _xml.WriteString(value.ToString("R", CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }
}
