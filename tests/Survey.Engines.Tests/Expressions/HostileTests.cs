namespace Survey.Engines.Tests.Expressions;

/// <summary>Names and levels that would be SQL if they got out of their quotes.</summary>
[TestFixtureSource(typeof(TestEngine), nameof(TestEngine.Names))]
internal sealed class HostileTests(string engineName)
{
    private static readonly string[] Hostile =
    [
        "'; DROP TABLE tried; --", "\"; DROP TABLE tried; --", "`", "\\", "\\'", "\\\\'", "\\\"", "''", "\"\"", "a'b\"c`d\\", "/* x", "*/", "-- x", "# x", "a\nb", "a\r\nb", "a\tb", "\\n", "\\0", "\\x41", "\\N", "$p0", "@p0", ":p0", "{p0:String}", "%s", "?",
        "{}", "$$", "$1", "NULL", "1=1", "村'庄\"", "😀\\", "e\u0301", "\u200b", " a", "a ", "A", "a", "é", "\u2028", "\u0001", "\u007f", ";",
    ];

    [Test]
    public void LevelsStayTexts()
    {
        using TestEngine engine = TestEngine.Named(engineName);
        var levels = new CategoryColumn([null, .. Hostile], Hostile);
        var stored = new StoredTable(engine, Table.FromColumns([("c", levels), ("same", levels), ("blank", levels)]));
        Expr c = Expr.Col("c");
        Twins.AssertSame(stored, [c, Expr.Left(c, 1), c == Expr.Col("same"), c.In(Hostile.AsSpan(0, 10)), Expr.When(c == Hostile[0], c, Expr.Text("x'\\\"")), .. Hostile.Select(text => c == text), .. Hostile.Select(text => c != text)]);
        Assert.That(engine.Rows(new Statement("SELECT count(*) AS n FROM tried"))[0][0], Is.EqualTo(Hostile.Length + 1));
    }

    [Test]
    public void TextsThatAreNoLevelAreNotSent()
    {
        using TestEngine engine = TestEngine.Named(engineName);
        var stored = new StoredTable(engine, Table.FromColumns([("c", new CategoryColumn(["a", null], ["a"]))]));
        Expr c = Expr.Col("c");
        Twins.AssertSame(stored, c == "a\0b", c != "a\0b", c.In("\0", "a"), c != "'; DROP TABLE tried; --");
        List<string> parameters = [];
        SqlCondition condition = stored.Compiler(new Binder(stored.Table), parameters).Condition(c == "secret");
        Assert.That(condition, Is.EqualTo(new SqlCondition("1=0", "\"c\" IS NOT NULL")));
        Assert.That(parameters, Is.Empty);
    }

    [Test]
    public void NamesStayNames()
    {
        using TestEngine engine = TestEngine.Named(engineName);
        // DuckDB knows no case
        string[] names = [.. Hostile.Select(name => "n" + name).Distinct(StringComparer.OrdinalIgnoreCase)];
        var stored = new StoredTable(engine, Table.FromColumns([.. names.Select((name, k) => (name, (Column)new NumberColumn([k, double.NaN])))]));
        Twins.AssertSame(stored, [.. names.Select(name => Expr.Col(name) + 1), .. names.Select(name => Expr.Col(name) > 3)]);
    }
}
