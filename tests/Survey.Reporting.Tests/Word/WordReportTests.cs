using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Tests.Made;
using Survey.Reporting.Word;

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
    public void It_validates([Values] Language language) => Assert.That(Faults(Written(SampleReport.Of(language))), Is.Empty);

    [Test]
    public void The_demo_county_validates([Values] Language language, [Values] ReportKind kind) => Assert.That(Faults(Written(DemoReport.Of(language, kind).Content)), Is.Empty);
}
