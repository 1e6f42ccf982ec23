namespace Survey.Files.Tests.Kish;

/// <summary>The workbooks with which interviewers go out, read again.</summary>
public sealed class KishSheetsTests : Workbooks.WorkbookTest
{
    private static readonly KishSheetOptions Ordinary = new() { Show = ["地址"], Wanted = 40 };

    private static IReadOnlyList<KishTable> Assigned { get; } = KishGrid.Assign(12, 7);

    /// <summary>Seven households of 张家村 and five of 李家村, in turn.</summary>
    private static Table Households(params string[] towns) => Table.FromColumns(
    [
        ("town", (Column)new CategoryColumn([.. Enumerable.Range(0, 12).Select(row => towns.Length > 1 && row > 9 ? towns[1] : towns[0])])),
        ("village", new CategoryColumn([.. Enumerable.Range(0, 12).Select(row => row % 2 == 1 && row < 10 ? "李家村" : "张家村")])),
        ("household", new CategoryColumn([.. Enumerable.Range(1, 12).Select(row => $"0{row:00}")])),
        ("地址", new CategoryColumn([.. Enumerable.Range(1, 12).Select(row => row == 3 ? null : $"{row}组")])),
        ("kishTable", new CategoryColumn([.. Assigned.Select(table => $"{table}")])),
    ]);

    private string Written(KishSheetOptions options, params string[] towns)
    {
        KishSheets.Write(Households(towns), PathOf("o.xlsx"), options);
        return PathOf("o.xlsx");
    }

    private RowFile Open(string sheet, int headerRow) => RowFile.Open(PathOf("o.xlsx"), new() { Sheet = sheet, HeaderRow = headerRow }, HeadingRule.AsTheyStand);

    private IReadOnlyList<string> Columns(string sheet, int headerRow) => Open(sheet, headerRow).Columns;

    /// <summary>The rows below the headings.</summary>
    private string[][] Rows(string sheet, int headerRow) => [.. TextsOf(Open(sheet, headerRow)).Rows];

    /// <summary>The first column of a sheet, in which its title and its notes stand.</summary>
    private string Notes(string sheet) => string.Join('\n', Rows(sheet, 1).Select(row => row[0]));

    [Test]
    public void ATownHasItsSheets() =>
        Assert.That(RowFile.SheetNames(Written(Ordinary, "云溪镇")), Is.EqualTo(new[] { "抽样结果一览", "张家村", "李家村", "Kish表", "家庭成员登记表" }));

    [Test]
    public void AVillageHasItsHouseholdsInTheOrderOfTheVisit()
    {
        Written(Ordinary, "云溪镇");
        Assert.That(Columns("张家村", 3), Is.EqualTo(new[] { "序号", "户编号", "地址", "Kish表", "15～69岁\n人数", "被抽中者\n序号", "访问结果", "访问日期", "访问员", "备注" }));
        string[][] rows = Rows("张家村", 3)[..7];
        int[] drawn = [1, 3, 5, 7, 9, 11, 12];
        Assert.That(rows.Select(row => row[0]), Is.EqualTo(Enumerable.Range(1, 7).Select(k => $"{k}")));
        Assert.That(rows.Select(row => row[1]), Is.EqualTo(drawn.Select(k => $"0{k:00}")));
        Assert.That(rows.Select(row => row[2]), Is.EqualTo(drawn.Select(k => k == 3 ? "" : $"{k}组")));
        Assert.That(rows.Select(row => row[3]), Is.EqualTo(drawn.Select(k => $"{Assigned[k - 1]}")));
        Assert.That(rows.SelectMany(row => row[4..]), Is.All.EqualTo(""), "the rest is filled in by hand");
        Assert.That(Notes("张家村"), Does.Contain("1 完成").And.Contain("2 拒访").And.Contain("3 未找到").And.Contain("4 不合格").And.Contain("5 不详").And.Contain("不得用在家的其他人代替"));
    }

    [Test]
    public void TheOverviewCountsHouseholdsAndTables()
    {
        Written(Ordinary, "云溪镇");
        string[][] rows = Rows("抽样结果一览", 4);
        Assert.That(rows[0][..3], Is.EqualTo(new[] { "1", "张家村", "7" }));
        Assert.That(rows[1][..3], Is.EqualTo(new[] { "2", "李家村", "5" }));
        Assert.That(rows[2][..3], Is.EqualTo(new[] { "", "合计", "12" }));
        Assert.That(rows[2][3..11], Is.EqualTo(KishGrid.Tables.Select(table => $"{Math.Round(12 * KishGrid.Share(table))}")));
        Assert.That(rows.Take(3).Select(row => row[11]), Is.EqualTo(new[] { "40", "40", "80" }));
    }

    [Test]
    public void TheGridIsTheGridAndSaysItsRules()
    {
        Written(Ordinary, "云溪镇");
        string[][] rows = Rows("Kish表", 7);
        foreach (KishTable table in KishGrid.Tables)
            Assert.That(rows.Single(row => row[0] == $"{table}")[1..], Is.EqualTo(Enumerable.Range(1, 6).Select(members => $"{KishGrid.Rank(table, members)}").Append($"{Math.Round(12 * KishGrid.Share(table))}")));
        string text = Notes("Kish表");
        Assert.That(text, Does.Contain("第7名及以后的成员不会被抽中"));
        Assert.That(text, Does.Contain("依次为1/6、1/6、1/4、1/6、1/4，统计时的权数依次为6、6、4、6、4"));
        Assert.That(text, Does.Contain("任何时候都不得用在家的其他人代替"));
        Assert.That(text, Does.Contain("1号男52岁，2号男26岁，3号女50岁，4号女24岁。D行与“4人”列交叉处是3，所以访问3号，即50岁的女性成员。"));
    }

    [TestCase(KishListOrder.OldestFirst, "不分男女，按年龄从大到小", "访问3号，即26岁的男性成员")]
    [TestCase(KishListOrder.YoungestFirst, "不分男女，按年龄从小到大", "访问3号，即50岁的女性成员")]
    public void TheOrderOfTheListIsThatOfTheScheme(KishListOrder order, string rule, string example)
    {
        Written(Ordinary with { ListOrder = order, YoungestAge = 18, OldestAge = 80, MonthsOfResidence = 3 }, "云溪镇");
        Assert.That(Notes("Kish表"), Does.Contain(rule).And.Contain(example).And.Contain("18～80岁、过去12个月内在本地累计居住超过3个月"));
        Assert.That(Notes("家庭成员登记表"), Does.Contain(rule).And.Contain("18～80岁"));
        Assert.That(Columns("张家村", 3), Does.Contain("18～80岁\n人数"));
    }

    [Test]
    public void MadeUpHouseholdsAreSaidToBe([Values] bool simulated)
    {
        foreach (string sheet in RowFile.SheetNames(Written(Ordinary with { Simulated = simulated }, "云溪镇")))
            Assert.That(Columns(sheet, 1)[0].Contains("模拟数据", StringComparison.Ordinal), Is.EqualTo(simulated), sheet);
    }

    [Test]
    public void EachTownHasItsFile()
    {
        IReadOnlyList<string> files = KishSheets.WriteTowns(Households("云溪镇", "文澜/街道?"), PathOf("sheets"), Ordinary);
        Assert.That(files.Select(Path.GetFileName), Is.EqualTo(new[] { "云溪镇.xlsx", "文澜_街道_.xlsx" }));
        Assert.That(Directory.GetFiles(PathOf("sheets")), Is.EquivalentTo(files));
        AssertIsValid(files[0]);
        Assert.That(RowFile.SheetNames(files[1]), Is.EqualTo(new[] { "抽样结果一览", "张家村", "Kish表", "家庭成员登记表" }));
        byte[] first = File.ReadAllBytes(files[0]);
        KishSheets.WriteTowns(Households("云溪镇", "文澜/街道?"), PathOf("sheets"), Ordinary);
        Assert.That(File.ReadAllBytes(files[0]), Is.EqualTo(first), "the same households give the same bytes");
    }

    [Test]
    public void WhatCannotBePrintedIsSaid()
    {
        Assert.That(Error(table => table, "a", "b"), Is.EqualTo("The households are in 2 towns, of which a and b are the first; a workbook is for one town, so write them with WriteTowns."));
        Assert.That(Error(table => table.Head(0)), Is.EqualTo("The table has no households, so there is nothing to print; draw some first."));
        Assert.That(Error(table => table.Select("town", "village", "household", "地址")), Does.StartWith("There is no column 'kishTable'"));
        Assert.That(Error(table => With(table, "kishTable", "G")), Is.EqualTo("Row 2 has 'G' in the column 'kishTable', which is no Kish table; they are A, B1, B2, C, D, E1, E2, F."));
        Assert.That(Error(table => With(table, "household", null)), Is.EqualTo("The column 'household' is missing in row 2, and each household has its town, village, number and Kish table; fill it in."));
        Assert.That(Error(table => With(With(table, "household", "001"), "village", "张家村")), Is.EqualTo("The household '001' of the village '张家村' stands twice, in rows 1 and 2; a household is visited once."));
        Assert.Throws<ArgumentException>(() => KishSheets.Write(Households("a"), PathOf("o.csv"), Ordinary));
        Assert.Throws<ArgumentException>(() => Written(Ordinary with { YoungestAge = 70 }, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(Ordinary with { MonthsOfResidence = 13 }, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(Ordinary with { Wanted = 0 }, "a"));
    }

    private string Error(Func<Table, Table> change, params string[] towns) =>
        ErrorOf(() => { KishSheets.Write(change(Households(towns is [] ? ["a"] : towns)), PathOf("o.xlsx"), Ordinary); return 0; });

    /// <summary>The table with another text in its second row.</summary>
    private static Table With(Table table, string column, string? text) =>
        Table.FromColumns(table.Columns.Select(name => (name, name == column ? new CategoryColumn([.. Texts(table, name).Select((old, row) => row == 1 ? text : old)]) : table[name])));
}
