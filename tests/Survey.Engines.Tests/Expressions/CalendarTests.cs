namespace Survey.Engines.Tests.Expressions;

/// <summary>The calendar reckoned in whole numbers.</summary>
[TestFixtureSource(typeof(TestEngine), nameof(TestEngine.Names))]
internal sealed class CalendarTests(string engineName)
{
    private static readonly Expr D = Expr.Col("d"), E = Expr.Col("e");

    private TestEngine? _engine;

    [OneTimeSetUp]
    public void Open() => _engine = TestEngine.Named(engineName);

    [OneTimeTearDown]
    public void Close() => _engine!.Dispose();

    private bool IsClickHouse => _engine!.Dialect is ClickHouseDialect;

    /// <summary>The first and last days that every server has in its plain type.</summary>
    private DateOnly First => IsClickHouse ? new DateOnly(1970, 1, 1) : DateOnly.MinValue;

    private DateOnly Last => IsClickHouse ? new DateOnly(2105, 12, 31) : DateOnly.MaxValue;

    [Test]
    public void EveryDayOfEightYearsAndTheEdges()
    {
        DateOnly?[] days = [null, First, Last, First.AddDays(59), .. Enumerable.Range(0, 2922).Select(k => (DateOnly?)new DateOnly(1997, 1, 1).AddDays(k))];
        Twins.AssertSame(Stored(days), D, Expr.Year(D), Expr.Month(D), D >= "1999-12-31", D.In("2000-02-29", "2000/3/1"), Expr.Age(D, "2003-02-28"), Expr.Age(Expr.Text("1900-02-28"), D));
    }

    [Test]
    public void AnyDays()
    {
        var random = new Random(1);
        DateOnly?[] days = [.. Enumerable.Range(0, 2000).Select(_ => (DateOnly?)First.AddDays(random.Next(Last.DayNumber - First.DayNumber + 1)))];
        Twins.AssertSame(Stored(days), Expr.Year(D), Expr.Month(D), Expr.Age(D, E), Expr.Age(E, D), Expr.Age(D, "2024-02-29"), D < E, D == E, Expr.Age(Expr.Coalesce(D, E), E));
    }

    [Test]
    public void BirthdaysOfLeapDays()
    {
        DateOnly?[] days = [new(2000, 2, 29), new(2001, 2, 28), new(2001, 3, 1), new(2004, 2, 28), new(2004, 2, 29), new(2004, 3, 1), new(2100, 2, 28), new(2100, 3, 1), new(1999, 12, 31), new(2000, 1, 1), null];
        foreach (int turn in Enumerable.Range(0, days.Length))
            Twins.AssertSame(Stored(days, [.. days[turn..], .. days[..turn]]), Expr.Age(D, E), Expr.Age(Expr.Text("2000-02-29"), D));
    }

    [Test]
    public void DaysThatAreNoDaysAreMissing()
    {
        if (IsClickHouse)
            Assert.Ignore("ClickHouse has none.");
        StoredTable stored = Stored([new DateOnly(2024, 1, 1)]);
        _engine!.Run("INSERT INTO tried VALUES (1, 'infinity', '-infinity'), (2, '0001-01-01 (BC)', '2024-01-01'), (3, '10000-01-01', '2024-01-01')".Replace(" (BC)", _engine.Dialect is PostgreSqlDialect ? " BC" : " (BC)", StringComparison.Ordinal));
        SqlCompiler compiler = stored.Compiler(new Binder(stored.Table), []);
        Assert.That(stored.Values([compiler.Day(D), Twins.Flag(compiler.Condition(D > "2000-01-01")), Twins.Flag(compiler.Missing(D)), compiler.Number(Expr.Year(D))], []).Select(values => values[1..]),
            Is.EqualTo((double?[][])[[null, null, null], [null, null, null], [1, 1, 1], [null, null, null]]));
    }

    private StoredTable Stored(DateOnly?[] days, DateOnly?[]? others = null) =>
        new(_engine!, Table.FromColumns([("d", new DateColumn(days)), ("e", new DateColumn(others ?? [.. days.Reverse()]))]));
}
