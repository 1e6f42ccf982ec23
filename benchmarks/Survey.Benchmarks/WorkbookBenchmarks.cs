using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using Survey.Files;

namespace Survey.Benchmarks;

/// <summary>What does a workbook cost over a CSV file of the same cells? Half of them are short texts, half whole numbers.</summary>
[MemoryDiagnoser]
[MinColumn, MedianColumn]
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class WorkbookBenchmarks
{
    private const int Columns = 120;

    private string _folder = "", _csv = "", _xlsx = "";

    [Params(1_000, 14_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void WriteFiles()
    {
        _folder = Directory.CreateTempSubdirectory("survey-benchmarks-").FullName;
        (_csv, _xlsx) = (Path.Combine(_folder, "a.csv"), Path.Combine(_folder, "a.xlsx"));
        File.WriteAllLines(_csv, Enumerable.Range(0, Rows + 1).Select(row => string.Join(',', Enumerable.Range(0, Columns).Select(column => Text(row, column)))));

        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using ZipArchive archive = ZipFile.Open(_xlsx, ZipArchiveMode.Create);
        Write(archive, "xl/workbook.xml", [$"<workbook {main} xmlns:r=\"{ids}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"]);
        Write(archive, "xl/_rels/workbook.xml.rels", [$"<Relationships><Relationship Id=\"a\" Type=\"{ids}/worksheet\" Target=\"s.xml\"/></Relationships>"]);
        Write(archive, "xl/s.xml", [$"<worksheet {main}><sheetData>", .. Enumerable.Range(0, Rows + 1).Select(RowOf), "</sheetData></worksheet>"]);
    }

    [GlobalCleanup]
    public void DeleteFiles() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public Table Csv() => Table.Read(_csv);

    [Benchmark]
    public Table Workbook() => Table.Read(_xlsx);

    [Benchmark]
    public IReadOnlyList<string> ColumnNames() => TableFile.ColumnNames(_xlsx);

    private static string Text(int row, int column) => row == 0 ? $"q{column}" : column % 2 == 0 ? $"answer {(row * 31) % 20}" : $"{(row + column) % 10}";

    private static string RowOf(int row) =>
        $"<row r=\"{row + 1}\">{string.Concat(Enumerable.Range(0, Columns).Select(column => row == 0 || column % 2 == 0 ? $"<c t=\"inlineStr\"><is><t>{Text(row, column)}</t></is></c>" : $"<c><v>{Text(row, column)}</v></c>"))}</row>";

    private static void Write(ZipArchive archive, string path, IEnumerable<string> lines)
    {
        using var part = new StreamWriter(archive.CreateEntry(path).Open(), new UTF8Encoding(false));
        foreach (string line in lines)
            part.Write(line);
    }
}
