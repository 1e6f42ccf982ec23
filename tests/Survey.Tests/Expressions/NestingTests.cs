using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>How deep an expression may nest, and how long it may be.</summary>
public sealed class NestingTests
{
    private const string TooDeep = "nests more than 200 deep";

    private static readonly Table One = Table.FromColumns([("x", new[] { 1.0 }), ("f", new[] { true }), ("s", new[] { "v7" })]);

    [Test]
    public void TwoHundredIsTheLimitInCSharp()
    {
        Expr sum = Col("x");
        for (int depth = 2; depth <= 200; depth++)
            sum += 1;
        Assert.That(One.Texts(sum), Is.EqualTo(new[] { "200" }));
        Assert.That(Parse(sum.ToString()), Is.EqualTo(sum));
        Assert.That(() => sum + 1, Throws.ArgumentException.With.Message.EqualTo("The expression nests more than 200 deep; use in (...), between, or split it over derived columns."));
        Assert.That(() => -sum, Throws.ArgumentException);
        Assert.That(() => !sum, Throws.ArgumentException);
        Assert.That(() => sum.IsMissing, Throws.ArgumentException);
        Assert.That(() => sum.In(1), Throws.ArgumentException);
        Assert.That(() => Abs(sum), Throws.ArgumentException);
        Assert.That(() => sum > 1, Throws.ArgumentException);
        Assert.That(() => true & sum, Throws.ArgumentException);
        Assert.That(() => When(true, sum, 1), Throws.ArgumentException);
    }

    [Test]
    public void TheDeepestListCanBeEvaluated()
    {
        Expr sum = Col("x");
        for (int depth = 2; depth <= 199; depth++)
            sum += 1;
        Assert.That(One.Texts(sum.In(1, 199)), Is.EqualTo(new[] { "true" }));
    }

    [TestCase("(", "x", ")")]
    [TestCase("not ", "f", "")]
    [TestCase("- ", "x", "")]
    [TestCase("+ ", "x", "")]
    [TestCase("abs(", "x", ")")]
    [TestCase("if(f, 1, ", "x", ")")]
    [TestCase("case when f then ", "x", " end")]
    [TestCase("cut(", "x", ", 1, 2)")]
    [TestCase("(not (", "f", "))")]
    [TestCase("(", "", "")]
    [TestCase("x + (", "", "")]
    public void TenThousandInTextAreRefusedAtTheirPlace(string open, string inner, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 10_000)) + inner + string.Concat(Enumerable.Repeat(close, 10_000));
        Assert.That(() => Parse(text), Throws.ArgumentException.With.Message.Matches($"^In the expression \".*\", at character [0-9]+: the expression {TooDeep}"));
    }

    [TestCase("x + ", "x")]
    [TestCase("x * ", "x")]
    [TestCase("x - ", "x")]
    public void AndSoAreLongSums(string repeated, string last) =>
        Assert.That(() => Parse(string.Concat(Enumerable.Repeat(repeated, 10_000)) + last), Throws.ArgumentException.With.Message.Contains(TooDeep));

    [Test]
    public void AHundredAndNinetyDeepIsFineInText()
    {
        Assert.That(One.Texts(new string('(', 199) + "x" + new string(')', 199)), Is.EqualTo(new[] { "1" }));
        Assert.That(One.Texts(string.Concat(Enumerable.Repeat("not ", 190)) + "f"), Is.EqualTo(new[] { "true" }));
        Assert.That(One.Texts(string.Concat(Enumerable.Repeat("if(not f, 1, ", 190)) + "x" + new string(')', 190)), Is.EqualTo(new[] { "1" }));
    }

    [TestCase(" and ", "f")]
    [TestCase(" or ", "f")]
    [TestCase(" and ", "x = 1")]
    [TestCase(" or ", "not f and f")]
    public void TenThousandConditionsInARowWork(string between, string condition)
    {
        string text = string.Join(between, Enumerable.Repeat(condition, 10_000));
        Assert.That(One.Texts(text), Is.EqualTo(new[] { condition.StartsWith("not", StringComparison.Ordinal) ? "false" : "true" }));
        Assert.That(Parse(text).ToString(), Is.EqualTo(text));
    }

    [Test]
    public void BetweenInBetweenCostsNoMoreThanItsLength()
    {
        string text = string.Concat(Enumerable.Repeat("(if(", 60)) + "x" + string.Concat(Enumerable.Repeat(" between 0 and 9, 1, 0) + 0)", 60));
        Assert.That(One.Texts(text), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public void ATreeThatDoublesAgainAndAgainIsRefused()
    {
        Expr sum = Col("x");
        Assert.That(() =>
        {
            for (int k = 0; k < 100; k++)
                sum += sum;
        }, Throws.ArgumentException.With.Message.StartsWith("The expression has more than 100,000 parts; "));
    }

    [Test]
    public void TenThousandConditionsInCSharpWork()
    {
        Expr all = Col("f"), any = Col("f");
        for (int k = 1; k < 10_000; k++)
            (all, any) = (all & Col("x") != k + 1, any | Col("x") == k + 1);
        Assert.That(One.Texts(all), Is.EqualTo(new[] { "true" }));
        Assert.That(One.Texts(any), Is.EqualTo(new[] { "true" }));
    }

    [Test]
    public void TenThousandArmsWork()
    {
        string arms = string.Concat(Enumerable.Range(2, 10_000).Select(k => $"when x = {k} then {k} "));
        Assert.That(One.Texts($"case {arms}when x = 1 then 7 end"), Is.EqualTo(new[] { "7" }));
        Assert.That(One.Texts($"coalesce({string.Concat(Enumerable.Repeat("missing, ", 10_000))}x)"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public void LongListsAreLookedUp()
    {
        int[] rows = [.. Enumerable.Range(0, 70_000)];
        DateOnly first = new(2000, 1, 1);
        Table table = Table.FromColumns([("x", rows), ("s", rows.Select(row => $"v{row}").ToArray()), ("d", rows.Select(row => first.AddDays(row)).ToArray())]);
        int[] odd = [.. Enumerable.Range(0, 20_000).Select(k => 2 * k + 1)];
        Expr[] lists =
        [
            Col("x").In([.. odd.Select(k => (double)k)]),
            Col("s").In([.. odd.Select(k => $"v{k}")]),
            Parse($"d in ({string.Join(", ", odd.Select(k => $"'{first.AddDays(k):yyyy-MM-dd}'"))})"),
        ];
        foreach (Expr list in lists)
        {
            var found = (FlagColumn)table.With("found", list)["found"];
            Assert.That(found.Values.ToArray().Index().Where(row => row.Item == 1).Select(row => row.Index), Is.EqualTo(odd));
        }
    }

    [Test]
    public void EmptyListsAreRefused()
    {
        Assert.That(() => Col("x").In((double[])[]), Throws.ArgumentException.With.Message.StartsWith("In() needs at least one value."));
        Assert.That(() => Col("x").In((string[])[]), Throws.ArgumentException.With.Message.StartsWith("In() needs at least one value."));
        Assert.That(() => Coalesce(), Throws.ArgumentException.With.Message.StartsWith("coalesce takes at least 1 argument, not 0."));
    }
}
