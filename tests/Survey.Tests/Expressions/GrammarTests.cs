namespace Survey.Tests.Expressions;

/// <summary>Each form of the text language, and how it is written back.</summary>
public sealed class GrammarTests
{
    [TestCase("a", "a")]
    [TestCase("  a\t\r\n", "a")]
    [TestCase("a==1", "a = 1")]
    [TestCase("a!=1", "a <> 1")]
    [TestCase("a<>1 AND b<=2 Or NOT c>=3", "a <> 1 and b <= 2 or not c >= 3")]
    [TestCase("a<1 and b>2", "a < 1 and b > 2")]
    [TestCase("(a or b) and c", "(a or b) and c")]
    [TestCase("a or b and c", "a or b and c")]
    [TestCase("(a and b) and c", "(a and b) and c")]
    [TestCase("not (a or b)", "not (a or b)")]
    [TestCase("not a = 1", "not a = 1")]
    [TestCase("not(a)", "not a")]
    [TestCase("a between 1 and 2", "a between 1 and 2")]
    [TestCase("a + 1 between b and c * 2 and d", "a + 1 between b and c * 2 and d")]
    [TestCase("a not between 1 and 2", "not a between 1 and 2")]
    [TestCase("a IN (1,2.50,-3)", "a in (1, 2.5, -3)")]
    [TestCase("a not in ('x', 'it''s')", "not a in ('x', 'it''s')")]
    [TestCase("a in (TRUE, Missing, null)", "a in (true, missing, missing)")]
    [TestCase("a is missing", "a is missing")]
    [TestCase("a is null", "a is missing")]
    [TestCase("a IS NOT MISSING", "not a is missing")]
    [TestCase("a+b-c", "a + b - c")]
    [TestCase("a-(b-c)", "a - (b - c)")]
    [TestCase("a/(b*c)", "a / (b * c)")]
    [TestCase("a*b/c%d", "a * b / c % d")]
    [TestCase("(a+b)*c", "(a + b) * c")]
    [TestCase("-a*b", "-a * b")]
    [TestCase("-(a*b)", "-(a * b)")]
    [TestCase("--a", "-(-a)")]
    [TestCase("- -1", "1")]
    [TestCase("-(1)", "-1")]
    [TestCase("a - -1", "a - -1")]
    [TestCase("+a", "a")]
    [TestCase("a = -1", "a = -1")]
    [TestCase("(a = 1) = b", "(a = 1) = b")]
    [TestCase("(a is missing) is missing", "(a is missing) is missing")]
    [TestCase("(not a) = b", "(not a) = b")]
    [TestCase("case when a then 1 when b then 2 else 3 end", "case when a then 1 when b then 2 else 3 end")]
    [TestCase("Case When a Then 1 Else Missing End", "case when a then 1 end")]
    [TestCase("case when a then 1 end + 1", "case when a then 1 end + 1")]
    [TestCase("IF(a, 1, 2)", "if(a, 1, 2)")]
    [TestCase("Coalesce(a, b) + ABS(c)", "coalesce(a, b) + abs(c)")]
    [TestCase("min(a, b) + max(a) + round(a, 1) + log(a) + exp(a)", "min(a, b) + max(a) + round(a, 1) + log(a) + exp(a)")]
    [TestCase("cut(age, 15, 25, Inf)", "cut(age, 15, 25, inf)")]
    [TestCase("cut(age, -5, .5)", "cut(age, -5, 0.5)")]
    [TestCase("'text'", "'text'")]
    [TestCase("''", "''")]
    [TestCase("'a \"b\" ''c'''", "'a \"b\" ''c'''")]
    [TestCase("1.50", "1.5")]
    [TestCase(".5", "0.5")]
    [TestCase("5.", "5")]
    [TestCase("1e3", "1000")]
    [TestCase("1E+300", "1E+300")]
    [TestCase("1e-7", "1E-07")]
    [TestCase("12345678901234567890", "1.2345678901234567E+19")]
    [TestCase("true", "true")]
    [TestCase("FALSE", "false")]
    [TestCase("null", "missing")]
    [TestCase("a= 'x'or b", "a = 'x' or b")]
    [TestCase("1<a", "1 < a")]
    public void IsWrittenBack(string text, string canonical)
    {
        Expr read = Expr.Parse(text);
        Assert.That(read.ToString(), Is.EqualTo(canonical));
        Assert.That(Expr.Parse(canonical), Is.EqualTo(read));
        Assert.That(Expr.Parse(canonical).GetHashCode(), Is.EqualTo(read.GetHashCode()));
    }

    [Test]
    public void VariablesMayBeNamedAndListed()
    {
        IReadOnlyList<Variable> list = Variable.ParseList("a, b + 1 AS next, \"c d\" as \"x,y\", max(a, b)");
        Assert.That(list.Select(variable => variable.Name), Is.EqualTo(new[] { "a", "next", "x,y", "max(a, b)" }));
        Assert.That(list.Select(variable => variable.Of.ToString()), Is.EqualTo(new[] { "a", "b + 1", "\"c d\"", "max(a, b)" }));
        Assert.That(Variable.Parse("age >= 18 as adult").ToString(), Is.EqualTo("adult"));
        Assert.That(((Variable)Expr.Col("c d")).Name, Is.EqualTo("c d"));
    }
}
