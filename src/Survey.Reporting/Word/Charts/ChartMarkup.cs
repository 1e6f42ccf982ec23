using System.Globalization;
using Survey.Monitoring;
using Survey.Reporting.Word.Styles;

namespace Survey.Reporting.Word.Charts;

/// <summary>The part of a chart.</summary>
/// <param name="chart">What is drawn.</param>
/// <param name="data">Where its numbers stand.</param>
/// <param name="language">Of its words.</param>
internal sealed class ChartMarkup(NativeChart chart, ChartData data, Language language)
{
    private static readonly string[] Patterns = ["", "", "wdUpDiag", "pct20", "dkHorz", "diagCross"], Markers = ["circle", "square", "triangle", "diamond"], Dashes = ["solid", "dash", "sysDot", "lgDashDot"];

    /// <summary>The part; the relationship rId1 is its workbook.</summary>
    public string Part() =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/>"
        + $"<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>{(chart.IsLines ? Lines() : Bars())}{CategoryAxis()}{ValueAxis()}</c:plotArea>{Legend()}<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"{(chart.IsSpanned ? "span" : "gap")}\"/></c:chart>"
        + $"<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>{Letters(900)}<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";

    private string Bars() =>
        $"<c:barChart><c:barDir val=\"{(chart.IsLevel ? "bar" : "col")}\"/><c:grouping val=\"{(chart.IsStacked ? "stacked" : "clustered")}\"/><c:varyColors val=\"0\"/>{string.Concat(chart.Series.Select(BarSeries))}"
        + $"<c:gapWidth val=\"{(chart.Series.Count > 1 && !chart.IsStacked ? 60 : 45)}\"/>{(chart.IsStacked ? "<c:overlap val=\"100\"/>" : "")}<c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>";

    private string Lines() =>
        $"<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{string.Concat(chart.Series.Select(LineSeries))}<c:marker val=\"1\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:lineChart>";

    private string BarSeries(NativeSeries series, int k)
    {
        string pattern = Patterns[series.Look % Patterns.Length], colour = series.Colour.TrimStart('#');
        string fill = pattern.Length == 0 ? $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>" : $"<a:pattFill prst=\"{pattern}\"><a:fgClr><a:srgbClr val=\"{colour}\"/></a:fgClr><a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>";
        return $"<c:ser>{Name(series, k)}<c:spPr>{fill}<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val=\"0\"/>{ErrorBars(series, k, withDirection: true)}{Values(series, k)}</c:ser>";
    }

    private string LineSeries(NativeSeries series, int k)
    {
        string colour = series.Colour.TrimStart('#'), line = $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>";
        bool isOther = series.Look >= 10;
        string marker = $"<c:marker><c:symbol val=\"{Markers[series.Look % Markers.Length]}\"/><c:size val=\"7\"/><c:spPr>{(isOther ? "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>" : line)}<a:ln w=\"9525\">{line}</a:ln></c:spPr></c:marker>";
        return $"<c:ser>{Name(series, k)}<c:spPr><a:ln w=\"{(isOther ? 15875 : 22225)}\" cap=\"rnd\">{line}<a:prstDash val=\"{Dashes[(series.Look + (isOther ? 1 : 0)) % Dashes.Length]}\"/><a:round/></a:ln></c:spPr>{marker}{ErrorBars(series, k, withDirection: true)}{Values(series, k)}<c:smooth val=\"0\"/></c:ser>";
    }

    private string Name(NativeSeries series, int k) =>
        $"<c:idx val=\"{k}\"/><c:order val=\"{k}\"/><c:tx><c:strRef><c:f>{data.NameAt(k)}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{WordText.Escaped(series.Name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>";

    private string ErrorBars(NativeSeries series, int k, bool withDirection) =>
        !series.HasIntervals ? ""
            : $"<c:errBars>{(withDirection ? "<c:errDir val=\"y\"/>" : "")}<c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/><c:plus>{Numbers(data.UpAt(k), series.Points.Select(point => point?.Up))}</c:plus><c:minus>{Numbers(data.DownAt(k), series.Points.Select(point => point?.Down))}</c:minus><c:spPr><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"262626\"/></a:solidFill></a:ln></c:spPr></c:errBars>";

    private string Values(NativeSeries series, int k) =>
        $"<c:cat><c:strRef><c:f>{data.CategoriesAt}</c:f><c:strCache><c:ptCount val=\"{chart.Categories.Count}\"/>{string.Concat(chart.Categories.Select((name, i) => $"<c:pt idx=\"{i}\"><c:v>{WordText.Escaped(name)}</c:v></c:pt>"))}</c:strCache></c:strRef></c:cat><c:val>{Numbers(data.ValuesAt(k), series.Points.Select(point => point?.Value.Written))}</c:val>";

    private static string Numbers(string at, IEnumerable<double?> values)
    {
        double?[] all = [.. values];
        return $"<c:numRef><c:f>{at}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{all.Length}\"/>{string.Concat(all.Select((value, k) => value is { } own ? $"<c:pt idx=\"{k}\"><c:v>{own.ToString("R", CultureInfo.InvariantCulture)}</c:v></c:pt>" : ""))}</c:numCache></c:numRef>";
    }

    private string CategoryAxis() =>
        $"<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\"{(chart.IsLevel && !chart.IsLines ? "maxMin" : "minMax")}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(chart.IsLevel ? "l" : "b")}\"/>{Title(chart.CategoryTitle)}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"7F7F7F\"/></a:solidFill></a:ln></c:spPr>{Letters(900)}<c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>";

    private string ValueAxis() =>
        $"<c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{Number(Axis.High)}\"/><c:min val=\"{Number(Axis.Low)}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(chart.IsLevel ? "b" : "l")}\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>{Title(chart.Unit)}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{Letters(900)}<c:crossAx val=\"1001\"/><c:crosses val=\"{(chart.IsLevel ? "max" : "autoZero")}\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"{Number(Axis.Step)}\"/></c:valAx>";

    /// <summary>An axis that holds all intervals, which Word's own would not.</summary>
    private Reporting.Charts.Layout.Scale Axis => Reporting.Charts.Layout.Scale.Of(chart.IsStacked ? chart.Categories.Select((_, k) => chart.Series.Sum(series => series.Points[k]?.Value.Written ?? 0)) : chart.Series.SelectMany(series => series.Points).OfType<NativePoint>().SelectMany(point => new[] { point.Value.Written - (point.Down ?? 0), point.Value.Written + (point.Up ?? 0) }), 5, hasZero: !chart.IsLines);

    private static string Number(double value) => Math.Round(value, 10).ToString(CultureInfo.InvariantCulture);

    private string Title(string text) =>
        text.Length == 0 ? "" : $"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\" b=\"0\"/></a:pPr><a:r><a:rPr lang=\"{Tag}\" sz=\"900\" b=\"0\">{FontNames}</a:rPr><a:t>{WordText.Escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";

    private string Legend() => chart.Series.Count < 2 ? "" : $"<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{Letters(900)}</c:legend>";

    private string Letters(int size) => $"<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\">{FontNames}</a:defRPr></a:pPr><a:endParaRPr lang=\"{Tag}\"/></a:p></c:txPr>";

    private string Tag => language == Language.Chinese ? "zh-CN" : "en-US";

    private static string FontNames => $"<a:latin typeface=\"{Fonts.Chart.Latin}\"/><a:ea typeface=\"{Fonts.Chart.Chinese}\"/>";
}
