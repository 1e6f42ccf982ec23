using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>Groups of numbers: their labels and their edges.</summary>
public sealed class CutTests
{
    [TestCase("cut(x, 15, 25, 35)", "15-24", "25-34")]
    [TestCase("cut(x, 15, 25, 65, inf)", "15-24", "25-64", "65+")]
    [TestCase("cut(x, 0, 1, 2, INF)", "0", "1", "2+")]
    [TestCase("cut(x, -10, -5, 0)", "-10--6", "-5--1")]
    [TestCase("cut(x, 0, 0.5, 1)", "[0, 0.5)", "[0.5, 1)")]
    [TestCase("cut(x, 18.5, 24, inf)", "[18.5, 24)", "[24, inf)")]
    public void LabelsOfWholeBreaksAreRangesAndOfOthersIntervals(string expression, params string[] levels)
    {
        var column = (CategoryColumn)Table.FromColumns([("x", new[] { 1.0 })]).With("g", Parse(expression))["g"];
        Assert.That(column.Levels, Is.EqualTo(levels));
        Assert.That(column.Ordered);
    }

    [Test]
    public void EachGroupHasItsFirstBreakAndNotTheNext()
    {
        Table table = Table.FromColumns([("x", new[] { 14.999999999999998, 15, 24.999999999999996, 25, 34.99999, 35, 1e300, double.NaN, -1e300 })]);
        Assert.That(table.Texts("cut(x, 15, 25, 35)"), Is.EqualTo(new[] { null, "15-24", "15-24", "25-34", "25-34", null, null, null, null }));
        Assert.That(table.Texts("cut(x, 15, 25, 35, inf)"), Is.EqualTo(new[] { null, "15-24", "15-24", "25-34", "25-34", "35+", "35+", null, null }));
        Assert.That(table.Texts("cut(x / 0, 15, 25, inf)"), Is.All.Null);
    }

    [Test]
    public void CSharpAndTextAreOne()
    {
        Expr cut = Cut(Col("x"), 15, 25, double.PositiveInfinity);
        Assert.That(cut.ToString(), Is.EqualTo("cut(x, 15, 25, inf)"));
        Assert.That(cut, Is.EqualTo(Parse("cut(x, 15, 25, inf)")));
    }

    [Test]
    public void AColumnMayBeCalledInf()
    {
        Assert.That(Table.FromColumns([("inf", new[] { 20.0 })]).Texts("cut(inf, 15, 25, inf)"), Is.EqualTo(new[] { "15-24" }));
        Assert.That(Parse("cut(inf + 1, 0, 1)"), Is.EqualTo(Cut(Col("inf") + 1, 0, 1)));
    }

    [Test]
    public void GroupsHaveAnOrder()
    {
        Table table = Table.FromColumns([("x", new[] { 9, 10, 20, double.NaN })]);
        Assert.That(table.Texts("cut(x, 0, 10, 20, 30) >= '10-19'"), Is.EqualTo(new[] { "false", "true", "true", null }));
    }

    [Test]
    public void WrongBreaksAreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Cut(Col("x"), 1), Throws.ArgumentException.With.Message.EqualTo("cut takes at least 3 arguments, not 2: a variable and at least two breaks. (Parameter 'breaks')"));
            Assert.That(() => Cut(Col("x"), 1, 1), Throws.ArgumentException.With.Message.EqualTo("the breaks of cut rise, and 1 follows 1. (Parameter 'breaks')"));
            Assert.That(() => Cut(Col("x"), double.PositiveInfinity, 1), Throws.ArgumentException.With.Message.EqualTo("the breaks of cut rise, and 1 follows inf. (Parameter 'breaks')"));
            Assert.That(() => Cut(Col("x"), 1, double.NaN), Throws.ArgumentException.With.Message.EqualTo("the breaks of cut rise, and NaN follows 1. (Parameter 'breaks')"));
            Assert.That(() => Cut(Col("x"), double.NegativeInfinity, 1), Throws.ArgumentException.With.Message.EqualTo("the first break of cut is finite; write a number below all values. (Parameter 'breaks')"));
        }
    }
}
