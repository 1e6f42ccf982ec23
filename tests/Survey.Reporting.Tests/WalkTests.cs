using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Survey.Monitoring;
using Survey.Reporting.Excel;
using Survey.Reporting.Html;
using Survey.Reporting.Json;
using Survey.Reporting.Tests.Made;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Survey.Reporting.Tests;

/// <summary>All formats of a report have the numbers of its JSON, and that has those of the verdicts.</summary>
public partial class WalkTests
{
    private static JsonElement Json(Language language, ReportKind kind)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(DemoReport.Of(language, kind).Content, stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    /// <summary>Every number of sentences and tables, with its text, in order.</summary>
    private static IEnumerable<(string Text, double? Value)> Numbers(JsonElement section)
    {
        foreach (JsonElement block in section.GetProperty("blocks").EnumerateArray())
            foreach ((string, double?) number in InBlock(block))
                yield return number;
        foreach (JsonElement part in section.GetProperty("sections").EnumerateArray())
            foreach ((string, double?) number in Numbers(part))
                yield return number;
    }

    private static IEnumerable<(string, double?)> InBlock(JsonElement block) =>
        block.GetProperty("type").GetString() switch
        {
            "paragraph" => InWords(block),
            "list" => block.GetProperty("items").EnumerateArray().SelectMany(InWords),
            "table" => [.. block.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("cells").EnumerateArray()).SelectMany(InCell), .. block.GetProperty("notes").EnumerateArray().SelectMany(InWords)],
            "figure" => block.GetProperty("notes").EnumerateArray().SelectMany(InWords),
            _ => [],
        };

    private static IEnumerable<(string, double?)> InWords(JsonElement words) => words.GetProperty("numbers").EnumerateArray().Select(number => (number.GetProperty("text").GetString()!, Value(number, "value")));

    private static IEnumerable<(string, double?)> InCell(JsonElement cell) =>
        cell.TryGetProperty("numbers", out _) ? InWords(cell)
        : cell.TryGetProperty("low", out _) ? Limits(cell)
        : [(cell.GetProperty("text").GetString()!, Value(cell, "value"))];

    private static IEnumerable<(string, double?)> Limits(JsonElement cell)
    {
        string[] texts = cell.GetProperty("text").GetString()!.Split("～").SelectMany(text => text.Split(" to ")).ToArray();
        return texts.Length == 2 ? [(texts[0], Value(cell, "low")), (texts[1], Value(cell, "high"))] : [(texts[0], null)];
    }

    private static double? Value(JsonElement number, string name) => number.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static (string Text, double? Value)[] All(Language language, ReportKind kind) => [.. Json(language, kind).GetProperty("sections").EnumerateArray().SelectMany(Numbers)];

    [Test]
    public void Texts_follow_from_values([Values] Language language, [Values] ReportKind kind)
    {
        (string Text, double? Value)[] all = All(language, kind);
        Assert.That(all, Has.Length.GreaterThan(300));
        foreach ((string text, double? value) in all)
        {
            Match digits = Digits().Match(text);
            if (value is not { } own)
                Assert.That(text, Is.EqualTo("※").Or.EqualTo("—"));
            else if (!text.StartsWith('<'))
            {
                double shown = double.Parse(digits.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), half = 0.5 * Math.Pow(10, -digits.Groups[2].Length) * (1 + 1e-9);
                Assert.That(Math.Min(Math.Abs(shown - own), Math.Abs(shown - (100 * own))), Is.LessThanOrEqualTo(half), $"{text} of {own}");
            }
        }
    }

    [Test]
    public void The_page_has_the_numbers_of_the_json_in_order([Values] Language language, [Values] ReportKind kind)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(DemoReport.Of(language, kind).Content, writer);
        double[] shown = [.. new HtmlParser().ParseDocument(writer.ToString()).QuerySelectorAll("main data").Select(data => double.Parse(data.GetAttribute("value")!, CultureInfo.InvariantCulture))];
        Assert.That(shown, Is.EqualTo(All(language, kind).Where(number => number.Value is not null).Select(number => number.Value!.Value)));
    }

    [Test]
    public void The_document_has_the_texts_of_the_json_in_order([Values] Language language, [Values] ReportKind kind)
    {
        using var stream = new MemoryStream(Word.WordReportTests.Written(DemoReport.Of(language, kind).Content));
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        string text = string.Concat(document.MainDocumentPart!.Document!.Body!.Descendants().Where(own => own is W.Text or W.NoBreakHyphen).Select(own => own is W.Text text ? text.Text : "-"));
        int at = 0;
        foreach ((string number, _) in All(language, kind))
        {
            int next = text.IndexOf(number, at, StringComparison.Ordinal);
            Assert.That(next, Is.GreaterThanOrEqualTo(0), $"{number} after …{text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 20)]}");
            at = next + number.Length;
        }
    }

    [Test]
    public void The_workbook_has_the_numbers_of_the_tables([Values] Language language, [Values] ReportKind kind)
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(DemoReport.Of(language, kind).Content, stream);
        stream.Position = 0;
        using SpreadsheetDocument book = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.That(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Part?.Uri}: {error.Description}"), Is.Empty);
        foreach (JsonElement table in Tables(Json(language, kind).GetProperty("sections")))
        {
            string name = $"{table.GetProperty("number").GetString()} ";
            DocumentFormat.OpenXml.Spreadsheet.Sheet sheet = book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(own => own.Name!.Value!.StartsWith(name, StringComparison.Ordinal));
            var part = (WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!);
            double[] cells = [.. part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellValue>().Select(value => double.Parse(value.Text, CultureInfo.InvariantCulture))];
            double[] expected = [.. table.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("cells").EnumerateArray()).Where(cell => !cell.TryGetProperty("numbers", out _)).SelectMany(Written)];
            Assert.That(cells, Is.EqualTo(expected), name);
        }
    }

    /// <summary>The numbers of a cell in the unit in which they are written.</summary>
    private static IEnumerable<double> Written(JsonElement cell)
    {
        double scale = cell.GetProperty("kind").GetString() is "rate" or "points" or "relative" ? 100 : 1;
        return new[] { "value", "low", "high" }.Where(name => cell.TryGetProperty(name, out JsonElement own) && own.ValueKind == JsonValueKind.Number).Select(name => scale * cell.GetProperty(name).GetDouble());
    }

    private static IEnumerable<JsonElement> Tables(JsonElement sections) =>
        sections.EnumerateArray().SelectMany(section => (IEnumerable<JsonElement>)[.. section.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "table"), .. Tables(section.GetProperty("sections"))]);

    [Test]
    public void The_json_has_the_figures_and_verdicts_of_the_study()
    {
        JsonElement json = Json(Language.Chinese, ReportKind.Evaluation);
        StudyVerdicts verdicts = DemoReport.Verdicts;
        JsonElement changes = Tables(json.GetProperty("sections")).First(table => table.GetProperty("id").GetString() == "changes");
        (string Name, double Before, double After, double Difference)[] rows = [.. changes.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("cells")).Select(cells => (cells[0].GetProperty("text").GetString()!, cells[1].GetProperty("value").GetDouble(), cells[2].GetProperty("value").GetDouble(), cells[3].GetProperty("value").GetDouble()))];
        Assert.That(rows, Is.EqualTo(verdicts.Indicators.Changes.Select(own => (verdicts.Indicators[own.Indicator, "2024"]!.Indicator.Name.Chinese, own.Change.Before.Value, own.Change.After.Value, own.Change.Difference.Value))));
        string text = json.GetRawText();
        foreach (PartVerdict part in verdicts.Indicators.Judge(Programme.Library["wuzhong-2023"]).Parts.Where(own => own.Part.Indicator is not null))
            Assert.That(DemoReport.Of(Language.Chinese).Content.SectionText("verdicts"), Does.Contain(part.Verdict.ToText(Language.Chinese)));
        Assert.That(text, Does.Not.Contain("NaN").And.Not.Contain("Infinity"));
    }

    [GeneratedRegex(@"(-?[\d,]+)(?:\.(\d+))?")]
    private static partial Regex Digits();
}
