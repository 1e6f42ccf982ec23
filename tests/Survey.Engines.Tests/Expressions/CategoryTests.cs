namespace Survey.Engines.Tests.Expressions;

/// <summary>Categories in the types that databases keep them in.</summary>
[TestFixtureSource(typeof(TestEngine), nameof(TestEngine.Names))]
internal sealed class CategoryTests(string engineName)
{
    private static readonly Expr C = Expr.Col("c"), D = Expr.Col("d");

    private TestEngine? _engine;

    [OneTimeSetUp]
    public void Open() => _engine = TestEngine.Named(engineName);

    [OneTimeTearDown]
    public void Close() => _engine!.Dispose();

    private IEnumerable<(string Type, bool IsRaw)> Types =>
        _engine!.Dialect switch
        {
            PostgreSqlDialect => [("text", true), ("character varying(20)", true), ("character(6)", false)],
            DuckDbDialect => [("VARCHAR", true), ("ENUM('ab', 'a', '村', 'x y')", false)],
            _ => [("Nullable(String)", true), ("Nullable(FixedString(6))", false), ("Nullable(Enum8('ab' = -1, 'a' = 2, '村' = 3, 'x y' = 4))", false)],
        };

    [Test]
    public void AnyTypeOfTexts()
    {
        foreach ((string type, bool isRaw) in Types)
            AssertSame(type, isRaw);
    }

    private void AssertSame(string type, bool isRaw)
    {
        var column = new CategoryColumn(["ab", "a", null, "村", "x y"], ["村", "a", "x y", "ab"], ordered: true);
        var other = new CategoryColumn(["a", "a", "a", "村", null], ["a", "村"]);
        var stored = new StoredTable(_engine!, Table.FromColumns([("c", column), ("d", other)]), name => name == "c" ? type : null);
        Twins.AssertSame(stored, C, D, C == D, C != D, D == C, C == "a", C != "a", C > "a", C.In("ab", "x y", "never"), Expr.Left(C, 1), Expr.Left(C, 1) == D, Expr.Coalesce(D, C), C.IsMissing, Expr.When(C == "a", D, C));
        Assert.That(stored.Compiler(new Binder(stored.Table), []).RawColumn(C), Is.EqualTo(isRaw ? "\"c\"" : null));
    }

    [Test]
    public void Uuids()
    {
        string[] levels = ["61f0c404-5cb3-11e7-907b-a6006ad3dba0", "00000000-0000-0000-0000-000000000001"];
        var stored = new StoredTable(_engine!, Table.FromColumns([("c", new CategoryColumn([.. levels, levels[0]], levels))]), _ => _engine!.Dialect is PostgreSqlDialect ? "uuid" : "UUID");
        Twins.AssertSame(stored, C, C == levels[1], Expr.Left(C, 2), C.IsMissing);
    }

    [Test]
    public void BlankTextsAreMissing()
    {
        var column = new CategoryColumn([null, null, null, "a", "b", " a", null], ["a", "b", " a"]);
        var other = new CategoryColumn([null, null, "a", "a", "a", null, null], ["a", "b"]);
        var stored = new StoredTable(_engine!, Table.FromColumns([("c", column), ("d", other)]), null, "", "  ", "\t");
        Twins.AssertSame(stored, C, C == "a", C != "a", C.IsMissing, C == D, C != D, C.In("a", "b", " a"), Expr.Coalesce(C, Expr.Text("none")), Expr.Left(C, 1), C == Expr.Coalesce(D, C));
        Assert.That(stored.Compiler(new Binder(stored.Table), []).RawColumn(C), Is.Null);
    }

    [Test]
    public void OnlyColumnsAreRaw()
    {
        StoredTable stored = Many(3);
        SqlCompiler compiler = stored.Compiler(new Binder(stored.Table), []);
        Assert.That(((Expr[])[C, Expr.Left(C, 2), Expr.Col("n"), Expr.Coalesce(C, D)]).Select(compiler.RawColumn), Is.EqualTo((string?[])["\"c\"", null, null, null]));
    }

    [Test]
    public void ManyLevels()
    {
        StoredTable stored = Many(3000);
        Twins.AssertSame(stored, C == D, C != D, C != "1007", C.IsMissing, D == C, Expr.Left(C, 1), Expr.Left(C, 2) == "12");
        List<string> parameters = [];
        SqlCompiler compiler = stored.Compiler(new Binder(stored.Table), parameters);
        Assert.That((compiler.Condition(C == D).True + compiler.Condition(C != "1007").True).Length, Is.LessThan(200));
        Assert.That(parameters, Has.Count.LessThan(2));
    }

    /// <summary>Two columns with levels of four digits, and a number.</summary>
    private StoredTable Many(int rows)
    {
        string[] levels = [.. Enumerable.Range(1000, rows).Select(code => $"{code}")];
        var column = new CategoryColumn(levels, levels);
        var other = new CategoryColumn([.. levels.Select((level, k) => k % 3 == 0 ? null : k % 3 == 1 ? level : levels[^1])], levels);
        return new StoredTable(_engine!, Table.FromColumns([("c", (Column)column), ("d", other), ("n", new NumberColumn(new double[rows]))]));
    }
}
