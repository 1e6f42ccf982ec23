namespace Survey.Tests.Data;

/// <summary>Tables one after another.</summary>
public sealed class ConcatTests
{
    private static readonly Table First = Table.FromColumns([("x", new double[] { 1, 2 }), ("s", new[] { "v2", null })]);

    [Test]
    public void RowsFollowOneAnotherWhateverTheOrderOfColumns()
    {
        Table all = First.Concat(Table.FromColumns([("s", new[] { "v10" }), ("x", new double[] { 3 })]), First.Head(1));
        Assert.That(all.Columns, Is.EqualTo(new[] { "x", "s" }));
        Assert.That(Texts(all, "x"), Is.EqualTo(new[] { "1", "2", "3", "1" }));
        Assert.That(Texts(all, "s"), Is.EqualTo(new[] { "v2", null, "v10", "v2" }));
        Assert.That(((CategoryColumn)all["s"]).Levels, Is.EqualTo(new[] { "v2", "v10" }));
    }

    [Test]
    public void FlagsAndDatesFollowToo()
    {
        Table one = Table.FromColumns([("f", new bool?[] { true, null }), ("d", new DateOnly?[] { null, new(2024, 1, 2) })]);
        Table all = one.Concat(one);
        Assert.That(Texts(all, "f"), Is.EqualTo(new[] { "true", null, "true", null }));
        Assert.That(Texts(all, "d"), Is.EqualTo(new[] { null, "2024-01-02", null, "2024-01-02" }));
    }

    [Test]
    public void EqualLevelsKeepTheirOrderAndLabels()
    {
        Table one = Table.FromColumns([("s", (Column)new CategoryColumn(["b"], ["b", "a"], ["B", "A"], ordered: true))]);
        var same = (CategoryColumn)one.Concat(one)["s"];
        Assert.That(same.Levels, Is.EqualTo(new[] { "b", "a" }));
        Assert.That(same.Labels, Is.EqualTo(new[] { "B", "A" }));
        Assert.That(same.Ordered);
        Assert.That(same.Codes.ToArray(), Is.EqualTo(new[] { 0, 0 }));
    }

    [Test]
    public void OtherLevelsAreUnitedInNaturalOrderAndOrderedNoMore()
    {
        Table one = Table.FromColumns([("s", (Column)new CategoryColumn(["b"], ["b", "a"], ordered: true))]);
        Table two = Table.FromColumns([("s", (Column)new CategoryColumn(["c", null, "a"]))]);
        var union = (CategoryColumn)one.Concat(two)["s"];
        Assert.That(union.Levels, Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(union.Ordered, Is.False);
        Assert.That(union.Codes.ToArray(), Is.EqualTo(new[] { 1, 2, -1, 0 }));
    }

    [Test]
    public void NotesAreKeptOnce()
    {
        Table filtered = First.Filter(Expr.Col("x") == 1);
        Assert.That(filtered.Concat(filtered, First).Notes, Is.EqualTo(filtered.Notes));
    }

    [Test]
    public void NoRowsAndNoTablesAreFine()
    {
        Assert.That(First.Concat().RowCount, Is.EqualTo(2));
        Assert.That(First.Head(0).Concat(First).RowCount, Is.EqualTo(2));
    }

    [Test]
    public void UnlikeTablesAreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertRefused([First, First.Select("x")], "Table 3 has no column 's', which the first table has; leave it out of the first with Select.");
            AssertRefused([Table.FromColumns([("x", new[] { 1 }), ("ss", new[] { "a" })])], "Table 2 has no column 's', which the first table has; did you mean 'ss'?");
            AssertRefused([First.With("age", "x")], "Table 2 has a column 'age', which the first table has not; leave it out with Select.");
            AssertRefused([First.With("x", "s")], "The column 'x' is a number in the first table and a category in table 2; read both with the same type.");
        }
    }

    private static void AssertRefused(Table[] others, string message) =>
        Assert.That(() => First.Concat(others), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(message));

    private static IEnumerable<string?> Texts(Table table, string name) => Enumerable.Range(0, table.RowCount).Select(table[name].TextAt);

    [Test]
    public void LabelsThatAreLostAreNoted()
    {
        Table labelled = Table.FromColumns([("sex", (Column)new CategoryColumn(["1", "2"], ["1", "2"], ["men", "women"]))]);
        Table other = Table.FromColumns([("sex", (Column)new CategoryColumn(["1", "9"]))]);
        Assert.That(labelled.Concat(other).Notes, Is.EqualTo(["the levels of 'sex' differ between the tables that were joined, so they stand in natural order and without labels"]));
        Assert.That(labelled.Concat(labelled).Notes, Is.Empty);
        Assert.That(((CategoryColumn)labelled.Concat(labelled)["sex"]).Labels, Is.EqualTo(["men", "women"]));
    }
}
