using System.Diagnostics;
using Survey.Files.Columns;
using Survey.Files.Tests.Workbooks;

namespace Survey.Files.Tests;

/// <summary>What is no ordinary file, or is too much, ends in one sentence.</summary>
public sealed class InputFileTests : WorkbookTest
{
    [Test]
    [Platform("Linux,MacOsX")]
    public void ANamedPipeIsNotWaitedFor()
    {
        using (var make = Process.Start("mkfifo", PathOf("pipe")))
            make.WaitForExit();
        File.CreateSymbolicLink(PathOf("link"), PathOf("pipe"));
        foreach (string name in (string[])["pipe", "link"])
            Assert.That(
                Task.Run(() => ErrorOf(() => Table.Read(PathOf(name)))).WaitAsync(TimeSpan.FromSeconds(30)).Result,
                Is.EqualTo($"{name} is empty, or a pipe or device that gives its content only once; a file has a line of column names and at least one row, so save the content to one."));
    }

    [Test]
    public void ALinkToAFileIsReadAndOneToNothingIsNot()
    {
        File.CreateSymbolicLink(PathOf("link.csv"), FileOf("a\n1\n"));
        Assert.That(Table.Read(PathOf("link.csv")).RowCount, Is.EqualTo(1));
        File.Delete(PathOf("people.csv"));
        Assert.That(ErrorOf(() => Table.Read(PathOf("link.csv"))), Is.EqualTo("There is no file link.csv; check its name and its folder."));
    }

    [Test]
    public void ATableThatMemoryCannotHoldIsRefused()
    {
        RowFile[] files = [RowFile.Open(FileOf("a,b,c\n1,x,true\n"), new())];
        ColumnType[] types = Enum.GetValues<ColumnType>();
        Assert.DoesNotThrow(() => FilesTable.CheckMemory(files, types, 1000, 22_668));
        Assert.That(
            ErrorOf(() =>
            {
                FilesTable.CheckMemory(files, types, 1000, 22_664);
                return 0;
            }),
            Is.EqualTo("people.csv makes a table of 1,000 rows and 4 columns, which needs 17,000 bytes of memory, and there are 16,998 for it; read fewer columns (Columns) or fewer files at once, or read them as rows (Rows.Open)."));
    }

    [Test]
    public void NoMemoryIsOneSentence() =>
        Assert.That(ErrorOf(() => InputFile.Attempt("people.csv", () => new byte[int.MaxValue])), Is.EqualTo("people.csv needs more memory than there is; read fewer of its columns, or split it."));

    [Test]
    public void AFaultOfThoseWhoTakeTheCellsIsNotTheWorkbooks()
    {
        var file = RowFile.Open(FileOf(XlsxFile.OfTexts(["x"], ["1"]).Bytes(), "people.xlsx"), new());
        Assert.That(() => file.Read([new Faulty()]), Throws.TypeOf<ArgumentException>().With.Message.EqualTo("a fault"));
    }

    private sealed class Faulty : FieldTarget
    {
        public override void Take(ReadOnlySpan<char> text, Place at) => throw new ArgumentException("a fault");
    }
}
