namespace Survey.Files.Workbooks.Writing;

/// <summary>How a cell looks.</summary>
internal enum CellStyle
{
    /// <summary>As the workbook's font has it, without borders.</summary>
    Plain,

    /// <summary>A text that stays one, such as the code 012, without borders.</summary>
    Text,

    /// <summary>A day, without borders.</summary>
    Day,

    /// <summary>The name of a column of data.</summary>
    Name,

    /// <summary>The title of a sheet, large and in the middle.</summary>
    Title,

    /// <summary>The heading of a column or a part, within borders.</summary>
    Heading,

    /// <summary>A text within thin borders, in as many lines as it needs.</summary>
    Cell,

    /// <summary>As <see cref="Cell"/>, in the middle.</summary>
    Centred,

    /// <summary>A code within thin borders, kept as text.</summary>
    Code,

    /// <summary>An explanation across the sheet, in as many lines as it needs.</summary>
    Note,

    /// <summary>A rule across the sheet, in somewhat larger letters.</summary>
    Rule,

    /// <summary>The heading of rules.</summary>
    Part,

    /// <summary>A rate within thin borders: what is typed is in per cent.</summary>
    Percent,

    /// <summary>A cell within thin borders that nobody fills in.</summary>
    Closed,

    /// <summary>The heading of rows below it, within thin borders.</summary>
    Group,

    /// <summary>A number within thin borders, with the decimals that it has.</summary>
    Number,

    /// <summary>A probability within thin borders: of less than 0.001 only that is shown.</summary>
    PValue,

    /// <summary>A number within thin borders, without decimals; the styles that follow have one more each.</summary>
    Fixed0,
    Fixed1,
    Fixed2,
    Fixed3,
    Fixed4,
    Fixed5,
    Fixed6,

    /// <summary>As <see cref="Fixed0"/>, with the sign † behind it; the styles that follow have one decimal more each.</summary>
    Marked0,
    Marked1,
    Marked2,
    Marked3,
    Marked4,
    Marked5,
    Marked6,
}

/// <summary>What a style is made of.</summary>
/// <param name="Size">Of the font, in points.</param>
/// <param name="Bold">Whether the font is.</param>
/// <param name="Bordered">Whether thin lines stand around the cell.</param>
/// <param name="Shaded">Whether the ground is light grey.</param>
/// <param name="Centred">Whether the text stands in the middle.</param>
/// <param name="Wraps">Whether a long text takes several lines.</param>
/// <param name="Format">The number of the number format: of those that are built in 0 general, 10 per cent, 14 a day, 49 text; else of <see cref="OwnFormats"/>.</param>
internal sealed record CellLook(double Size = CellLook.Ordinary, bool Bold = false, bool Bordered = false, bool Shaded = false, bool Centred = false, bool Wraps = false, uint Format = 0)
{
    /// <summary>The ordinary size, in points.</summary>
    public const double Ordinary = 11;

    /// <summary>The looks, in the order of <see cref="CellStyle"/>.</summary>
    public static IReadOnlyList<CellLook> All { get; } = [.. Enum.GetValues<CellStyle>().Select(Of)];

    private const uint FirstOwn = 164, MostDecimals = 6;

    /// <summary>Number formats that are not built in, by their numbers.</summary>
    public static IReadOnlyList<(uint Id, string Code)> OwnFormats { get; } =
    [
        (FirstOwn, "[<0.001]\"<0.001\";0.000"),
        .. Enumerable.Range(0, (int)MostDecimals + 1).Select(decimals => (FirstOwn + 1 + (uint)decimals, Digits(decimals))),
        .. Enumerable.Range(0, (int)MostDecimals + 1).Select(decimals => (FirstOwn + 2 + MostDecimals + (uint)decimals, Digits(decimals) + "\"†\"")),
    ];

    private static string Digits(int decimals) => decimals == 0 ? "0" : "0." + new string('0', decimals);

    /// <summary>How high a row of one line is, in points.</summary>
    public double LineHeight => Math.Ceiling(Size * 1.45);

    private static CellLook Of(CellStyle style) =>
        style switch
        {
            CellStyle.Text => new(Format: 49),
            CellStyle.Day => new(Format: 14),
            CellStyle.Name => new(Bold: true, Format: 49),
            CellStyle.Title => new(Size: 16, Bold: true, Centred: true, Wraps: true),
            CellStyle.Heading => new(Bold: true, Bordered: true, Shaded: true, Centred: true, Wraps: true),
            CellStyle.Cell => new(Bordered: true, Wraps: true),
            CellStyle.Centred => new(Bordered: true, Centred: true, Wraps: true),
            CellStyle.Code => new(Bordered: true, Centred: true, Wraps: true, Format: 49),
            CellStyle.Note => new(Size: 10, Wraps: true),
            CellStyle.Rule => new(Size: 12, Wraps: true),
            CellStyle.Part => new(Size: 12, Bold: true),
            CellStyle.Percent => new(Bordered: true, Centred: true, Format: 10),
            CellStyle.Closed => new(Bordered: true, Shaded: true, Wraps: true),
            CellStyle.Group => new(Bold: true, Bordered: true, Wraps: true),
            CellStyle.Number => new(Bordered: true),
            CellStyle.PValue => new(Bordered: true, Format: FirstOwn),
            >= CellStyle.Fixed0 and <= CellStyle.Fixed6 => new(Bordered: true, Format: FirstOwn + 1 + (uint)(style - CellStyle.Fixed0)),
            >= CellStyle.Marked0 and <= CellStyle.Marked6 => new(Bordered: true, Format: FirstOwn + 2 + MostDecimals + (uint)(style - CellStyle.Marked0)),
            _ => new(),
        };
}
