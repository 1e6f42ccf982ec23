namespace Survey.Tests.Results;

/// <summary>What a description tells of columns that are withheld.</summary>
public sealed class TableDescriptionTests
{
    private static readonly Table People = Table.FromColumns(
        [("id", (Column)new CategoryColumn(["7a", null, "8b"])), ("phone", new NumberColumn([1, 2, double.NaN])), ("born", new DateColumn([new DateOnly(1960, 1, 2), null, null])), ("age", new NumberColumn([10, 20, 60]))]);

    [Test]
    public void OnlyTypeAndMissingValuesOfWithheldColumns()
    {
        TableDescription description = People.Describe("id", "phone", "born");
        Assert.That(description.ToString(), Is.EqualTo("""
            column  type      missing  values
            ------  --------  -------  ------------------------
            id      category        1  personal data, not shown
            phone   number          1  personal data, not shown
            born    date            2  personal data, not shown
            age     number          0  10 to 60, mean 30
            3 rows, 4 columns

            """));
        foreach (ColumnDescription column in description.Columns.Take(3))
            Assert.That((column.IsWithheld, column.Minimum, column.Maximum, double.IsNaN(column.Mean), column.Levels.Count, column.Remark), Is.EqualTo((true, (string?)null, (string?)null, true, 0, (string?)null)));
        Assert.That(description.Columns[3].IsWithheld, Is.False);
    }

    [Test]
    public void AColumnToWithholdIsThere() =>
        Assert.That(() => People.Describe("ids"), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("There is no column 'ids'; did you mean 'id'?"));
}
