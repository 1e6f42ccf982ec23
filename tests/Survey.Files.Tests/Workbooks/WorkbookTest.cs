using System.IO.Compression;
using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Survey.Files.Columns;

namespace Survey.Files.Tests.Workbooks;

/// <summary>A test that reads workbooks.</summary>
public abstract class WorkbookTest : TempFiles
{
    /// <summary>A file that stands beside the tests.</summary>
    private protected static string Fixture(string name) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "Fixtures", name);

    private protected Table Read(XlsxFile file, ReadOptions? options = null) => Table.Read(FileOf(file.Bytes(), "people.xlsx"), options);

    private protected string ErrorOf(XlsxFile file, ReadOptions? options = null) => ErrorOf(() => Read(file, options));

    /// <summary>The texts of all cells below the names, row by row, and where each row stands.</summary>
    private protected static (List<string[]> Rows, List<string> Places) TextsOf(RowFile file)
    {
        List<string[]> rows = [];
        List<string> places = [];
        FieldTarget[] targets = [.. Enumerable.Range(0, file.Columns.Count).Select(k => new Collector(k, file.Columns.Count, rows, places))];
        Assert.That(file.Read(targets), Is.EqualTo(rows.Count));
        return (rows, places);
    }

    private protected static (List<string[]> Rows, List<string> Places) TextsOf(string path, ReadOptions? options = null) => TextsOf(RowFile.Open(path, options ?? new()));

    private protected (List<string[]> Rows, List<string> Places) TextsOf(XlsxFile file, ReadOptions? options = null) => TextsOf(FileOf(file.Bytes(), "people.xlsx"), options);

    /// <summary>Holds a workbook against the schema of its format.</summary>
    private protected static void AssertIsValid(string path)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(path, isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"), Is.Empty);
    }

    /// <summary>A part of a workbook, as it stands.</summary>
    private protected static string PartOf(string path, string part)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        using var text = new StreamReader(zip.GetEntry(part)!.Open());
        return text.ReadToEnd();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private sealed class Collector(int column, int columns, List<string[]> rows, List<string> places) : FieldTarget
    {
        public override void Take(ReadOnlySpan<char> text, Place at)
        {
            if (column == 0)
            {
                rows.Add(new string[columns]);
                places.Add(at.RowText);
            }
            rows[^1][column] = text.ToString();
        }
    }
}
