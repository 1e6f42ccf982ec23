namespace Survey.Engines.Tests.Expressions;

/// <summary>Numbers where servers differ from doubles in memory, or from one another.</summary>
[TestFixtureSource(typeof(TestEngine), nameof(TestEngine.Names))]
internal sealed class NumberTests(string engineName)
{
    private static readonly Expr X = Expr.Col("x"), Y = Expr.Col("y");

    private TestEngine? _engine;

    [OneTimeSetUp]
    public void Open() => _engine = TestEngine.Named(engineName);

    [OneTimeTearDown]
    public void Close() => _engine!.Dispose();

    [Test]
    public void LiteralsAreExact()
    {
        var random = new Random(1);
        double[] some = [0, -0.0, 1, -1, 0.1, 1e22, 1e23, 4.35, 1e300, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 1e-310, 9007199254740993, 123456789012345680000.0];
        double[] values = [.. some, .. Enumerable.Range(0, 400).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).Where(double.IsFinite)];
        string columns = string.Join(", ", values.Select((value, k) => $"{_engine!.Dialect.Number(value)} AS v{k}"));
        Assert.That(_engine!.Rows(new Statement("SELECT " + columns))[0], Is.EqualTo(values.Select(value => (double?)value)));
    }

    [TestCase("", "NaN"), TestCase("", "Infinity"), TestCase("", "-Infinity"), TestCase("real", "NaN"), TestCase("real", "Infinity"), TestCase("numeric", "NaN"), TestCase("numeric", "Infinity")]
    public void WhatIsNoNumberIsMissing(string type, string value)
    {
        Dialect dialect = _engine!.Dialect;
        if (type == "numeric" && dialect is not PostgreSqlDialect)
            Assert.Ignore("Only PostgreSQL has such decimals.");
        string? serverType = dialect is ClickHouseDialect ? type == "real" ? "Nullable(Float32)" : null : type == "real" && dialect is DuckDbDialect ? "FLOAT" : type == "" ? null : type;
        StoredTable stored = Stored(serverType, double.NaN, 1.5, double.NaN);
        string literal = dialect is ClickHouseDialect ? value.Replace("NaN", "nan", StringComparison.Ordinal).Replace("Infinity", "inf", StringComparison.Ordinal) : $"'{value}'";
        _engine.Run($"INSERT INTO tried VALUES (3, {literal}, 1)");
        string[] sql = [.. ((Expr[])[X.IsMissing, X > 1, X == Expr.Col("x"), X.In(1.5, 2), Expr.Cut(X, 0, 1, double.PositiveInfinity).IsMissing]).Select(expr => Twins.Flag(stored.Compiler(new Binder(stored.Table), []).Condition(expr)))];
        Assert.That(stored.Values(sql, []).Select(values => values[3]), Is.EqualTo((double?[])[1, null, null, null, 1]));
    }

    [Test]
    public void OutsideTheDomainIsMissing() =>
        Twins.AssertSame(Stored(null, 0, -0.0, 1, -1, 0.25, -1e308, 1e308, 1e-300, 709.782712893384, Math.BitIncrement(709.782712893384), 710, 1000, -708.4, -745.1332191019411, -745.2, -800, double.NaN),
            X / Y, X / 0, X % 0, 1 / X * 0, Expr.Log(X), Expr.Sqrt(X), Expr.Exp(X), Expr.Log(Expr.Exp(X)), Expr.Sqrt(-X), Expr.Exp(-X), Expr.Abs(X), -X, -(-X), X - (-Expr.Abs(X) / 2));

    [Test]
    public void OverflowIsMissingOrAnError()
    {
        StoredTable stored = Stored(null, 1e308, 1e300, 1, double.NaN);
        Expr[] overflows = [X * X, X + X + X, X * 10 - X * 10, Expr.Min(X * 10, 1), 1 / (X * 10), X * 10 > 5, (X * 10).In(1, 2), Expr.Coalesce(X * 10, 1), Expr.Round(X * 10, 2), Expr.Cut(X * 10, 0, double.PositiveInfinity), (X * 1e10).IsMissing, X / 1e-300];
        if (_engine!.Dialect is PostgreSqlDialect)
            foreach (Expr expr in overflows)
                Assert.That(() => Twins.AssertSame(stored, expr), Throws.TypeOf<Npgsql.PostgresException>().With.Property("SqlState").EqualTo("22003"), expr.ToString());
        else
            Twins.AssertSame(stored, overflows);
    }

    [Test]
    public void IntegersAreDoublesBeforeArithmetic()
    {
        string type = _engine!.Dialect is ClickHouseDialect ? "Nullable(Int64)" : "bigint";
        Twins.AssertSame(Stored(type, 7, 2, -7, 0, 4611686018427387904, -4611686018427387904, 3037000500, 9007199254740992, double.NaN),
            X / 2, 7 / X, X * X, X + X, X - 1, -X, Expr.Abs(X), X % 2, X * X * X, Expr.Round(X / 2), Expr.Min(X, 1), X.In(7, 2.5), X > 1.5, X / X);
    }

    [Test]
    public void HalvesAreRoundedAwayFromZero()
    {
        var random = new Random(1);
        double[] some = [2.5, -2.5, 0.5, -0.5, 0.49999999999999994, 1.5, 1.005, 2.675, 0.125, -0.375, 1e15 + 0.5, 4503599627370497.5, 9007199254740993, 1e16, 1.7e17, 1e300, 0, double.NaN];
        double[] more = [.. Enumerable.Range(0, 300).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 18))), .. Enumerable.Range(0, 300).Select(_ => random.Next(-100_000, 100_000) / 1000.0)];
        Twins.AssertSame(Stored(null, [.. some, .. more]), [.. Enumerable.Range(0, 16).Select(digits => Expr.Round(X, digits))]);
    }

    [Test]
    public void RemaindersHaveTheSignOfTheDividend() =>
        Twins.AssertSame(Stored(null, 7, -7, 5.5, -5.5, 0, 1, 1001, 320981001002, 9007199254740991, double.NaN), X % 2, X % -2, X % 2.5, X % 100, X % 1, 10 % X, X % 1024);

    [Test]
    public void ExtremesAreMissingWithAnyOfThem()
    {
        Expr[] many = [.. Enumerable.Range(0, 12).Select(k => X + k)];
        Twins.AssertSame(Stored(null, 3, -2, 0, double.NaN), Expr.Min(X, Y), Expr.Max(X, Y, 1), Expr.Min(many), Expr.Max([.. many, Y]), Expr.Max(X), Expr.Min(X, Expr.Missing), Expr.Max(X > 0, X));
    }

    [Test]
    public void CovariancesKeepTheDigitsInWhichValuesDiffer()
    {
        if (!_engine!.Dialect.HasStableCovariance)
            Assert.Ignore("Its covariances lose them.");
        double[] noise = [.. Enumerable.Range(0, 2000).Select(k => k % 1000 / 1000.0)];
        StoredTable stored = Stored(null, [.. noise.Select(value => 1e8 + value), double.NaN]);
        SqlCompiler compiler = stored.Compiler(new Binder(stored.Table), []);
        string x = compiler.Number(X), y = compiler.Number(-2 * X);
        double?[] found = _engine.Rows(new Statement($"SELECT {_engine!.Dialect.Covariance(x, x)} AS v, {_engine!.Dialect.Covariance(x, y)} AS c FROM tried"))[0];
        double mean = noise.Average(), variance = noise.Average(value => (value - mean) * (value - mean));
        Assert.That(found[0], Is.EqualTo(variance).Within(1e-3).Percent);
        Assert.That(found[1], Is.EqualTo(-2 * variance).Within(1e-3).Percent);
    }

    /// <summary>A table of x, and y that is x the other way round.</summary>
    private StoredTable Stored(string? typeOfX, params double[] values)
    {
        Table table = Table.FromColumns([("x", new NumberColumn(values)), ("y", new NumberColumn([.. values.Reverse()]))]);
        return new StoredTable(_engine!, table, name => name == "x" ? typeOfX : null);
    }
}
