using Survey.Files.Workbooks.Writing;
using Survey.Monitoring;

namespace Survey.Reporting.Word.Charts;

/// <summary>The numbers of a chart as a workbook within the document, which Word opens to edit them.</summary>
/// <param name="chart">The chart.</param>
/// <param name="language">Of its headings.</param>
internal sealed class ChartData(NativeChart chart, Language language)
{
    private readonly Labels _labels = Labels.Of(language);

    /// <summary>The workbook.</summary>
    public byte[] Workbook()
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write([new Sheet(_labels.DataSheet, Rows(), [24, .. Enumerable.Repeat(14.0, Columns - 1)]) { FrozenRows = 1 }], stream);
        return stream.ToArray();
    }

    /// <summary>The names of the categories.</summary>
    public string CategoriesAt => Range(0);

    /// <summary>The name of a series.</summary>
    public string NameAt(int series) => $"{Sheet}!${Letters(ColumnOf(series))}$1";

    /// <summary>Its values.</summary>
    public string ValuesAt(int series) => Range(ColumnOf(series));

    /// <summary>How far its intervals reach down.</summary>
    public string DownAt(int series) => Range(ColumnOf(series) + 1);

    /// <summary>How far they reach up.</summary>
    public string UpAt(int series) => Range(ColumnOf(series) + 2);

    private string Sheet => $"'{_labels.DataSheet}'";

    private int Columns => 1 + chart.Series.Sum(Width);

    private int ColumnOf(int series) => 1 + chart.Series.Take(series).Sum(Width);

    private static int Width(NativeSeries series) => series.HasIntervals ? 3 : 1;

    private string Range(int column) => $"{Sheet}!${Letters(column)}$2:${Letters(column)}${chart.Categories.Count + 1}";

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private IEnumerable<SheetRow> Rows() =>
    [
        new([SheetCell.Text(_labels.Category, CellStyle.Name), .. chart.Series.SelectMany(Headings)]),
        .. chart.Categories.Select((name, k) => new SheetRow([Excel.SheetParts.Text(name, CellStyle.Text), .. chart.Series.SelectMany(series => Cells(series, k))])),
    ];

    private IEnumerable<SheetCell> Headings(NativeSeries series)
    {
        yield return Excel.SheetParts.Text(series.Name, CellStyle.Name);
        if (!series.HasIntervals)
            yield break;
        yield return Excel.SheetParts.Text(series.Name + _labels.Reach.Down, CellStyle.Name);
        yield return Excel.SheetParts.Text(series.Name + _labels.Reach.Up, CellStyle.Name);
    }

    private static IEnumerable<SheetCell> Cells(NativeSeries series, int category)
    {
        NativePoint? point = series.Points[category];
        yield return Number(point?.Value.Written);
        if (!series.HasIntervals)
            yield break;
        yield return Number(point?.Down);
        yield return Number(point?.Up);
    }

    private static SheetCell Number(double? value) => value is { } own ? SheetCell.Number(own) : SheetCell.Blank();
}
