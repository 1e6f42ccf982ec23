using Npgsql;

namespace Survey.Engines.Tests.Expressions;

/// <summary>What postgres_fdw sends to the servers behind it: plans are looked at, no server is asked.</summary>
internal sealed class PushdownTests
{
    private static readonly Expr X = Expr.Col("x"), I = Expr.Col("i"), F = Expr.Col("f"), C = Expr.Col("c"), V = Expr.Col("v"), D = Expr.Col("d");

    private static readonly Expr[] Conditions =
    [
        F, !F, F & X > 1, !(F | X > 1), X.Between(I, 3), X.In(0, 1, 2), C == "a", C != "a", !C.In("a", "b"), C == V, V == "a", C > "a", C.IsMissing, !X.IsMissing, F.IsMissing, (X > 1).IsMissing, F == (X > 1), D >= "2024-02-29", D.In("2024-02-29", "2024/3/1"),
        Expr.Left(C, 1) == "a", Expr.Cut(X, 0, 1, 2) == "1", Expr.When(F, C == "a", D < "2024-01-01"), Expr.Coalesce(F, X > 1), Expr.When(F, C, V) == "b", Expr.Parse("case when f then c when x > 1 then v end in ('a', 'b')"), Expr.Age(D, "2024-09-30") >= 18,
    ];

    private static readonly Expr[] Numbers =
    [
        X, I, Expr.Col("n"), F, X + I * 2 - 1 / X, X % 3, -X, Expr.Abs(X), Expr.Log(X), Expr.Exp(X), Expr.Sqrt(X), Expr.Round(X), Expr.Round(X, 2), Expr.Min(X, I, 3), Expr.Max(X, I), Expr.Year(D), Expr.Month(D), Expr.Age(D, "2024-09-30"),
        Expr.Coalesce(X, I, 0), Expr.When(F, X, I), Expr.When(X > 1, 1).When(F, 2).Else(3), (X > 1) + 0,
    ];

    [Test]
    public void EverythingIsPushedDown()
    {
        using TestEngine engine = TestEngine.Named("PostgreSQL");
        var postgres = (TestEngine.PostgresEngine)engine;
        using NpgsqlTransaction transaction = postgres.Connection.BeginTransaction(); // never committed
        engine.Run("CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public");
        engine.Run("CREATE SERVER pushdown FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '1'); CREATE USER MAPPING FOR CURRENT_USER SERVER pushdown OPTIONS (user 'nobody')");
        engine.Run("CREATE FOREIGN TABLE public.pushed (s text, x double precision, i bigint, n numeric(9,2), f boolean, c text, v character varying(9), d date) SERVER pushdown");
        List<string> parameters = [];
        var compiler = new SqlCompiler(new Binder(Rows), engine.Dialect, Stored, parameters);
        string[] sql =
        [
            .. Numbers.Select(expr => $"sum({compiler.Number(expr)})"),
            .. Conditions.Select(expr => $"sum(CASE WHEN {compiler.Condition(expr).True} THEN 1 WHEN {compiler.Condition(expr).False} THEN 0 END)"),
            $"sum({compiler.Code(C)})", $"sum({compiler.Day(D)})", engine.Dialect.Covariance(compiler.Number(X), compiler.Number(I)),
        ];
        using (Assert.EnterMultipleScope())
            foreach (string aggregate in sql)
                Assert.That(postgres.Plan(new Statement($"SELECT s, {aggregate} FROM public.pushed GROUP BY s", parameters)), Does.Contain("Aggregate on (public.pushed)"), aggregate);
    }

    private static Table Rows => Table.FromColumns(
    [
        ("x", (Column)new NumberColumn([1])), ("i", new NumberColumn([1])), ("n", new NumberColumn([1])), ("f", new FlagColumn([true])),
        ("c", new CategoryColumn(["a"], ["a", "b", "c"], ordered: true)), ("v", new CategoryColumn(["a"], ["b", "a"])), ("d", new DateColumn([DateOnly.MinValue])),
    ]);

    private static EngineColumn Stored(string name) =>
        new(name, name switch { "x" => "double precision", "i" => "bigint", "n" => "numeric(9,2)", "f" => "boolean", "c" => "text", "v" => "character varying(9)", _ => "date" }, null);
}
