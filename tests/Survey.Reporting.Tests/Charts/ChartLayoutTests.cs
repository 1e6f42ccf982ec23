using System.Xml.Linq;
using Survey.Monitoring;
using Survey.Reporting.Charts;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests.Charts;

/// <summary>Charts of any content are well-formed, and every text of them is inside and covers no other.</summary>
public class ChartLayoutTests
{
    private static readonly string[] Names = ["男", "15~24岁", "健康生活方式与行为素养水平", "Literacy in the scientific view of health", "一个名字特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长的镇", "A", SampleReport.Hostile, "第1镇", "a-very-long-name-without-any-blank-in-it-that-cannot-be-broken", ""];

    private static void AssertTidy(Chart chart, string what)
    {
        Drawing drawing = SvgChart.DrawingOf(chart, Language.Chinese);
        Label[] labels = [.. drawing.Marks.OfType<Label>().Where(label => label.Text.Length > 0)];
        var page = new Box(-0.5, -0.5, Drawing.Width + 0.5, drawing.Height + 0.5);
        foreach (Label label in labels)
            Assert.That(page.Holds(label.Box), Is.True, $"{what}: {label}");
        for (int k = 0; k < labels.Length; k++)
            for (int l = 0; l < k; l++)
                Assert.That(Shrunk(labels[k].Box).Overlaps(Shrunk(labels[l].Box)), Is.False, $"{what}: {labels[k]} over {labels[l]}");
        Assert.DoesNotThrow(() => XElement.Parse(SvgChart.Of(chart, "x", Language.Chinese)), what);
    }

    /// <summary>Letters seldom reach the edges of their line.</summary>
    private static Box Shrunk(Box box) => new(box.Left + 0.5, box.Top + 2.2, box.Right - 0.5, box.Bottom - 2.2);

    private static ChartPoint? Point(Random random, NumberKind kind)
    {
        double value = kind == NumberKind.Rate ? random.NextDouble() : (random.NextDouble() * 2) - 1, half = random.NextDouble() * 0.2;
        ReportNumber Of(double number) => new(kind == NumberKind.Rate ? Math.Clamp(number, 0, 1) : number, kind);
        return random.Next(8) switch
        {
            0 => null,
            1 => new ChartPoint(Of(value) with { IsSuppressed = true }, null, null),
            2 => new ChartPoint(Of(0), Of(0), Of(half)),
            3 => new ChartPoint(Of(value), null, null),
            _ => new ChartPoint(Of(value), Of(value - half), Of(value + half)),
        };
    }

    [Test]
    public void Charts_of_series_are_tidy([Range(1, 100)] int seed, [Values("Bars", "Dots", "Lines")] string word)
    {
        ChartForm form = Enum.Parse<ChartForm>(word);
        var random = new Random(seed);
        NumberKind kind = random.Next(4) == 0 ? NumberKind.Relative : NumberKind.Rate;
        bool areYears = form == ChartForm.Lines && random.Next(2) == 0;
        string[] categories = areYears ? ["2015", "2018", "2020", "2023", "2024"] : [.. Enumerable.Range(0, random.Next(1, form == ChartForm.Lines ? 7 : 27)).Select(_ => form == ChartForm.Lines ? Names[random.Next(2)] : Names[random.Next(Names.Length)])];
        ChartSeries[] series = [.. Enumerable.Range(0, random.Next(1, 5)).Select(k => new ChartSeries(Names[random.Next(Names.Length)], [.. categories.Select(_ => Point(random, kind))]) { IsReference = k > 1 })];
        ReferenceLine[] lines = form == ChartForm.Bars ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => new ReferenceLine(Names[random.Next(Names.Length)], new ReportNumber(random.NextDouble(), kind)))];
        AssertTidy(new SeriesChart("说明", form, "率（%）", categories, series) { References = lines, CategoryTitle = "年龄组" }, $"{form} {seed}");
    }

    [Test]
    public void Charts_of_changes_are_tidy([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        ChangeRow[] rows = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new ChangeRow(Names[random.Next(Names.Length - 1)], Point(random, NumberKind.Relative) ?? new ChartPoint(ReportNumber.Relative(double.NaN), null, null), ReportNumber.Relative(random.Next(2) == 0 ? 0.2 : -0.1), random.Next(2) == 0, "未达标（差距在误差内）"))];
        AssertTidy(new ChangeChart("说明", "相对变化（%）", rows), $"{seed}");
    }

    [Test]
    public void Charts_without_anything_are_tidy([Values("Bars", "Dots", "Lines")] string word)
    {
        ChartForm form = Enum.Parse<ChartForm>(word);
        AssertTidy(new SeriesChart("说明", form, "率（%）", ["甲"], [new ChartSeries("", [null])]), "nothing");
        AssertTidy(new SeriesChart("说明", form, "率（%）", [], [new ChartSeries("", [])]), "no category");
    }

    [Test]
    public void Strips_are_tidy([Values(1, 12, 30)] int cells) =>
        AssertTidy(new StripChart("说明", [.. Enumerable.Range(1, 6).Select(row => new StripRow(Names[row], [.. Enumerable.Range(1, cells).Select(k => new StripCell($"{row}.{k}", (PartState)(k % 4), ReportNumber.Score(1)))]))]), $"{cells}");

    [Test]
    public void A_suppressed_value_is_nowhere_in_a_chart()
    {
        ReportNumber hidden = ReportNumber.Rate(0.123456) with { IsSuppressed = true };
        string svg = SvgChart.Of(new SeriesChart("说明", ChartForm.Bars, "率（%）", ["甲"], [new ChartSeries("乙", [new ChartPoint(hidden, hidden with { Value = 0.0987 }, hidden with { Value = 0.2345 })])]), "x", Language.Chinese);
        Assert.That(svg, Does.Not.Contain("12.3").And.Not.Contain("9.87").And.Not.Contain("23.4").And.Contain("※"));
    }
}
