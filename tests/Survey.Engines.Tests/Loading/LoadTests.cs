using Survey.Files;

namespace Survey.Engines.Tests;

/// <summary>What is loaded is there to the last bit, under the names it has.</summary>
internal sealed class LoadTests
{
    private const string Hostile = "x\"; DROP TABLE y; -- \\ '`四川";

    private static readonly string?[] Texts = ["", " ", "a'b", "a\"b", "a\\b", "\\N", "a\tb", "a\nb\r\n", "\u0001\u001f\b\f", "四川省 成都市", "😀", new('x', 300), null, "NULL"];
    private static readonly double[] Numbers = [0.1, 1.0 / 3, double.MaxValue, double.Epsilon, -123456789.123456789, 9007199254740993, 1e-300, 0, -0.0, double.NaN, 1, 2, 3, 4];

    private static IEnumerable<TestCaseData> Servers() =>
    [
        new TestCaseData((Func<IServer>)(() => Engines.PostgreSql)).SetArgDisplayNames("PostgreSQL"),
        new TestCaseData((Func<IServer>)(() => Engines.DuckDb)).SetArgDisplayNames("DuckDB"),
        new TestCaseData((Func<IServer>)(() => Engines.ClickHouse)).SetArgDisplayNames("ClickHouse"),
    ];

    [TestCaseSource(nameof(Servers))]
    public void RowsComeBackAsTheyWereLoaded(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        Table table = Every();
        List<long> seen = [];
        Assert.That(server.Load(table, name, new LoadOptions(), new Told(seen.Add), default), Is.EqualTo(table.RowCount));
        Assert.That(seen, Is.EqualTo(new long[] { table.RowCount }));
        AssertHolds(server, name, table);
    }

    [TestCaseSource(nameof(Servers))]
    public void RowsAreAddedToATable(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        server.Load(Every().Head(3), name, new LoadOptions(), null, default);
        server.Load(Every().Select("day", "text", "number", "flag").Head(2), name, new LoadOptions { Append = true }, null, default);
        Assert.That(server.Query(new Statement($"SELECT COUNT(*) AS n FROM {name.Quoted(server.Dialect)}"), [ReplyKind.Number], default).Numbers(0), Is.EqualTo(new[] { 5.0 }));
    }

    [TestCaseSource(nameof(Servers))]
    public void ANewTableMustNotBeThere(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        server.Load(Every(), name, new LoadOptions(), null, default);
        Assert.That(ErrorOf(server, Every(), name, new LoadOptions()), Does.StartWith($"The table {name} is there already on ").And.EndWith("; give another name, or append to it."));
        AssertHolds(server, name, Every());
    }

    [TestCaseSource(nameof(Servers))]
    public void ATableThatIsAddedToMustFit(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        Table table = Every().Select("number", "text");
        server.Load(table, name, new LoadOptions(), null, default);
        var append = new LoadOptions { Append = true };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ErrorOf(server, Every().Select("number", "flag"), name, append), Does.StartWith($"The table {name} has no column 'flag'; load into a new table"));
            Assert.That(ErrorOf(server, table.With("text", new NumberColumn(Numbers)), name, append), Does.StartWith($"The column 'text' is a number, and in the table {name} it is of the type "));
            Assert.That(ErrorOf(server, table, Fresh(), append), Does.Contain("refused the statement"));
        }
        AssertHolds(server, name, table);
    }

    [TestCaseSource(nameof(Servers))]
    public void HostileNamesAreNames(Func<IServer> get)
    {
        IServer server = get();
        var name = new TableName([$"{Hostile} {Guid.NewGuid().ToString("N")[..8]}"]);
        Table table = Table.FromColumns([(Hostile, (Array)new[] { 1.0, 2 }), (Hostile + "2", new[] { "a", null })]);
        server.Load(table, name, new LoadOptions { OrderBy = [Hostile] }, null, default);
        AssertHolds(server, name, table);
    }

    [TestCaseSource(nameof(Servers))]
    public void ATableMayHaveNoRows(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        Assert.That(server.Load(Every().Head(0), name, new LoadOptions(), null, default), Is.Zero);
        AssertHolds(server, name, Every().Head(0));
    }

    [TestCaseSource(nameof(Servers))]
    public void RowsOfFilesWhoseTypesShowLateAreLoadedOnce(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        string file = Path.Combine(Path.GetTempPath(), $"{name}.csv");
        try
        {
            File.WriteAllLines(file, ["id,late", .. Enumerable.Range(0, 150_000).Select(k => k == 149_000 ? $"{k},x" : $"{k},1")]);
            Assert.That(server.Load(Rows.Open(file), name, new LoadOptions(), null, default), Is.EqualTo(150_000));
            Assert.That(server.Load(Rows.Open(file), name, new LoadOptions { Append = true }, null, default), Is.EqualTo(150_000));
        }
        finally
        {
            File.Delete(file);
        }
        Reply reply = server.Query(new Statement($"SELECT \"late\" AS late2, COUNT(*) AS n FROM {name.Quoted(server.Dialect)} GROUP BY \"late\" ORDER BY \"late\""), [ReplyKind.Text, ReplyKind.Number], default);
        Assert.That(reply.Texts(0).Zip(reply.Numbers(1)), Is.EqualTo(new[] { ("1", 299_998.0), ("x", 2) }));
    }

    [Test]
    public void DaysThatClickHouseDoesNotHoldAreRefused([Values("1969-12-31", "2106-02-08")] string day, [Values] bool append)
    {
        IServer server = Engines.ClickHouse;
        TableName name = Fresh();
        if (append)
            server.Load(Dates("2020-01-01"), name, new LoadOptions(), null, default);
        Assert.That(ErrorOf(server, Dates("2106-02-07", "1970-01-02", day), name, new LoadOptions { Append = append }),
            Is.EqualTo($"Row 3 of 'd' is {day}, and a Date of ClickHouse holds 1970-01-01 to 2106-02-07; leave such rows out, or load the column as text."));
        Assert.That(Engines.Cluster.Run(1, "SHOW TABLES"), append ? Does.Contain(name.ToString()) : Does.Not.Contain(name.ToString()));
    }

    [Test]
    public void KeysOfClickHouseAreNotMissing()
    {
        TableName name = Fresh();
        Assert.That(ErrorOf(Engines.ClickHouse, Every(), name, new LoadOptions { OrderBy = ["number", "text"] }),
            Is.EqualTo($"Row 10 has no value of 'number', and that column of the table {name} takes no missing values; leave such rows out, or do not order by the column."));
    }

    [Test]
    public void NamesThatPostgresCutsAreRefused() =>
        Assert.That(ErrorOf(Engines.PostgreSql, Every(), new TableName([new string('ü', 32)]), new LoadOptions()), Does.Contain("has more than 63 bytes"));

    [TestCaseSource(nameof(Servers))]
    public void WhoLoadsMayGiveUp(Func<IServer> get)
    {
        IServer server = get();
        TableName name = Fresh();
        using var source = new CancellationTokenSource();
        Table table = ManyRows.Table(200_000);
        Assert.Throws(Is.InstanceOf<OperationCanceledException>(), () => server.Load(table, name, new LoadOptions(), new Told(_ => source.Cancel()), source.Token));
        Assert.That(ErrorOf(server, table, name, new LoadOptions { Append = true }), Does.Contain("refused the statement")); // as there is no such table
    }

    [Test]
    public void WhatIsLeftOfALoadThatWasGivenUpIsTold()
    {
        TableName name = Fresh();
        Table table = ManyRows.Table(400_000);
        Assert.That(Stopped(Engines.PostgreSql, table, name, new LoadOptions()), Is.EqualTo($"The load was stopped; no table {name} is left."));
        Engines.ClickHouse.Load(table.Head(1), name, new LoadOptions(), null, default);
        Assert.That(Stopped(Engines.ClickHouse, table, name, new LoadOptions { Append = true }), Is.EqualTo($"The load was stopped; up to 262,144 of the rows may stand in the table {name} already."));
        Engines.PostgreSql.Load(table.Head(1), name, new LoadOptions(), null, default);
        Assert.That(Stopped(Engines.PostgreSql, table, name, new LoadOptions { Append = true }), Is.EqualTo($"The load was stopped; the table {name} is as it was."));
    }

    [Test]
    public void PostgreSqlKnowsTheSizeOfATable()
    {
        TableName name = Fresh();
        Engines.PostgreSql.Load(ManyRows.Table(1_000), name, new LoadOptions(), null, default);
        Assert.That(Engines.Shards.Run(1, $"SELECT reltuples FROM pg_class WHERE relname = '{name}'"), Is.EqualTo("1000"));
    }

    [TestCaseSource(nameof(Servers))]
    public void PersonalDataAreNotLoadedByOversight(Func<IServer> get)
    {
        var engine = new Engine(get());
        var name = Fresh().ToString();
        Table phones = Table.FromColumns([("tel", (Array)new[] { 13812345678.0, 15912345678 })]);
        Assert.That(Assert.Throws<SurveyDataException>(() => engine.Load(phones, name))!.Message, Does.StartWith("Nothing is written, as the column 'tel' looks like phone numbers (2 of 2 values); "));
        Assert.That(engine.Load(phones, name, new LoadOptions { PersonalDataAllowedIn = ["tel"] }), Is.EqualTo(2));
        Assert.That(engine.Open(name).Extract("tel").RowCount, Is.EqualTo(2));
    }

    [Test]
    public void RowsGoToAllShards()
    {
        string name = Fresh().ToString();
        Engines.Cluster.CreateSharded(name, "a Float64, b Nullable(String)", "cityHash64(a)");
        Table table = ManyRows.Table(300_000).Select("a", "b");
        Engines.ClickHouse.Load(table, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
        double[] counts = [.. Enumerable.Range(1, 3).Select(node => double.Parse(Engines.Cluster.Run(node, $"SELECT count() FROM {name}_local")))];
        Assert.That((counts.Sum(), counts.Min() > 90_000), Is.EqualTo((300_000.0, true)));

        Engines.Shards.CreateSharded(name, "\"a\" double precision, \"b\" text", "\"b\"");
        Engines.PostgreSql.Load(table, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
        double[] rows = [.. Enumerable.Range(1, 3).Select(node => double.Parse(Engines.Shards.Run(node, $"SELECT count(*) FROM \"{name}_local\"")))];
        Assert.That((rows.Sum(), rows.Min() > 0), Is.EqualTo((300_000.0, true)));
    }

    private static void AssertHolds(IServer server, TableName name, Table table)
    {
        IReadOnlyList<(string Name, string Type)> there = server.Describe(new Statement($"SELECT * FROM {name.Quoted(server.Dialect)}"), default);
        Assert.That(there.Select(column => column.Name), Is.EqualTo(table.Columns));
        ReplyKind[] kinds = [.. table.Columns.Select(column => table[column].Type == ColumnType.Number ? ReplyKind.Number : ReplyKind.Text)];
        string columns = string.Join(", ", table.Columns.Select(server.Dialect.Quote));
        Reply reply = server.Query(new Statement($"SELECT {columns} FROM {name.Quoted(server.Dialect)}"), kinds, default);
        for (int k = 0; k < kinds.Length; k++)
            if (kinds[k] == ReplyKind.Number)
                Assert.That(reply.Numbers(k), Is.EqualTo(((NumberColumn)table[table.Columns[k]]).Values.ToArray()));
            else
                Assert.That(reply.Texts(k), Is.EqualTo(Enumerable.Range(0, table.RowCount).Select(table[table.Columns[k]].TextAt)));
    }

    private static string ErrorOf(IServer server, Rows rows, TableName name, LoadOptions options) =>
        Assert.Throws<SurveyDataException>(() => server.Load(rows, name, options, null, default))!.Message;

    /// <summary>What is said of a load that is given up after 300,000 rows.</summary>
    private static string Stopped(IServer server, Table table, TableName name, LoadOptions options)
    {
        using var source = new CancellationTokenSource();
        var progress = new Told(count =>
        {
            if (count > 300_000)
                source.Cancel();
        });
        return Assert.Throws<OperationCanceledException>(() => server.Load(table, name, options, progress, source.Token))!.Message;
    }

    private static TableName Fresh() => new([$"t{Guid.NewGuid():N}"]);

    private static Table Every() =>
        Table.FromColumns(
        [
            ("number", (Column)new NumberColumn(Numbers)),
            ("text", new CategoryColumn(Texts)),
            ("flag", new FlagColumn([.. Enumerable.Range(0, Texts.Length).Select(k => k % 3 == 2 ? (bool?)null : k % 3 == 1)])),
            ("day", new DateColumn([.. Enumerable.Range(0, Texts.Length).Select(k => k % 4 == 3 ? (DateOnly?)null : new DateOnly(1970, 1, 2).AddDays(3000 * k))])),
        ]);

    private static Table Dates(params string[] days) => Table.FromColumns([("d", (Column)new DateColumn([.. days.Select(day => (DateOnly?)DateOnly.Parse(day))]))]);
}
