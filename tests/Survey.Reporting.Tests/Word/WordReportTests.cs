using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Tests.Made;
using Survey.Reporting.Word;
using Survey.Reporting.Word.Charts;

namespace Survey.Reporting.Tests.Word;

public class WordReportTests
{
    internal static byte[] Written(Report report, string? template = null)
    {
        using var stream = new MemoryStream();
        WordReport.Write(report, stream, template);
        return stream.ToArray();
    }

    internal static IEnumerable<string> Faults(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using WordprocessingDocument opened = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(opened).Select(error => $"{error.Part?.Uri}: {error.Path?.XPath}: {error.Description}")];
    }

    [Test]
    public void A_minus_sign_does_not_part_from_its_number()
    {
        using var stream = new MemoryStream(Written(SampleReport.Of(Language.Chinese) with { Title = "差值-0.03，2020-2024年，Q-1" }));
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        DocumentFormat.OpenXml.Wordprocessing.Run title = document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Run>().First(run => run.InnerText.StartsWith("差值", StringComparison.Ordinal));
        Assert.That(title.Elements().Select(element => element is DocumentFormat.OpenXml.Wordprocessing.NoBreakHyphen ? "-" : element.InnerText), Is.EqualTo(new[] { "差值", "-", "0.03，2020-2024年，Q-1" }));
    }

    [Test]
    public void It_validates([Values] Language language) => Assert.That(Faults(Written(SampleReport.Of(language))), Is.Empty);

    [Test]
    public void The_demo_county_validates([Values] Language language, [Values] ReportKind kind) => Assert.That(Faults(Written(DemoReport.Of(language, kind).Content)), Is.Empty);

    [Test]
    public void The_same_report_gives_the_same_bytes()
    {
        byte[] first = Written(SampleReport.Of(Language.Chinese));
        Thread.Sleep(2100); // the times of a zip archive go by two seconds
        Assert.That(Written(SampleReport.Of(Language.Chinese)), Is.EqualTo(first));
    }

    [Test]
    public void LibreOffice_prints_it_with_the_notice_on_every_page([Values] Language language)
    {
        FinishedReport report = DemoReport.Of(language);
        string[] pages = PagesOf(report);
        Assert.That(pages, Has.Length.InRange(20, 80));
        Assert.That(pages, Is.All.Contains(report.Content.Notice!.Replace(" ", "", StringComparison.Ordinal)));
        string all = string.Concat(pages);
        foreach (Block block in report.Content.Blocks)
            if (block is ReportTable table)
                Assert.That(all, Does.Contain(report.Content.NumberOf(table.Id).Replace(" ", "", StringComparison.Ordinal)));
    }

    [Test]
    public void With_one_programme_the_summary_is_one_page([Values] Language language)
    {
        Tools.NeedArial();
        FinishedReport report = DemoReport.Of(language);
        Paragraph[] summary = [.. report.Content.Sections[0].Blocks.OfType<Paragraph>()];
        Assert.That(PagesOf(report), Has.Some.Contains(Packed(report.Content.TextOf(summary[0].Words))).And.Contains(Packed(report.Content.TextOf(summary[^1].Words))));
    }

    /// <summary>The pages as LibreOffice prints them, without blanks.</summary>
    private static string[] PagesOf(FinishedReport report)
    {
        string folder = Directory.CreateTempSubdirectory("survey-word-").FullName;
        try
        {
            string document = Path.Combine(folder, "report.docx");
            report.Save(document);
            return [.. Tools.PagesOf(Tools.Printed(document)).Select(Packed)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [Test]
    public void Charts_can_be_edited_and_hold_the_numbers_of_the_report()
    {
        Report report = DemoReport.Of(Language.Chinese).Content;
        using var stream = new MemoryStream(Written(report));
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        ChartPart[] charts = [.. document.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ChartReference>().Select(own => (ChartPart)document.MainDocumentPart.GetPartById(own.Id!.Value!))];
        ReportFigure[] figures = [.. report.Blocks.OfType<ReportFigure>()];
        Assert.That(charts, Has.Length.EqualTo(figures.Length));
        for (int k = 0; k < figures.Length; k++)
        {
            Assert.That(charts[k].EmbeddedPackagePart, Is.Not.Null);
            if (figures[k].Chart is not SeriesChart { References.Count: 0 } chart)
                continue;
            double[] drawn = [.. charts[k].ChartSpace!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Values>().SelectMany(values => values.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericValue>()).Select(value => double.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture))];
            Assert.That(drawn, Is.EqualTo(chart.Series.SelectMany(series => series.Points).OfType<ChartPoint>().Where(point => point.Value.IsShown).Select(point => point.Value.Written)), figures[k].Id);
            Assert.That(charts[k].ChartSpace!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ErrorBars>(), Is.Not.Empty.Or.Empty);
        }
    }

    private static ChartPoint Rated(double value) => new(ReportNumber.Rate(value), null, null);

    private static readonly ChartPoint Hidden = new(ReportNumber.Rate(.5) with { IsSuppressed = true }, null, null);

    [TestCase(Language.Chinese, "15~24岁", "25~34岁（男※）", "35~44岁※")]
    [TestCase(Language.English, "15~24岁", "25~34岁 (男※)", "35~44岁※")]
    public void A_category_says_which_of_its_points_are_hidden(Language language, params string[] names)
    {
        foreach (ChartForm form in Enum.GetValues<ChartForm>())
        {
            var chart = new SeriesChart("", form, "率（%）", ["15~24岁", "25~34岁", "35~44岁"], [new("男", [Rated(.1), Hidden, Hidden]), new("女", [Rated(.2), Rated(.3), Hidden])]);
            NativeChart native = NativeChart.Of(chart, language);
            Assert.That(native.Categories, Is.EqualTo(names), form.ToString());
            Assert.That(new ChartMarkup(native, new ChartData(native, language), language).Part(), Does.Contain(names[1]).And.Not.Contain("<c:v>50"));
        }
    }

    [Test]
    public void A_change_that_is_hidden_is_marked()
    {
        var chart = new ChangeChart("", "相对变化（%）", [new("素养", Hidden, ReportNumber.Relative(.2), true, ""), new("吸烟", Rated(-.1), ReportNumber.Relative(-.1), false, "")]);
        Assert.That(NativeChart.Of(chart, Language.Chinese).Categories, Is.EqualTo(new[] { "素养※", "吸烟" }));
    }

    [Test]
    public void Lines_over_years_have_every_year_and_go_on_over_those_without_a_survey()
    {
        var chart = new SeriesChart("", ChartForm.Lines, "率（%）", ["2020", "2022", "2023"], [new("本县", [Rated(.2), Hidden, Rated(.3)])]) { References = [new("全省", ReportNumber.Rate(.25))] };
        NativeChart native = NativeChart.Of(chart, Language.Chinese);
        Assert.That(native.Categories, Is.EqualTo(new[] { "2020", "2021", "2022※", "2023" }));
        Assert.That(native.Series.Select(series => series.Points.Select(point => point?.Value.Written)), Is.EqualTo(new double?[][] { [20, null, null, 30], [25, null, 25, 25] }));
        Assert.That(new ChartMarkup(native, new ChartData(native, Language.Chinese), Language.Chinese).Part(), Does.Contain("<c:dispBlanksAs val=\"span\"/>"));
        NativeChart ages = NativeChart.Of(chart with { Categories = ["15", "25", "35"] }, Language.Chinese);
        Assert.That(ages.Categories, Is.EqualTo(new[] { "15", "25※", "35" }));
        Assert.That(new ChartMarkup(ages, new ChartData(ages, Language.Chinese), Language.Chinese).Part(), Does.Contain("<c:dispBlanksAs val=\"gap\"/>"), "what is no year is not missing, and a hidden point breaks the line");
    }

    [Test]
    public void A_template_gives_its_styles_page_and_logo()
    {
        string folder = Directory.CreateTempSubdirectory("survey-template-").FullName;
        try
        {
            string template = Path.Combine(folder, "template.docx");
            TemplateMaker.Write(template);
            byte[] written = Written(SampleReport.Of(Language.Chinese), template);
            Assert.That(Faults(written), Is.Empty);
            using var stream = new MemoryStream(written);
            using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
            MainDocumentPart main = document.MainDocumentPart!;
            Assert.That(main.StyleDefinitionsPart!.Styles!.OuterXml, Does.Contain("C00000"), "the colour of its heading");
            Assert.That(main.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.PageMargin>().Select(margin => margin.Left!.Value), Is.All.EqualTo(2000u));
            Assert.That(main.HeaderParts.SelectMany(part => part.ImageParts), Is.Not.Empty);
            Assert.That(main.Document.InnerText, Does.Not.Contain("text of the template"));
            Assert.That(main.HeaderParts.Select(part => part.Header!.InnerText), Is.All.Contains("模拟数据"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("no document")]
    [TestCase("")]
    public void What_is_no_document_is_refused_as_a_template(string content)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, content);
        Assert.That(() => Written(SampleReport.Of(Language.Chinese), file), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo($"{file} cannot be read as a Word document (.docx), which the study names as the template of its report; save it again as one."));
        File.Delete(file);
        Assert.That(() => Written(SampleReport.Of(Language.Chinese), file), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo($"{file} is not there, which the study names as the template of its report; put it there, or leave report.template out."));
    }
}
