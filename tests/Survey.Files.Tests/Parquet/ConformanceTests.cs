using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Files.Tests.Parquet;

/// <summary>The files of apache/parquet-testing, which are read where they lie: equal to what DuckDB reads, and to the values that were published with them.</summary>
public sealed class ConformanceTests : TempFiles
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "..", "shared", "data", "reference", "parquet-testing"));

    private const string OnlyStructures = "nulls.snappy.parquet";

    private static IEnumerable<string> Files => Found(Folder).Where(name => name != OnlyStructures);

    private static IEnumerable<string> FilesWithValues => Found(Folder).Where(name => !Directory.Exists(Folder) || File.Exists(ValuesOf(Path.Combine(Folder, name))));

    private static IEnumerable<string> BadFiles => Found(Path.Combine(Folder, "bad"));

    [TestCaseSource(nameof(Files))]
    public void EqualsDuckDb(string name)
    {
        string path = PathIn(Folder, name);
        Table table = Table.Read(path);
        using var duck = new Duck();
        foreach (string column in table.Columns)
            Assert.That(Texts(table, column), Is.EqualTo(DuckTexts.Of(duck, $"read_parquet({Duck.Quoted(path)}, binary_as_string = true)", column, table[column])), column);
    }

    [TestCaseSource(nameof(Files))]
    public void RowsAreTheTable(string name)
    {
        string path = PathIn(Folder, name);
        AssertEqual(Csv.RowsTests.Joined(Rows.Open(path)), Table.Read(path));
    }

    [TestCaseSource(nameof(FilesWithValues))]
    public void EqualsWhatIsExpected(string name)
    {
        string path = PathIn(Folder, name), published = ValuesOf(path);
        Table table = Table.Read(path), expected = Table.Read(published, new ReadOptions { Types = TableFile.ColumnNames(published).ToDictionary(column => column, _ => ColumnType.Category) });
        foreach ((string column, string inCsv) in table.Columns.Zip(expected.Columns))
            Assert.That(Texts(table, column), Is.EqualTo(Texts(expected, inCsv).Select(text => text is not null && table[column].Type == ColumnType.Number ? Invariant.Text(double.Parse(text, CultureInfo.InvariantCulture)) : text)), column);
    }

    [TestCaseSource(nameof(BadFiles))]
    public void BadFilesAreRefusedInOneSentence(string name)
    {
        string path = PathIn(Path.Combine(Folder, "bad"), name);
        string error = Assert.Throws<SurveyDataException>(() => Table.Read(path))!.Message;
        Assert.That(error, Does.StartWith($"{path} is damaged: ").And.EndWith("; write or copy it again."));
        Assert.That(error, Does.Not.Contain(Environment.NewLine));
    }

    [Test]
    public void AFileOfStructuresAloneIsRefused()
    {
        string path = PathIn(Folder, OnlyStructures);
        Assert.That(ErrorOf(() => Table.Read(path)), Is.EqualTo($"{path} has no column that can be read, as 'b_struct' holds structures; write it with columns of single values."));
    }

    private static IEnumerable<string> Found(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.parquet").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal) : ["none"];

    private static string ValuesOf(string path) => Path.ChangeExtension(path, null) + "_expect.csv";

    private static string PathIn(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
            Assert.Ignore("The files of parquet-testing are not beside the project.");
        return path;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
