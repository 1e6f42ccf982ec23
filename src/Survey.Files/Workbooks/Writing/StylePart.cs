using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace Survey.Files.Workbooks.Writing;

/// <summary>Makes the part that says how the styles look.</summary>
internal static class StylePart
{
    /// <summary>One that every Chinese Windows has; others take what they have in its place.</summary>
    private const string Font = "宋体";

    private const string Grey = "FFEDEDED";

    /// <summary>Fonts, grounds and borders, each look having a font of its own.</summary>
    public static Excel.Stylesheet Make() =>
        new(
            new Excel.NumberingFormats(CellLook.OwnFormats.Select(own => new Excel.NumberingFormat { NumberFormatId = own.Id, FormatCode = own.Code })),
            new Excel.Fonts(CellLook.All.Select(FontOf)),
            new Excel.Fills(Fill(Excel.PatternValues.None), Fill(Excel.PatternValues.Gray125), Fill(Excel.PatternValues.Solid)), // the first two are Excel's own
            new Excel.Borders(Border(null), Border(Excel.BorderStyleValues.Thin)),
            new Excel.CellStyleFormats(new Excel.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new Excel.CellFormats(CellLook.All.Select(FormatOf)),
            new Excel.CellStyles(new Excel.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Excel.Font FontOf(CellLook look)
    {
        var font = new Excel.Font();
        if (look.Bold)
            font.Append(new Excel.Bold());
        font.Append(new Excel.FontSize { Val = look.Size }, new Excel.FontName { Val = Font }, new Excel.FontCharSet { Val = 134 }); // GB 2312
        return font;
    }

    private static Excel.Fill Fill(Excel.PatternValues pattern) =>
        new(new Excel.PatternFill { PatternType = pattern, ForegroundColor = pattern == Excel.PatternValues.Solid ? new Excel.ForegroundColor { Rgb = Grey } : null });

    private static Excel.Border Border(Excel.BorderStyleValues? line) =>
        new(new Excel.LeftBorder { Style = line }, new Excel.RightBorder { Style = line }, new Excel.TopBorder { Style = line }, new Excel.BottomBorder { Style = line }, new Excel.DiagonalBorder());

    private static Excel.CellFormat FormatOf(CellLook look, int font) =>
        new(new Excel.Alignment { Vertical = Excel.VerticalAlignmentValues.Center, Horizontal = look.Centred ? Excel.HorizontalAlignmentValues.Center : null, WrapText = look.Wraps ? true : null })
        {
            NumberFormatId = look.Format,
            FontId = (uint)font,
            FillId = look.Shaded ? 2u : 0,
            BorderId = look.Bordered ? 1u : 0,
            FormatId = 0,
            ApplyNumberFormat = look.Format > 0 ? true : null,
            ApplyFont = true,
            ApplyFill = look.Shaded ? true : null,
            ApplyBorder = look.Bordered ? true : null,
            ApplyAlignment = true,
        };
}
