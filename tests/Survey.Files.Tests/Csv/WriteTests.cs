namespace Survey.Files.Tests.Csv;

/// <summary>What a written file looks like, and what is refused.</summary>
public sealed class WriteTests : TempFiles
{
    private static Table Sample() => Table.FromColumns(
    [
        ("text", (Column)new CategoryColumn(["plain", "a,b", "say \"hi\"", "two\nlines", " 张 ", null])),
        ("x", new NumberColumn([0.1, double.NaN, -0.0, 1e15, -1234567890123456, 1e-300])),
        ("smokes", new FlagColumn([true, false, null, true, true, false])),
        ("born", new DateColumn([new DateOnly(1960, 1, 2), null, DateOnly.MinValue, DateOnly.MaxValue, null, null])),
    ]);

    [Test]
    public void QuotesStandOnlyWhereTheyMust()
    {
        using var text = new StringWriter();
        Sample().WriteCsv(text);
        Assert.That(text.ToString(), Is.EqualTo(
            "text,x,smokes,born\nplain,0.1,true,1960-01-02\n\"a,b\",,false,\n\"say \"\"hi\"\"\",-0,,0001-01-01\n\"two\nlines\",1E+15,true,9999-12-31\n 张 ,-1.234567890123456E+15,true,\n,1E-300,false,\n"));
    }

    [Test]
    public void AFileBeginsWithTheMarkAndReadsBack()
    {
        Sample().Write(PathOf("out.csv"));
        Sample().Write(PathOf("out.csv"));
        Assert.That(File.ReadAllBytes(PathOf("out.csv")).Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        AssertEqual(Table.Read(PathOf("out.csv")), Sample());
        Assert.That(Directory.GetFiles(PathOf("")), Has.Length.EqualTo(1), "nothing is left beside it");
    }

    [Test]
    public void AMissingValueInASingleColumnIsNoEmptyLine()
    {
        Table one = Table.FromColumns([("x", (Column)new NumberColumn([1, double.NaN]))]);
        one.Write(PathOf("one.csv"));
        Assert.That(File.ReadAllText(PathOf("one.csv")), Is.EqualTo("x\n1\n\"\"\n"));
        AssertEqual(Table.Read(PathOf("one.csv")), one);
    }

    [Test]
    public void ABlankLevelIsRefusedAndNothingIsLeft([Values("", " ", "\u3000")] string blank)
    {
        File.WriteAllText(PathOf("out.csv"), "before");
        Table table = Table.FromColumns([("x", (Column)new CategoryColumn(["a", blank]))]);
        Assert.That(
            ErrorOf(() => { table.Write(PathOf("out.csv")); return 0; }),
            Is.EqualTo("The column 'x' holds a blank text in row 2, which a CSV file cannot tell from a missing value; make it missing, or give the level a name."));
        Assert.That(Directory.GetFiles(PathOf("")), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllText(PathOf("out.csv")), Is.EqualTo("before"));
    }

    [Test]
    public void WhatCannotBeReadAgainIsRefused()
    {
        Assert.That(ErrorOf(() => Written("", "x")), Is.EqualTo("Column 1 has no name; give it one before it is written."));
        Assert.That(ErrorOf(() => Written("x", "a\0b")), Does.StartWith("A level of the column 'x' ('a b') has a NUL character"));
        Assert.That(ErrorOf(() => Written("x", "a\uD800")), Does.Contain("a text holds U+D800, half of a character"));
        Assert.That(ErrorOf(() => { Table.FromColumns(Array.Empty<(string, Column)>()).Write(PathOf("o.csv")); return 0; }), Does.StartWith("A table of 0 columns"));
        Assert.That(ErrorOf(() => { Sample().Write(PathOf("o.xls")); return 0; }), Is.EqualTo("o.xls cannot be written: tables are written as CSV, as Parquet or as Excel workbooks; name it o.csv, o.parquet or o.xlsx."));
        Assert.That(ErrorOf(() => { Sample().Write(Path.Combine(PathOf("no"), "o.csv")); return 0; }), Does.Contain("cannot be written; check that its folder exists"));
        Assert.Throws<ArgumentException>(() => Sample().WriteCsv(TextWriter.Null, '"'));
    }

    private int Written(string name, string level)
    {
        Table.FromColumns([(name, (Column)new CategoryColumn([level]))]).Write(PathOf("o.csv"));
        return 0;
    }
}
