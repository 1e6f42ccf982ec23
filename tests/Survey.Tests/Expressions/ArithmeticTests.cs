using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>Numbers, and what no double can hold.</summary>
public sealed class ArithmeticTests
{
    [TestCase("1 + 2 * 3", "7")]
    [TestCase("(1 + 2) * 3", "9")]
    [TestCase("8 - 4 - 2", "2")]
    [TestCase("8 / 4 / 2", "1")]
    [TestCase("-2 * -3", "6")]
    [TestCase("+2 - +3", "-1")]
    [TestCase("7 % 4", "3")]
    [TestCase("-7 % 4", "-3")]
    [TestCase("7 % -4", "3")]
    [TestCase("7.5 % 2", "1.5")]
    [TestCase("1 / 0", null)]
    [TestCase("0 / 0", null)]
    [TestCase("1 % 0", null)]
    [TestCase("1 / -0", null)]
    [TestCase("1e308 * 10", null)]
    [TestCase("-1e308 - 1e308", null)]
    [TestCase("1e308 * 10 - 1e308 * 10", null)]
    [TestCase("log(1)", "0")]
    [TestCase("log(0)", null)]
    [TestCase("log(-1)", null)]
    [TestCase("exp(0)", "1")]
    [TestCase("exp(1000)", null)]
    [TestCase("exp(-1000)", "0")]
    [TestCase("abs(-2.5)", "2.5")]
    [TestCase("min(3, 1, 2)", "1")]
    [TestCase("max(3, 1, 2)", "3")]
    [TestCase("max(3)", "3")]
    [TestCase("min(3, missing)", null)]
    [TestCase("max(missing, 3)", null)]
    [TestCase("1 + missing", null)]
    [TestCase("missing * 0", null)]
    [TestCase("-missing", null)]
    [TestCase("1 / 0 = 1", null)]
    [TestCase("(1 / 0) is missing", "true")]
    public void IsThatNumberOrMissing(string expression, string? expected) => Assert.That(Evaluated.Constant(expression), Is.EqualTo(expected));

    [TestCase("round(0.5)", "1")]
    [TestCase("round(1.5)", "2")]
    [TestCase("round(2.5)", "3")]
    [TestCase("round(-0.5)", "-1")]
    [TestCase("round(-2.5)", "-3")]
    [TestCase("round(0.49999999999999994)", "0")]
    [TestCase("round(2.4)", "2")]
    [TestCase("round(0.125, 2)", "0.13")]
    [TestCase("round(-0.125, 2)", "-0.13")]
    [TestCase("round(1.25, 1)", "1.3")]
    [TestCase("round(3, 15)", "3")]
    [TestCase("round(1e300, 2)", "1E+300")]
    [TestCase("round(4503599627370497.5)", "4503599627370498")]
    [TestCase("round(missing)", null)]
    public void RoundsHalfAwayFromZero(string expression, string? expected) => Assert.That(Evaluated.Constant(expression), Is.EqualTo(expected));

    [TestCase("round(x, -1)", "-1")]
    [TestCase("round(x, 16)", "16")]
    [TestCase("round(x, 0.5)", "0.5")]
    [TestCase("round(x, x)", "x")]
    [TestCase("round(x, missing)", "missing")]
    public void RoundTakesAFixedNumberOfDigits(string expression, string digits) =>
        Assert.That(
            Table.FromColumns([("x", new[] { 1.0 })]).ErrorOf(Parse(expression)),
            Is.EqualTo($"round takes a whole number of digits from 0 to 15, not '{digits}'."));

    [TestCase("f + 1", "2", "1", null)]
    [TestCase("f * g", "0", "0", null)]
    [TestCase("-f", "-1", "0", null)]
    [TestCase("(x > 1) + (x > 2)", "0", "1", null)]
    [TestCase("true + true", "2", "2", "2")]
    [TestCase("max(f, x)", "1", "2", null)]
    [TestCase("abs(f)", "1", "0", null)]
    public void FlagsCountAsZeroAndOne(string expression, params string?[] expected)
    {
        Table table = Table.FromColumns([("f", new bool?[] { true, false, null }), ("g", new bool?[] { false, true, true }), ("x", new[] { 1, 2, double.NaN })]);
        Assert.That(table.Texts(expression), Is.EqualTo(expected));
    }

    [Test]
    public void NoDerivedColumnIsInfinite()
    {
        Table table = Table.FromColumns([("x", new[] { 0, -1, 1e308, double.NaN })]);
        foreach (string expression in new[] { "1 / x", "x / 0", "log(x)", "exp(x)", "x * 100", "x + x + x", "-x * 100", "max(x * 100, 1)", "round(x * 100)" })
            Assert.That(((NumberColumn)table.With("y", Parse(expression))["y"]).Values.ToArray(), Has.None.Matches<double>(double.IsInfinity), expression);
    }

    [Test]
    public void AnInfiniteNumberIsRefusedAndNaNIsMissing()
    {
        const string Message = "A number of an expression is finite; only the last break of Cut may be infinite. (Parameter 'value')";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Col("x") < double.PositiveInfinity, Throws.ArgumentException.With.Message.EqualTo(Message));
            Assert.That(() => Col("x").In(1, double.NegativeInfinity), Throws.ArgumentException.With.Message.EqualTo(Message));
            Assert.That(Col("x") + double.NaN, Is.EqualTo(Col("x") + Missing));
            Assert.That(Col("x").In(1, double.NaN), Is.EqualTo(Parse("x in (1, missing)")));
        }
    }
}
