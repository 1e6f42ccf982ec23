namespace Survey.Monitoring.Tests.Made;

/// <summary>The comparison of tables sees every kind of difference.</summary>
public sealed class TableAssertTests
{
    private static readonly Table People = Of(("n", new NumberColumn([1, double.NaN])), ("s", new CategoryColumn(["a", null], ["a", "b"])));

    [Test]
    public void ATableIsIdenticalToItself() => Assert.That(TableAssert.FirstDifference(People, People), Is.Null);

    [Test]
    public void TheLastBitOfANumberCounts() =>
        Differs(People.With("n", new NumberColumn([Math.BitIncrement(1), double.NaN])), "The column 'n' has 1.0000000000000002 in row 1, not 1.");

    [Test]
    public void TheSignOfZeroCounts() => Assert.That(TableAssert.FirstDifference(Of(("n", new NumberColumn([-0.0]))), Of(("n", new NumberColumn([0.0])))), Is.Not.Null);

    [Test]
    public void AMissingValueCounts() => Differs(People.With("n", new NumberColumn([1, 2])), "The column 'n' has 2 in row 2, not nothing.");

    [Test]
    public void TheTypeCounts() => Differs(People.With("n", new CategoryColumn(["1", null])), "The column 'n' is Category, not Number.");

    [Test]
    public void LevelsCountThoughNoRowHasThem() => Differs(People.With("s", new CategoryColumn(["a", null])), "The levels of 's' are a, not a, b.");

    [Test]
    public void LabelsCount() => Differs(People.With("s", new CategoryColumn(["a", null], ["a", "b"], ["A", "B"])), "The labels of 's' are A, B, not a, b.");

    [Test]
    public void WhetherLevelsAreOrderedCounts() =>
        Differs(People.With("s", new CategoryColumn(["a", null], ["a", "b"], ordered: true)), "The levels of 's' are ordered in one table only.");

    [Test]
    public void TheOrderOfColumnsCounts() => Differs(People.Select("s", "n"), "The columns are s, n, not n, s.");

    [Test]
    public void TheNumberOfRowsCounts() => Differs(People.Head(1), "There are 1 rows, not 2.");

    [Test]
    public void FlagsAndDatesAreCompared()
    {
        static Table Table(bool flag, int day) => Of(("f", new FlagColumn([flag])), ("d", new DateColumn([new DateOnly(2023, 9, day)])));
        Assert.That(TableAssert.FirstDifference(Table(true, 1), Table(true, 1)), Is.Null);
        Assert.That(TableAssert.FirstDifference(Table(true, 1), Table(false, 1)), Does.StartWith("The column 'f' has true"));
        Assert.That(TableAssert.FirstDifference(Table(true, 1), Table(true, 2)), Does.StartWith("The column 'd' has 2023-09-01"));
    }

    private static void Differs(Table actual, string difference) => Assert.That(TableAssert.FirstDifference(actual, People), Is.EqualTo(difference));

    private static Table Of(params (string Name, Column Column)[] columns) => Table.FromColumns(columns);
}
