using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>Completed years between dates, and the parts of a date.</summary>
public sealed class AgeTests
{
    private static readonly Table People = Table.FromColumns(
    [
        ("birth", (Column)new DateColumn([new DateOnly(2000, 2, 29), new DateOnly(1959, 10, 1), null, new DateOnly(2025, 1, 1)])),
        ("on", new DateColumn([new DateOnly(2023, 2, 28), new DateOnly(2024, 10, 1), new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)])),
        ("x", new NumberColumn([1, 2, 3, 4])), ("sex", new CategoryColumn(["f", "m", "f", "m"])), ("flag", new FlagColumn([true, true, true, true])),
    ]);

    [TestCase("age(birth, on)", "22", "65", null, null)]
    [TestCase("age(birth, '2023-03-01')", "23", "63", null, null)]
    [TestCase("age(birth, '2024/2/28')", "23", "64", null, null)]
    [TestCase("age(birth, '2024-02-29')", "24", "64", null, null)]
    [TestCase("age('2000-01-01', on)", "23", "24", "24", "24")]
    [TestCase("age(birth, birth)", "0", "0", null, "0")]
    [TestCase("age(birth, missing)", null, null, null, null)]
    [TestCase("cut(age(birth, on), 15, 60, inf)", "15-59", "60+", null, null)]
    [TestCase("age(coalesce(birth, on), '2024-06-01')", "24", "64", "0", null)]
    [TestCase("year(birth)", "2000", "1959", null, "2025")]
    [TestCase("month(birth) + year('2024-02-29')", "2026", "2034", null, "2025")]
    [TestCase("month(missing)", null, null, null, null)]
    public void IsCompletedYears(string expression, params string?[] expected) => Assert.That(People.Texts(expression), Is.EqualTo(expected));

    [Test]
    public void IsWhatALoopOverBirthdaysGives([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        (DateOnly Birth, DateOnly On)[] pairs = [.. Enumerable.Range(0, 1_000).Select(_ => (AnyDay(random), AnyDay(random)))];
        Table table = Table.FromColumns([("birth", new DateColumn([.. pairs.Select(pair => (DateOnly?)pair.Birth)])), ("on", (Column)new DateColumn([.. pairs.Select(pair => (DateOnly?)pair.On)]))]);
        Assert.That(((NumberColumn)table.With("age", Age(Col("birth"), Col("on")))["age"]).Values.ToArray(), Is.EqualTo(pairs.Select(pair => NaiveTwin.Age(pair.Birth, pair.On) ?? double.NaN)));
    }

    /// <summary>Half of them in the last days of February, on which birthdays and leap days meet.</summary>
    private static DateOnly AnyDay(Random random)
    {
        var day = new DateOnly(random.Next(1890, 2110), 1, 1);
        return random.Next(2) == 0 ? day.AddDays(random.Next(365)) : day.AddMonths(1).AddDays(random.Next(26, 31));
    }

    [Test]
    public void CSharpAndTextAreOne()
    {
        Assert.That(Age(Col("birth"), Col("on")), Is.EqualTo(Parse("age(birth, on)")));
        Assert.That(Age(Col("birth"), "2024-09-30").ToString(), Is.EqualTo("age(birth, '2024-09-30')"));
        Assert.That(Parse("age(birth, '2024-09-30')"), Is.EqualTo(Age(Col("birth"), "2024-09-30")));
        Assert.That(Year(Col("birth")) * 12 + Month(Col("birth")), Is.EqualTo(Parse("year(birth) * 12 + month(birth)")));
    }

    [Test]
    public void AColumnMayBeCalledAge() => Assert.That(Table.FromColumns([("age", new[] { 20.0 })]).Texts("age + 1"), Is.EqualTo(new[] { "21" }));

    [TestCase("age(birth, '2024-02-30')", "In 'age(birth, '2024-02-30')' the text '2024-02-30' is no date; write it as 2024-09-30.")]
    [TestCase("year('soon')", "In 'year('soon')' the text 'soon' is no date; write it as 2024-09-30.")]
    [TestCase("age(x, on)", "'age(x, on)' takes dates, and 'x' is a number; give a column of dates such as 2024-09-30, or a date as a text: '2024-09-30'.")]
    [TestCase("age(birth, 2024)", "'age(birth, 2024)' takes dates, and '2024' is a number; give a column of dates such as 2024-09-30, or a date as a text: '2024-09-30'.")]
    [TestCase("year(sex)", "'year(sex)' takes dates, and 'sex' is a category; give a column of dates such as 2024-09-30, or a date as a text: '2024-09-30'.")]
    [TestCase("month(flag)", "'month(flag)' takes dates, and 'flag' is a flag; give a column of dates such as 2024-09-30, or a date as a text: '2024-09-30'.")]
    public void WhatIsNoDateIsRefused(string expression, string message) => Assert.That(People.ErrorOf(Parse(expression)), Is.EqualTo(message));
}
