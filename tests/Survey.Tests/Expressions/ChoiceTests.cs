using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>case, if, When and coalesce.</summary>
public sealed class ChoiceTests
{
    private static readonly Table Flags = Table.FromColumns(
    [
        ("a", new bool?[] { true, false, null, false, null }), ("b", new bool?[] { null, true, true, false, false }),
        ("x", new[] { 1, 2, 3, 4, double.NaN }), ("s", new[] { "u", null, "v", null, "v" }), ("t", new[] { "w", "w", null, null, "u" }),
        ("d", new DateOnly?[] { new(2024, 1, 1), null, null, null, null }), ("e", new DateOnly?[] { null, new(2024, 1, 2), null, null, null }),
    ]);

    [TestCase("case when a then 1 when b then 2 else 3 end", "1", "2", "2", "3", "3")]
    [TestCase("case when a then 1 when b then 2 end", "1", "2", "2", null, null)]
    [TestCase("case when a then x else -x end", "1", "-2", "-3", "-4", null)]
    [TestCase("case when missing then 1 else 2 end", "2", "2", "2", "2", "2")]
    [TestCase("if(a, 1, 2)", "1", "2", null, "2", null)]
    [TestCase("if(a, 1, if(b, 2, 3))", "1", "2", null, "3", null)]
    [TestCase("if(missing, 1, 2)", null, null, null, null, null)]
    [TestCase("if(a, missing, b)", null, "true", null, "false", null)]
    [TestCase("if(a, b, x)", null, "2", null, "4", null)]
    [TestCase("if(a, true, 0.5)", "1", "0.5", null, "0.5", null)]
    [TestCase("if(a, 'yes', 'no')", "yes", "no", null, "no", null)]
    [TestCase("if(a, s, 'no')", "u", "no", null, "no", null)]
    [TestCase("if(a, d, e)", "2024-01-01", "2024-01-02", null, null, null)]
    [TestCase("coalesce(a, b)", "true", "false", "true", "false", "false")]
    [TestCase("coalesce(missing, x, 0)", "1", "2", "3", "4", "0")]
    [TestCase("coalesce(s, t, 'none')", "u", "w", "v", "none", "v")]
    [TestCase("coalesce(d, e)", "2024-01-01", "2024-01-02", null, null, null)]
    [TestCase("coalesce(b, x)", "1", "1", "1", "0", "0")]
    [TestCase("coalesce(missing)", null, null, null, null, null)]
    public void Chooses(string expression, params string?[] expected) => Assert.That(Flags.Texts(expression), Is.EqualTo(expected));

    [Test]
    public void WhenIsMissingWhereAConditionThatHadToBeAskedIs()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Flags.Texts(When(Col("a"), 1).When(Col("b"), 2).Else(3)), Is.EqualTo(new[] { "1", "2", null, "3", null }));
            Assert.That(Flags.Texts(When(Col("b"), 2).When(Col("a"), 1).Else(3)), Is.EqualTo(new[] { null, "2", "2", "3", null }));
            Assert.That(Flags.Texts((Expr)When(Col("a"), 1).When(Col("b"), 2)), Is.EqualTo(new[] { "1", "2", null, null, null }));
            Assert.That(When(Col("a"), 1).When(Col("b"), 2).Else(3), Is.EqualTo(Parse("if(a, 1, if(b, 2, 3))")));
            Assert.That(When(Col("a"), 1, 2), Is.EqualTo(Parse("if(a, 1, 2)")));
        }
    }

    [Test]
    public void AnUnfinishedChoiceCanBeFinishedTwice()
    {
        Choice begun = When(Col("a"), 1);
        Assert.That(begun.When(Col("b"), 2).Else(3).ToString(), Is.EqualTo("if(a, 1, if(b, 2, 3))"));
        Assert.That(begun.Else(9).ToString(), Is.EqualTo("if(a, 1, 9)"));
    }

    [Test]
    public void LevelsOfSeveralCategoriesAreJoinedInTheOrderOfTheArms()
    {
        var joined = (CategoryColumn)Flags.With("j", Parse("case when a then t when b then 'new' else s end"))["j"];
        Assert.That(joined.Levels, Is.EqualTo(new[] { "u", "w", "new", "v" }));
        Assert.That(joined.Ordered, Is.False);
    }

    [Test]
    public void EqualLevelsKeepTheirOrder()
    {
        Table table = Table.FromColumns([("o", (Column)new CategoryColumn(["lo", "hi"], ["lo", "hi"], ["Low", "High"], ordered: true))]);
        var chosen = (CategoryColumn)table.With("c", Parse("if(o = 'lo', missing, o)"))["c"];
        Assert.That(chosen.Ordered);
        Assert.That(chosen.Labels, Is.EqualTo(new[] { "Low", "High" }));
        Assert.That(chosen.Codes.ToArray(), Is.EqualTo(new[] { -1, 1 }));
    }

    [TestCase("if(a, 1, 'x')", "The values '1' and ''x'' of one choice are a number and a text; give them one type.")]
    [TestCase("case when a then s when b then x end", "The values 's' and 'x' of one choice are a category and a number; give them one type.")]
    [TestCase("coalesce(missing, d, a)", "The values 'd' and 'a' of one choice are a date and a flag; give them one type.")]
    [TestCase("if(x, 1, 2)", "'x' is a number where a condition is wanted; write a comparison such as x = 1.")]
    public void ValuesOfSeveralTypesAreRefused(string expression, string message) => Assert.That(Flags.ErrorOf(Parse(expression)), Is.EqualTo(message));
}
