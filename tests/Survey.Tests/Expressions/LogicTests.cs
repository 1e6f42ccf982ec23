using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>SQL's logic of true, false and missing, by full truth tables.</summary>
public sealed class LogicTests
{
    private const string T = "true", F = "false";
    private const string? M = null;

    private static readonly bool?[] Values = [true, false, null];

    // a: T T T F F F M M M, b: T F M T F M T F M
    private static readonly Table Pairs = Table.FromColumns(
        [("a", Values.SelectMany(a => Values.Select(_ => a)).ToArray()), ("b", Values.SelectMany(_ => Values).ToArray())]);

    [TestCase("a and b", T, F, M, F, F, F, M, F, M)]
    [TestCase("a or b", T, T, T, T, F, M, T, M, M)]
    [TestCase("not a", F, F, F, T, T, T, M, M, M)]
    [TestCase("not not a", T, T, T, F, F, F, M, M, M)]
    [TestCase("a = b", T, F, M, F, T, M, M, M, M)]
    [TestCase("a <> b", F, T, M, T, F, M, M, M, M)]
    [TestCase("a is missing", F, F, F, F, F, F, T, T, T)]
    [TestCase("a is not missing", T, T, T, T, T, T, F, F, F)]
    [TestCase("(a and b) is missing", F, F, T, F, F, F, T, F, T)]
    [TestCase("a in (true)", T, T, T, F, F, F, M, M, M)]
    [TestCase("a in (true, false)", T, T, T, T, T, T, M, M, M)]
    [TestCase("a in (true, missing)", T, T, T, M, M, M, M, M, M)]
    [TestCase("a not in (true, missing)", F, F, F, M, M, M, M, M, M)]
    [TestCase("a and missing", M, M, M, F, F, F, M, M, M)]
    [TestCase("a or missing", T, T, T, M, M, M, M, M, M)]
    [TestCase("not missing", M, M, M, M, M, M, M, M, M)]
    [TestCase("missing is missing", T, T, T, T, T, T, T, T, T)]
    [TestCase("missing in (1)", M, M, M, M, M, M, M, M, M)]
    [TestCase("a = missing", M, M, M, M, M, M, M, M, M)]
    public void Holds(string expression, params string?[] expected) => Assert.That(Pairs.Texts(expression), Is.EqualTo(expected));

    [Test]
    public void TheOperatorsOfCSharpAreTheWordsOfTheText()
    {
        Expr a = Col("a"), b = Col("b");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(a & b, Is.EqualTo(Parse("a and b")));
            Assert.That(a | b, Is.EqualTo(Parse("a or b")));
            Assert.That(!a, Is.EqualTo(Parse("not a")));
            Assert.That(a == b, Is.EqualTo(Parse("a = b")));
            Assert.That(a != b, Is.EqualTo(Parse("a <> b")));
            Assert.That(a.IsMissing, Is.EqualTo(Parse("a is missing")));
            Assert.That(a & b & !a, Is.EqualTo(Parse("a and b and not a")));
        }
    }

    [TestCase("x = y", T, F, M, F, T, M, M, M, M)]
    [TestCase("x <> y", F, T, M, T, F, M, M, M, M)]
    [TestCase("x < y", F, T, M, F, F, M, M, M, M)]
    [TestCase("x <= y", T, T, M, F, T, M, M, M, M)]
    [TestCase("x > y", F, F, M, T, F, M, M, M, M)]
    [TestCase("x >= y", T, F, M, T, T, M, M, M, M)]
    [TestCase("x between y and 1", T, F, M, F, F, F, M, M, M)]
    [TestCase("x in (1)", T, T, T, F, F, F, M, M, M)]
    [TestCase("x in (1, missing)", T, T, T, M, M, M, M, M, M)]
    [TestCase("x not in (1, 3)", F, F, F, T, T, T, M, M, M)]
    [TestCase("x = 1 or x = 2", T, T, T, T, T, T, M, M, M)]
    [TestCase("d = e", T, F, M, F, T, M, M, M, M)]
    [TestCase("d < e", F, T, M, F, F, M, M, M, M)]
    [TestCase("s = t", T, F, M, F, T, M, M, M, M)]
    [TestCase("s <> t", F, T, M, T, F, M, M, M, M)]
    public void ComparisonsOfWhatIsMissingAreMissing(string expression, params string?[] expected)
    {
        double[] values = [1, 2, double.NaN];
        double[] x = [.. values.SelectMany(a => values.Select(_ => a))], y = [.. values.SelectMany(_ => values)];
        Table table = Table.FromColumns([("x", x), ("y", y), ("d", Days(x)), ("e", Days(y)), ("s", Texts(x)), ("t", Texts(y))]);
        Assert.That(table.Texts(expression), Is.EqualTo(expected));
    }

    private static DateOnly?[] Days(double[] values) => [.. values.Select(value => double.IsNaN(value) ? (DateOnly?)null : new DateOnly(2024, 1, (int)value))];

    private static string?[] Texts(double[] values) => [.. values.Select(value => double.IsNaN(value) ? null : $"level {value}")];
}
