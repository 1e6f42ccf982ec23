using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>The first characters of levels.</summary>
public sealed class LeftTests
{
    private static readonly Table Places = Table.FromColumns(
    [
        ("village", (Column)new CategoryColumn(["110101001002", "110102001001", null, "110101001001", "9"])), ("name", new CategoryColumn(["𠮷田村", "𠮷", "田", null, null])),
        ("number", new NumberColumn([1, 2, 3, 4, 5])), ("flag", new FlagColumn([true, false, null, true, true])), ("day", new DateColumn([new DateOnly(2024, 1, 1), null, null, null, null])),
    ]);

    [TestCase("left(village, 6)", "110101", "110102", null, "110101", "9")]
    [TestCase("left(village, 12)", "110101001002", "110102001001", null, "110101001001", "9")]
    [TestCase("left(village, 100)", "110101001002", "110102001001", null, "110101001001", "9")]
    [TestCase("left(name, 1)", "𠮷", "𠮷", "田", null, null)]
    [TestCase("left(name, 2)", "𠮷田", "𠮷", "田", null, null)]
    [TestCase("left(left(village, 6), 3) = '110'", "true", "true", null, "true", "false")]
    [TestCase("left('county', 3)", "cou", "cou", "cou", "cou", "cou")]
    [TestCase("left(missing, 3)", null, null, null, null, null)]
    public void TakesCharactersOfLevels(string expression, params string?[] expected) => Assert.That(Places.Texts(expression), Is.EqualTo(expected));

    [Test]
    public void LevelsAreDistinctAndInNaturalOrder()
    {
        Table table = Table.FromColumns([("code", (Column)new CategoryColumn(new[] { 0, 1, 2, 3, 4 }.AsMemory(), ["10x", "9z", "9a", "10y", "8"], ["ten", "nine", "nine", "ten", "eight"], ordered: true))]);
        var column = (CategoryColumn)table.With("start", Left(Left(Col("code"), 2), 2))["start"];
        Assert.That(column.Levels, Is.EqualTo(new[] { "8", "9a", "9z", "10" }));
        Assert.That(column.Labels, Is.EqualTo(column.Levels));
        Assert.That(column.Ordered, Is.False);
    }

    [Test]
    public void HalfOfACharacterIsOne()
    {
        Table table = Table.FromColumns([("odd", (Column)new CategoryColumn(["\uD842x𠮷", "\uD842"]))]);
        Assert.That(table.Texts("left(odd, 1)"), Is.EqualTo(new[] { "\uD842", "\uD842" }));
        Assert.That(table.Texts("left(odd, 2)"), Is.EqualTo(new[] { "\uD842x", "\uD842" }));
    }

    [Test]
    public void MakesDomains()
    {
        Table people = Table.FromColumns([("village", new CategoryColumn(["0101", "0102", "0201"])), ("y", (Column)new NumberColumn([1, 2, 5]))]);
        Estimates estimates = new SurveyDesign(people).By(Left(Col("village"), 2)).Estimate(Statistic.Mean("y"));
        Assert.That(estimates.Select(estimate => (estimate.Domain[0].Variable, estimate.Domain[0].Level, estimate.Value)), Is.EqualTo(new[] { ("left(village, 2)", "01", 1.5), ("left(village, 2)", "02", 5) }));
    }

    [Test]
    public void CSharpAndTextAreOne()
    {
        Assert.That(Left(Col("village"), 9).ToString(), Is.EqualTo("left(village, 9)"));
        Assert.That(Left(Col("village"), 9), Is.EqualTo(Parse("LEFT(village, 9)")));
        Assert.That(Left(Col("village"), 9).Columns, Is.EqualTo(new[] { "village" }));
        Assert.That(() => Left(Col("village"), 0), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("Give at least 1 character."));
    }

    [Test]
    public void AColumnMayBeCalledLeft() => Assert.That(Table.FromColumns([("left", new[] { 20.0 })]).Texts("left + 1"), Is.EqualTo(new[] { "21" }));

    [TestCase("left(number, 6)", "'left(number, 6)' takes characters of a category, and 'number' is a number; have a code read as a category, which keeps its digits and leading zeros.")]
    [TestCase("left(day, 4)", "'left(day, 4)' takes characters of a category, and 'day' is a date; year(day) and month(day) are its parts.")]
    [TestCase("left(flag, 4)", "'left(flag, 4)' takes characters of a category, and 'flag' is a flag; a flag is a condition by itself: flag.")]
    [TestCase("left(village, 0)", "left takes a whole number of characters, at least 1, not '0'.")]
    [TestCase("left(village, 1.5)", "left takes a whole number of characters, at least 1, not '1.5'.")]
    [TestCase("left(village, number)", "left takes a whole number of characters, at least 1, not 'number'.")]
    [TestCase("left(village, missing)", "left takes a whole number of characters, at least 1, not 'missing'.")]
    public void WhatHasNoCharactersIsRefused(string expression, string message) => Assert.That(Places.ErrorOf(Parse(expression)), Is.EqualTo(message));

    [TestCase("left(village)", "left takes 2 arguments, not 1")]
    [TestCase("left(village, 1, 2)", "left takes 2 arguments, not 3")]
    [TestCase("age(day)", "age takes 2 arguments, not 1")]
    [TestCase("year(day, day)", "year takes 1 argument, not 2")]
    [TestCase("month(day, day)", "month takes 1 argument, not 2")]
    public void WrongCountsAreRefused(string expression, string message) => Assert.That(() => Parse(expression), Throws.ArgumentException.With.Message.Contains(message));
}
