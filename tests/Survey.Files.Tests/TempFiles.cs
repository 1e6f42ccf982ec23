using System.Text;

namespace Survey.Files.Tests;

/// <summary>A test with files of its own, in a folder that is deleted after it.</summary>
public abstract class TempFiles
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("survey-files-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    protected string PathOf(string name) => Path.Combine(_folder, name);

    protected string FileOf(byte[] bytes, string name = "people.csv")
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    protected string FileOf(string text, string name = "people.csv") => FileOf(Encoding.UTF8.GetBytes(text), name);

    protected Table Read(string text, ReadOptions? options = null) => Table.Read(FileOf(text), options);

    /// <summary>The message with which reading fails, the folder taken out of it.</summary>
    protected string ErrorOf(Func<object> action) =>
        Assert.Throws<SurveyDataException>(() => action())!.Message.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    protected string ErrorOf(string text, ReadOptions? options = null) => ErrorOf(() => Read(text, options));

    protected string[] NotesOf(Table table) =>
        [.. table.Notes.Select(note => note.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    /// <summary>The texts of a column, null where missing.</summary>
    protected static string?[] Texts(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(table[column].TextAt)];

    protected static void AssertEqual(Table actual, Table expected)
    {
        Assert.That(actual.Columns, Is.EqualTo(expected.Columns));
        Assert.That(actual.RowCount, Is.EqualTo(expected.RowCount));
        foreach (string name in expected.Columns)
        {
            Assert.That(actual[name].Type, Is.EqualTo(expected[name].Type), name);
            Assert.That(Texts(actual, name), Is.EqualTo(Texts(expected, name)), name);
            if (expected[name] is CategoryColumn category)
                Assert.That(((CategoryColumn)actual[name]).Levels, Is.EqualTo(category.Levels), name);
        }
    }
}
