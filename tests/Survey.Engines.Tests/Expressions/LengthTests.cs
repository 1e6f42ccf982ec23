using System.Diagnostics;

namespace Survey.Engines.Tests.Expressions;

/// <summary>What stands twice in what stands twice soon is too long: that is said, and soon.</summary>
internal sealed class LengthTests
{
    private static readonly Table Rows = Table.FromColumns([("x", (Column)new NumberColumn([1])), ("f", new FlagColumn([true])), ("c", new CategoryColumn(["a"], ["a"])), ("d", new DateColumn([DateOnly.MinValue]))]);
    private static readonly Expr X = Expr.Col("x"), F = Expr.Col("f"), D = Expr.Col("d");

    private static IEnumerable<TestCaseData> Nests()
    {
        Expr divided = X, powered = X, least = X, flagged = F, counted = X, chosen = D, cut = X;
        for (int k = 0; k < 60; k++)
        {
            divided = 1 / divided;
            powered = Expr.Exp(powered);
            least = Expr.Min(least, X, k);
            flagged = Expr.Coalesce(flagged == F, F);
            counted = (counted > k) + X;
            chosen = Expr.Coalesce(chosen, D);
            cut = Expr.When(Expr.Cut(cut, 0, 1, 2) == "1", X, X);
        }
        return [new(divided), new(powered), new(least), new(flagged), new(counted), new(Expr.Year(chosen)), new(cut)];
    }

    [TestCaseSource(nameof(Nests))]
    public void NestsAreRefused(Expr expr)
    {
        var watch = Stopwatch.StartNew();
        Assert.That(() => Compile(expr), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("An expression makes more than 1,000,000 characters of SQL, too long a statement; have a column derived in the database for a part of it."));
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(5));
    }

    [Test]
    public void WideOnesAreRefused()
    {
        Expr sum = Enumerable.Range(0, 50).Aggregate(X, (all, k) => all + X * k / 7);
        Assert.That(() => Compile(Expr.Min([.. Enumerable.Range(0, 200).Select(k => sum + k)])), Throws.TypeOf<SurveyDataException>());
        Assert.That(() => Compile(Expr.Cut(sum, [.. Enumerable.Range(0, 1000).Select(k => (double)k)]) == "3"), Throws.Nothing);
    }

    [Test]
    public void LongChainsStayShort()
    {
        Expr chain = Expr.Missing, sum = X;
        for (int k = 0; k < 150; k++)
        {
            chain = Expr.When(X == k, k, chain);
            sum += X;
        }
        Assert.That(Compile(chain).Length + Compile(sum).Length, Is.LessThan(60_000));
    }

    private static string Compile(Expr expr)
    {
        var binder = new Binder(Rows);
        var compiler = new SqlCompiler(binder, new ClickHouseDialect(), name => new EngineColumn(name, name == "x" ? "Float64" : "Bool", null), []);
        return binder.Bind(expr).Type == ColumnType.Number ? compiler.Number(expr) : compiler.Condition(expr).True;
    }
}
