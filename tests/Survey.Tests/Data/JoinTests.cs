namespace Survey.Tests.Data;

/// <summary>Lookups by a key.</summary>
public sealed class JoinTests
{
    private static readonly Table People = Table.FromColumns([("village", new[] { "v10", "v9", null, "v10", "v1" }), ("age", new double[] { 1, 2, 3, 4, 5 })]);

    [Test]
    public void EachRowGetsItsPartnerAndBothSidesSayWhatHadNone()
    {
        Table villages = Table.FromColumns([("wells", new double[] { 7, 8, 9, 6 }), ("village", new[] { "v10", "v3", "v9", null }), ("name", new[] { "A", "B", "C", "D" })]);
        Joined joined = People.Join(villages, "village");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(joined.Table.Columns, Is.EqualTo(new[] { "village", "age", "wells", "name" }));
            Assert.That(Texts(joined.Table, "wells"), Is.EqualTo(new[] { "7", "9", null, "7", null }));
            Assert.That(Texts(joined.Table, "name"), Is.EqualTo(new[] { "A", "C", null, "A", null }));
            Assert.That(joined.UnmatchedLeft, Is.EqualTo(new[] { "(missing)", "v1" }));
            Assert.That(joined.UnmatchedRight, Is.EqualTo(new[] { "v3" }));
            Assert.That(joined.UnmatchedRows, Is.EqualTo(2));
        }
    }

    [Test]
    public void KeysMayBeNumbersFlagsOrDates()
    {
        Table left = Table.FromColumns([("n", new[] { 1.5, -0.0 }), ("f", new[] { true, false }), ("d", new DateOnly[] { new(2024, 1, 1), new(2024, 1, 2) })]);
        foreach (string key in left.Columns)
        {
            Table right = left.Select(key).With("row", new NumberColumn([1, 2]));
            Assert.That(Texts(left.Join(right, key).Table, "row"), Is.EqualTo(new[] { "1", "2" }), key);
        }
    }

    [Test]
    public void NegativeZeroIsZero()
    {
        Table left = Table.FromColumns([("n", new[] { -0.0 })]), right = Table.FromColumns([("n", new[] { 0.0 }), ("x", new[] { 1.0 })]);
        Assert.That(left.Join(right, "n").UnmatchedRows, Is.Zero);
    }

    [Test]
    public void ATableOfNoRowsJoins()
    {
        Table none = Table.FromColumns([("village", Array.Empty<string>()), ("wells", Array.Empty<double>())]);
        Assert.That(People.Join(none, "village").UnmatchedRows, Is.EqualTo(5));
        Assert.That(none.Join(People.Select("village").Head(2), "village").UnmatchedRight, Is.EqualTo(new[] { "v9", "v10" }));
    }

    [Test]
    public void WhatCannotBeJoinedIsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertRefused(Table.FromColumns([("village", new[] { "v9", "v1", "v9" })]), "village", "The key 'village' = 'v9' stands in rows 1 and 3 of the right table; a lookup needs each key once.");
            AssertRefused(Table.FromColumns([("village", new[] { 1 })]), "village", "The key 'village' is a category in the left table and a number in the right one; read both with the same type.");
            AssertRefused(Table.FromColumns([("village", new[] { "v9" }), ("age", new[] { 1 })]), "village", "Both tables have a column 'age'; leave it out of one with Select.");
            AssertRefused(Table.FromColumns([("villages", new[] { "v9" })]), "village", "The right table has no column 'village'; did you mean 'villages'?");
            AssertRefused(Table.FromColumns([("id", new[] { "v9" })]), "village", "The right table has no column 'village'; give the key one name in both tables.");
            AssertRefused(People, "vilage", "There is no column 'vilage'; did you mean 'village'?");
        }
    }

    private static void AssertRefused(Table right, string key, string message) =>
        Assert.That(() => People.Join(right, key), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(message));

    private static IEnumerable<string?> Texts(Table table, string name) => Enumerable.Range(0, table.RowCount).Select(table[name].TextAt);
}
