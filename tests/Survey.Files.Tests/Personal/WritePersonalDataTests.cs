namespace Survey.Files.Tests.Personal;

/// <summary>Personal data are not written by oversight.</summary>
public sealed class WritePersonalDataTests : TempFiles
{
    private static readonly Table Sample = Table.FromColumns([("证件", new CategoryColumn(["11010519491231002X", null])), ("姓名", new CategoryColumn(["甲", "乙"])), ("age", (Column)new NumberColumn([75, 30]))]);

    private void Write(Table table, params string[] allowed) => table.Write(PathOf("out.csv"), new WriteOptions { PersonalDataAllowedIn = allowed });

    [Test]
    public void IsAnErrorThatNamesTheColumns()
    {
        Assert.That(ErrorOf(() => { Sample.Write(PathOf("out.csv")); return 0; }), Is.EqualTo(
            "Nothing is written, as the column '证件' looks like ID card numbers (1 of 1 values) and the column '姓名' looks like names of people (2 of 2 values); leave them out with Select, or name in PersonalDataAllowedIn what may be handed on."));
        Assert.That(ErrorOf(() => { Write(Sample, "姓名"); return 0; }), Is.EqualTo(
            "Nothing is written, as the column '证件' looks like ID card numbers (1 of 1 values); leave it out with Select, or name in PersonalDataAllowedIn what may be handed on."));
        Assert.That(File.Exists(PathOf("out.csv")), Is.False);
    }

    [Test]
    public void IsAllowedColumnByColumn()
    {
        Write(Sample, "姓名", "证件", "age");
        AssertEqual(Table.Read(PathOf("out.csv")), Sample);
        Write(Sample.Select("age"));
        Assert.That(ErrorOf(() => { Write(Sample, "姓名", "证件", "agee"); return 0; }), Is.EqualTo("There is no column 'agee'; did you mean 'age'?"));
    }

    [Test]
    public void TextIsAsAFileIs()
    {
        using var text = new StringWriter();
        Assert.That(ErrorOf(() => { Sample.WriteCsv(text); return 0; }), Does.StartWith("Nothing is written, as the column '证件'"));
        Assert.That(text.ToString(), Is.Empty);
        Sample.WriteCsv(text, personalDataAllowedIn: Sample.Columns);
        Assert.That(text.ToString(), Is.EqualTo("证件,姓名,age\n11010519491231002X,甲,75\n,乙,30\n"));
    }
}
