namespace Survey.Tests.Expressions;

/// <summary>An expression that is written and read again is the same expression.</summary>
public sealed class RoundTripLaws
{
    private static readonly string[] Names = ["n", "n.1", "n年龄", "f", "f and", "f\"", "c", "c c", "o", "d", "d(1)"];

    [Test]
    public void ParseUndoesToString([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var trees = new RandomExpr(random, Names);
        for (int k = 0; k < 50; k++)
        {
            Expr expr = trees.Any(random.Next(6));
            string text = expr.ToString();
            Expr read = Expr.Parse(text);
            Assert.That(read, Is.EqualTo(expr), text);
            Assert.That(read.GetHashCode(), Is.EqualTo(expr.GetHashCode()));
            Assert.That(read.ToString(), Is.EqualTo(text));
        }
    }

    [Test]
    public void AnyFiniteNumberIsReadAsWritten([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 500; k++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
                continue;
            Expr expr = Expr.Col("x") - value * Expr.Col("y");
            Assert.That(Expr.Parse(expr.ToString()), Is.EqualTo(expr), expr.ToString());
            Assert.That(Expr.Parse((-(Expr)value).ToString()), Is.EqualTo(-(Expr)value));
        }
    }

    [Test]
    public void AnyTextAndNameIsReadAsWritten([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["'", "\"", "''", "\"\"", " ", "\n", "and", "not", "a", "年", "\u0302", "𠀀", "\uD840", "\0", "1", ".", "_", "(", "-", "\u200C"];
        for (int k = 0; k < 300; k++)
        {
            string any = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)]));
            Expr expr = Expr.Col(any) == any & Expr.Col(any).In(any, "x") | Expr.Col(any).IsMissing;
            Assert.That(Expr.Parse(expr.ToString()), Is.EqualTo(expr), expr.ToString());
        }
    }
}
