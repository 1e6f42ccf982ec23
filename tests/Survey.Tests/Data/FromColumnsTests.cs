using System.Collections;

namespace Survey.Tests.Data;

/// <summary>What sequences of each type become.</summary>
public sealed class FromColumnsTests
{
    private enum Schooling { None, Primary, Secondary }

    private static readonly IEnumerable[] Numbers =
    [
        new double[] { 1, 2, double.NaN }, new double?[] { 1, 2, null }, new float[] { 1, 2, float.NaN }, new int?[] { 1, 2, null }, new short?[] { 1, 2, null },
        new long?[] { 1, 2, null }, new ulong?[] { 1, 2, null }, new decimal?[] { 1m, 2.0m, null }, new object?[] { 1, 2.0, null }, new List<byte?> { 1, 2, null },
        new object?[] { (sbyte)1, 2m, float.NaN },
    ];

    [TestCaseSource(nameof(Numbers))]
    public void AnyNumberTypeBecomesNumbers(IEnumerable values) =>
        Assert.That(((NumberColumn)Column(values)).Values.ToArray(), Is.EqualTo(new[] { 1, 2, double.NaN }));

    [Test]
    public void UnsignedNumbersKeepTheirSize() =>
        Assert.That(((NumberColumn)Column(new uint[] { 1, 4_000_000_000 })).Values.ToArray(), Is.EqualTo(new double[] { 1, 4_000_000_000 }));

    [Test]
    public void OtherTypesBecomeTheirColumns()
    {
        var day = new DateOnly(2024, 2, 29);
        using (Assert.EnterMultipleScope())
        {
            AssertColumn(new[] { "b", null, "a" }, ColumnType.Category, "b", null, "a");
            AssertColumn(new List<string?> { null, "b" }, ColumnType.Category, null, "b");
            AssertColumn(new[] { true, false }, ColumnType.Flag, "true", "false");
            AssertColumn(new bool?[] { null, true }, ColumnType.Flag, null, "true");
            AssertColumn(new[] { day }, ColumnType.Date, "2024-02-29");
            AssertColumn(new DateOnly?[] { null, day }, ColumnType.Date, null, "2024-02-29");
            AssertColumn(new[] { new DateTime(2024, 2, 29, 23, 59, 0, DateTimeKind.Utc) }, ColumnType.Date, "2024-02-29");
            AssertColumn(new object?[] { new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), null, day }, ColumnType.Date, "2024-02-29", null, "2024-02-29");
            AssertColumn(new string?[] { null, null }, ColumnType.Category, null, null);
            AssertColumn(new object?[] { null, null }, ColumnType.Number, null, null);
            AssertColumn(Array.Empty<double>(), ColumnType.Number);
        }
    }

    [Test]
    public void AnEnumIsAnOrderedCategoryOfAllItsNames()
    {
        foreach (IEnumerable values in new IEnumerable[] { new[] { Schooling.Secondary, Schooling.None }, new Schooling?[] { Schooling.Secondary, Schooling.None } })
        {
            var column = (CategoryColumn)Column(values);
            Assert.That(column.Ordered);
            Assert.That(column.Levels, Is.EqualTo(new[] { "None", "Primary", "Secondary" }));
            Assert.That(column.Codes.ToArray(), Is.EqualTo(new[] { 2, 0 }));
        }
    }

    [Test]
    public void WholeNumbersThatADoubleCannotHoldAreACategory()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertColumn(new[] { 1L << 53, -(1L << 53) }, ColumnType.Number, "9007199254740992", "-9007199254740992");
            AssertColumn(new long?[] { 9007199254740993, 1, null }, ColumnType.Category, "9007199254740993", "1", null);
            AssertColumn(new object?[] { 1, null, 9007199254740993L, 18446744073709551615UL }, ColumnType.Category, "1", null, "9007199254740993", "18446744073709551615");
            AssertColumn(new[] { 9007199254740993.00m, 7m }, ColumnType.Category, "9007199254740993", "7");
        }
    }

    private static IEnumerable<TestCaseData> Refused =>
    [
        new(new object[] { 1, 2L, "x" }, "The column 'c' begins with Int32 and also holds String (row 3); a column has one type, and null where a value is missing."),
        new(new object?[] { null, "x", 1 }, "The column 'c' begins with String and also holds Int32 (row 3); a column has one type, and null where a value is missing."),
        new(new object[] { new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), "2024-01-01" }, "The column 'c' begins with DateTime and also holds String (row 2); a column has one type, and null where a value is missing."),
        new(new object[] { true, 1 }, "The column 'c' begins with Boolean and also holds Int32 (row 2); a column has one type, and null where a value is missing."),
        new(new object[] { Schooling.None, "Primary" }, "The column 'c' begins with Schooling and also holds String (row 2); a column has one type, and null where a value is missing."),
        new(new object[] { 1, DBNull.Value }, "The column 'c' begins with Int32 and also holds DBNull (row 2); a column has one type, and null where a value is missing."),
        new(new[] { 'a' }, "The column 'c' holds Char values (row 1); a column is of numbers, texts, flags or dates, and null where a value is missing."),
        new(new object?[] { null, Guid.Empty }, "The column 'c' holds Guid values (row 2); a column is of numbers, texts, flags or dates, and null where a value is missing."),
        new(new[] { 1, double.NegativeInfinity }, "The column 'c' is infinite in row 2; a number is finite, or missing (NaN)."),
        new(new float?[] { null, float.PositiveInfinity }, "The column 'c' is infinite in row 2; a number is finite, or missing (NaN)."),
        new(new object[] { 9007199254740993L, 0.5 }, "The column 'c' holds whole numbers beyond 2^53, which a double cannot hold, and a Double (row 2); give them all as texts, or all as double."),
        new(new[] { Schooling.None, (Schooling)7 }, "The column 'c' is 7 in row 2, which Schooling does not name; name it there, or give null where a value is missing."),
    ];

    [TestCaseSource(nameof(Refused))]
    public void WhatIsNoColumnIsRefusedByNameAndRow(IEnumerable values, string message) =>
        Assert.That(() => Column(values), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(message));

    private static Column Column(IEnumerable values) => Table.FromColumns([("c", values)])["c"];

    private static void AssertColumn(IEnumerable values, ColumnType type, params string?[] texts)
    {
        Column column = Column(values);
        Assert.That(column.Type, Is.EqualTo(type));
        Assert.That(Enumerable.Range(0, column.Length).Select(column.TextAt), Is.EqualTo(texts));
        Assert.That(column.CountMissing(), Is.EqualTo(texts.Count(text => text is null)));
    }
}
