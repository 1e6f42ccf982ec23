namespace Survey.Tests.Data;

/// <summary>With, Select, Head and the table's own checks.</summary>
public sealed class TableVerbsTests
{
    private static readonly Table People = Table.FromColumns([("age", new[] { 1.0, 2, 3 }), ("sex", new[] { "m", "f", null })]);

    [Test]
    public void WithAddsOrReplacesInPlace()
    {
        var twos = new NumberColumn([2, 2, 2]);
        Assert.That(People.With("two", twos).Columns, Is.EqualTo(new[] { "age", "sex", "two" }));
        Table replaced = People.With("age", twos);
        Assert.That(replaced.Columns, Is.EqualTo(new[] { "age", "sex" }));
        Assert.That(replaced["age"].TextAt(2), Is.EqualTo("2"));
    }

    [Test]
    public void WithTakesAColumnAnExpressionOrAChoice()
    {
        Table table = People.With("copy", "age").With("old", Expr.Col("age") > 2).With("kind", Expr.When(Expr.Col("age") == 1, Expr.Text("one")).Else(Expr.Text("more")));
        Assert.That(table.Columns.Select(name => table[name].TextAt(2)), Is.EqualTo(new[] { "3", null, "3", "true", "more" }));
    }

    [Test]
    public void SelectGivesThoseColumnsInThatOrder()
    {
        Assert.That(People.Select("sex", "age").Columns, Is.EqualTo(new[] { "sex", "age" }));
        Assert.That(People.Select().Columns, Is.Empty);
    }

    [TestCase(0, 0)]
    [TestCase(2, 2)]
    [TestCase(9, 3)]
    public void HeadGivesTheFirstRows(int asked, int rows)
    {
        Table head = People.Head(asked);
        Assert.That(head.RowCount, Is.EqualTo(rows));
        Assert.That(head["sex"].Length, Is.EqualTo(rows));
        Assert.That(((CategoryColumn)head["sex"]).Levels, Is.EqualTo(new[] { "f", "m" }));
    }

    [Test]
    public void WrongCallsAreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => People.Head(-1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("rows"));
            AssertRefused(() => People.With("x", new NumberColumn([1])), "The column 'x' has 1 rows and 'age' has 3; columns of a table are equally long.");
            AssertRefused(() => People.Select("age", "age"), "The column 'age' stands twice; each column needs a name of its own.");
            AssertRefused(() => People.Select("agee"), "There is no column 'agee'; did you mean 'age'?");
            AssertRefused(() => _ = People["Age"], "There is no column 'Age'; did you mean 'age'?");
            AssertRefused(() => _ = People["income"], "There is no column 'income' among age, sex.");
            AssertRefused(() => Table.FromColumns([("a", new[] { 1 }), ("a", new[] { 1 })]), "The column 'a' stands twice; each column needs a name of its own.");
            AssertRefused(() => Table.FromColumns([("a", new[] { 1 }), ("b", new[] { 1, 2 })]), "The column 'b' has 2 rows and 'a' has 1; columns of a table are equally long.");
        }
    }

    [Test]
    public void LongListsOfColumnsAreCut()
    {
        Table wide = Table.FromColumns(Enumerable.Range(1, 20).Select(k => ($"c{k:00}", (Column)new NumberColumn([k]))));
        AssertRefused(() => _ = wide["income"], "There is no column 'income' among c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12, ... (20 in all).");
    }

    private static void AssertRefused(Action call, string message) =>
        Assert.That(call, Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(message));
}
