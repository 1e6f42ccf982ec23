using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>Dates against texts and against each other.</summary>
public sealed class DateTests
{
    private static readonly Table Visits = Table.FromColumns(
        [("day", new DateOnly?[] { new(2024, 9, 30), new(2024, 10, 1), null }), ("due", new DateOnly?[] { new(2024, 10, 1), new(2024, 10, 1), new(2024, 1, 1) }), ("x", new[] { 1, 2, 3 })]);

    [TestCase("day = '2024-09-30'", "true", "false", null)]
    [TestCase("day <> '2024/9/30'", "false", "true", null)]
    [TestCase("day <= '2024-9-30'", "true", "false", null)]
    [TestCase("'2024-10-01' > day", "true", "false", null)]
    [TestCase("day between '2024-09-01' and '2024-09-30'", "true", "false", null)]
    [TestCase("day in ('2024-10-01', '2023-01-01')", "false", "true", null)]
    [TestCase("day in ('2024-10-01', missing)", null, "true", null)]
    [TestCase("day < due", "true", "false", null)]
    [TestCase("day = due", "false", "true", null)]
    [TestCase("day is missing", "false", "false", "true")]
    public void Compares(string expression, params string?[] expected) => Assert.That(Visits.Texts(expression), Is.EqualTo(expected));

    [TestCase("day = '2024-02-30'", "In 'day = '2024-02-30'' the text '2024-02-30' is no date; write it as 2024-09-30.")]
    [TestCase("day in ('2024-01-01', 'soon')", "In 'day = 'soon'' the text 'soon' is no date; write it as 2024-09-30.")]
    [TestCase("day > 2024", "'day > 2024' compares a date with a number; write a date as a text: day > '2024-09-30'.")]
    [TestCase("day + 1", "'day' is a date where numbers are wanted; a comparison counts as 1 and 0, such as day >= '2024-09-30'.")]
    [TestCase("day and x > 1", "'day' is a date where a condition is wanted; write a comparison such as day >= '2024-09-30'.")]
    public void WhatIsNoDateIsRefused(string expression, string message) => Assert.That(Visits.ErrorOf(Parse(expression)), Is.EqualTo(message));
}
