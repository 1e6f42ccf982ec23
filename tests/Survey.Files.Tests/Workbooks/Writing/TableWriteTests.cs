using System.IO.Compression;

namespace Survey.Files.Tests.Workbooks.Writing;

/// <summary>A table written as a workbook and read again is the same table; what could not be is refused.</summary>
public sealed class TableWriteTests : WorkbookTest
{
    private static Table Sample() => Table.FromColumns(
    [
        ("村编码", (Column)new CategoryColumn(["012", "=1+1", "_x000D_ a\rb", " 张 \n\t<&>\"", "+1", null])),
        ("x", new NumberColumn([0.1, double.NaN, 1e15, -1234567890123456, 1e-300, double.MaxValue])),
        ("smokes", new FlagColumn([true, false, null, true, true, false])),
        ("born", new DateColumn([new DateOnly(1960, 1, 2), null, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1900, 2, 28), new DateOnly(1900, 3, 1)])),
    ]);

    private string Written(Table table)
    {
        table.Write(PathOf("o.xlsx"));
        return PathOf("o.xlsx");
    }

    private string Refusal(Column column, string name = "x") => ErrorOf(() => Written(Table.FromColumns([(name, column)])));

    [Test]
    public void WrittenAndReadIsTheSame([Range(1, 50)] int seed)
    {
        Table table = RandomTables.Next(new Random(seed));
        table = table.With("row", new NumberColumn([.. Enumerable.Range(1, table.RowCount).Select(row => (double)row)]));
        Table read = Table.Read(Written(table), new() { Types = table.Columns.ToDictionary(name => name, name => table[name].Type) });
        AssertEqual(read, table);
        Assert.That(read.Notes, Is.Empty);
        AssertIsValid(PathOf("o.xlsx"));
    }

    [Test]
    public void TypesNeedNoDeclaration()
    {
        AssertEqual(Table.Read(Written(Sample())), Sample());
        Assert.That(Directory.GetFiles(PathOf("")), Has.Length.EqualTo(1), "nothing is left beside it");
    }

    [Test]
    public void CellsHoldWhatTheyAre()
    {
        (List<string[]> rows, _) = TextsOf(Written(Sample()));
        Assert.That(rows[0], Is.EqualTo(new[] { "012", "0.1", "true", "1960-01-02" }));
        string sheet = PartOf(PathOf("o.xlsx"), "xl/worksheets/sheet1.xml");
        Assert.That(sheet, Does.Not.Contain("<x:f>"), "no formula");
        Assert.That(sheet, Does.Contain("r=\"D2\" s=\"2\"><x:v>21917</x:v>"), "a real date");
        Assert.That(sheet, Does.Contain("r=\"C2\" t=\"b\"><x:v>1</x:v>"), "a real flag");
        Assert.That(sheet, Does.Contain("_x005F_x000D_ a_x000D_b"));
    }

    [Test]
    public void EveryDayOfFirstMonthsIsThatDay()
    {
        DateOnly[] days = [.. Enumerable.Range(new DateOnly(1899, 12, 1).DayNumber, 120).Select(DateOnly.FromDayNumber)];
        Table table = Table.FromColumns([("d", (Column)new DateColumn([.. days.Select(day => (DateOnly?)day)]))]);
        AssertEqual(Table.Read(Written(table)), table);
    }

    [Test]
    public void TheSameTableGivesTheSameBytesAndNoTime()
    {
        byte[] first = File.ReadAllBytes(Written(Sample()));
        Assert.That(File.ReadAllBytes(Written(Sample())), Is.EqualTo(first));
        using ZipArchive zip = ZipFile.OpenRead(PathOf("o.xlsx"));
        Assert.That(zip.Entries.Select(entry => entry.LastWriteTime.DateTime), Is.All.EqualTo(new DateTime(1980, 1, 1)));
        Assert.That(zip.Entries.Select(entry => entry.FullName), Has.None.StartsWith("docProps"));
    }

    [Test]
    public void WhatCouldNotBeReadAgainIsRefused()
    {
        Assert.That(Refusal(new CategoryColumn(["a", " "])), Is.EqualTo("The column 'x' holds a blank text in row 2, which in a workbook cannot be told from a missing value; make it missing, or give the level a name."));
        Assert.That(Refusal(new NumberColumn([1, double.NaN, 2])), Is.EqualTo("Row 2 of the table has no value at all, and a blank row of a workbook is skipped when it is read; leave it out with Filter, or write CSV."));
        Assert.That(Refusal(new CategoryColumn(["a\u0001b"])), Is.EqualTo("A level of the column 'x' ('a b') has the character U+0001, which a workbook cannot hold; take it out before it is written."));
        Assert.That(Refusal(new CategoryColumn(["a\uD800"])), Does.Contain("has the character U+D800, which a workbook cannot hold"));
        Assert.That(Refusal(new CategoryColumn([new string('a', 32_768)])), Does.EndWith("has 32,768 characters, and a cell of a workbook holds 32,767; shorten it, or write CSV."));
        Assert.That(Refusal(new NumberColumn([1]), " "), Is.EqualTo("Column 1 has no name; give it one before it is written."));
        Assert.That(Refusal(new NumberColumn([1]), "\uFFFF"), Does.StartWith("The name of column 1 ("));
        Assert.That(File.Exists(PathOf("o.xlsx")), Is.False);
    }

    [Test]
    public void ASheetHasItsLimits()
    {
        Assert.That(Refusal(new NumberColumn(new double[1_048_576])), Is.EqualTo(
            "A table of 1,048,576 rows and 1 columns cannot be written as a workbook, whose sheet has up to 1,048,575 rows below the names and 1 to 16,384 columns; write CSV, or select what to write."));
        Assert.That(ErrorOf(() => Written(Table.FromColumns(Enumerable.Range(0, 16_385).Select(k => ($"c{k}", (Column)new NumberColumn([1])))))), Does.StartWith("A table of 1 rows and 16,385 columns"));
        Table widest = Table.FromColumns(Enumerable.Range(0, 16_384).Select(k => ($"c{k}", (Column)new NumberColumn([k + 0.5]))));
        AssertEqual(Table.Read(Written(widest)), widest);
    }

    [Test]
    public void PersonalDataAreRefusedAsInCsv()
    {
        Table people = Table.FromColumns([("姓名", (Column)new CategoryColumn(["甲", "乙"]))]);
        Assert.That(ErrorOf(() => Written(people)), Does.StartWith("Nothing is written, as the column '姓名' looks like names of people"));
        people.Write(PathOf("o.xlsx"), new() { PersonalDataAllowedIn = ["姓名"] });
        AssertEqual(Table.Read(PathOf("o.xlsx")), people);
    }
}
