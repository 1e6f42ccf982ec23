using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>Rows deleted, and what is said of it.</summary>
public sealed class FilterTests
{
    private static readonly Table People = Table.FromColumns([("age", new[] { 17, 18, double.NaN, 40 }), ("sex", new[] { "f", "m", "f", null })]);

    [Test]
    public void KeepsTheRowsOfWhichTheConditionIsTrue()
    {
        Table adults = People.Filter(Col("age") >= 18);
        Assert.That(adults.Columns, Is.EqualTo(People.Columns));
        Assert.That(adults.Texts("age"), Is.EqualTo(new[] { "18", "40" }));
        Assert.That(adults.Texts("sex"), Is.EqualTo(new[] { "m", null }));
        Assert.That(((CategoryColumn)adults["sex"]).Levels, Is.EqualTo(new[] { "f", "m" }));
    }

    [Test]
    public void SaysHowManyRowsItDeleted()
    {
        Table adults = People.Filter(Col("age") >= 18);
        const string first = "2 of 4 rows were deleted by the filter age >= 18; a design over the rest knows nothing of them";
        Assert.That(adults.Notes, Is.EqualTo(new[] { first }));
        Assert.That(adults.Filter(Col("sex") == "m").Select("age").Head(1).Notes, Is.EqualTo(new[] { first, "1 of 2 rows were deleted by the filter sex = 'm'; a design over the rest knows nothing of them" }));
    }

    [Test]
    public void SaysNothingWhenItDeletedNothing()
    {
        Assert.That(People.Filter(true).Notes, Is.Empty);
        Assert.That(People.Filter(true).RowCount, Is.EqualTo(4));
    }

    [Test]
    public void MayLeaveNoRow()
    {
        Table nobody = People.Filter(Missing);
        Assert.That(nobody.RowCount, Is.Zero);
        Assert.That(nobody.With("old", Col("age") > 60)["old"].Type, Is.EqualTo(ColumnType.Flag));
        Assert.That(nobody.Filter(Col("age") > 1).Notes, Is.EqualTo(nobody.Notes));
        Assert.That(nobody.With("g", Parse("cut(age, 1, 2)"))["g"].Variety.Levels, Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public void CountsRowsAcrossChunks()
    {
        Table table = Table.FromColumns([("row", Enumerable.Range(0, 140_000).ToArray())]);
        Table kept = table.Filter(Col("row") % 65_536 == 0);
        Assert.That(kept.Texts("row"), Is.EqualTo(new[] { "0", "65536", "131072" }));
    }
}
