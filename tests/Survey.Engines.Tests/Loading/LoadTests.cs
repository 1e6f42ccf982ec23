using System.Diagnostics;
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
        var progress = new Seen();
        Assert.That(server.Load(table, name, new LoadOptions(), progress, default), Is.EqualTo(table.RowCount));
        Assert.That(progress.Values, Is.EqualTo(new long[] { table.RowCount }));
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
        Table table = Many(200_000);
        Assert.Throws(Is.InstanceOf<OperationCanceledException>(), () => server.Load(table, name, new LoadOptions(), new Then(source.Cancel), source.Token));
        Assert.That(ErrorOf(server, table, name, new LoadOptions { Append = true }), Does.Contain("refused the statement")); // as there is no such table
    }

    [Test]
    public void RowsGoToAllShards()
    {
        string name = Fresh().ToString();
        Engines.Cluster.CreateSharded(name, "a Float64, b Nullable(String)", "cityHash64(a)");
        Table table = Many(300_000).Select("a", "b");
        Engines.ClickHouse.Load(table, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
        double[] counts = [.. Enumerable.Range(1, 3).Select(node => double.Parse(Engines.Cluster.Run(node, $"SELECT count() FROM {name}_local")))];
        Assert.That((counts.Sum(), counts.Min() > 90_000), Is.EqualTo((300_000.0, true)));

        Engines.Shards.CreateSharded(name, "\"a\" double precision, \"b\" text", "\"b\"");
        Engines.PostgreSql.Load(table, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
        double[] rows = [.. Enumerable.Range(1, 3).Select(node => double.Parse(Engines.Shards.Run(node, $"SELECT count(*) FROM \"{name}_local\"")))];
        Assert.That((rows.Sum(), rows.Min() > 0), Is.EqualTo((300_000.0, true)));
    }

    [TestCaseSource(nameof(Servers)), Explicit("Tells how many rows are loaded in a second")]
    public void HowFastItIs(Func<IServer> get)
    {
        IServer server = get();
        Table table = Many(1_000_000);
        server.Load(table.Head(100_000), Fresh(), new LoadOptions(), null, default);
        var watch = Stopwatch.StartNew();
        server.Load(table, Fresh(), new LoadOptions(), null, default);
        TestContext.Out.WriteLine($"{server.Name}: {table.RowCount / watch.Elapsed.TotalSeconds:N0} rows/s");
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

    private static Table Many(int rows)
    {
        var random = new Random(1);
        string[] levels = [.. Enumerable.Range(0, 1000).Select(k => $"place {k}")];
        Column Number() => NumberColumn.Owning([.. Enumerable.Range(0, rows).Select(_ => random.Next(20) == 0 ? double.NaN : random.NextDouble())]);
        Column Text() => new CategoryColumn(Enumerable.Range(0, rows).Select(_ => random.Next(levels.Length)).ToArray(), levels);
        return Table.FromColumns(
        [
            ("a", NumberColumn.Owning([.. Enumerable.Range(0, rows).Select(k => (double)k)])), ("b", Text()), ("c", Text()), ("d", Number()), ("e", Number()), ("f", Number()),
            ("g", FlagColumn.Owning([.. Enumerable.Range(0, rows).Select(k => (byte)(k % 3))])),
            ("h", DateColumn.Owning([.. Enumerable.Range(0, rows).Select(k => 730_000 + (k % 9999))])),
        ]);
    }

    private sealed class Seen : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }

    private sealed class Then(Action act) : IProgress<long>
    {
        public void Report(long value) => act();
    }
}
