namespace Survey.Tests.Weighting;

/// <summary>What the adjustment for nonresponse refuses, in one sentence.</summary>
public class NonresponseErrorTests
{
    private static readonly Table People = Table.FromColumns([
        ("village", new[] { "a", "a", "b", "b" }), ("result", new[] { "responded", "refused", "responded", "unknown" }), ("w", new double[] { 1, 1, 2, 2 }), ("n", new double[] { 3, 3, 2, 2 }), ("age", new double?[] { 30, null, 40, null })]);

    private static WeightingResult Adjust(Table people, Names cells, string? disposition = "result", string? count = null) =>
        WeightingResult.Of(people, "w").AdjustForNonresponse(cells, disposition, count, minimum: 1);

    [Test]
    public void WhatIsNotKnownOfThoseNotMetMakesNoCells()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Adjust(People, ["village", "age"]), "The cell column 'age' is missing of people who did not respond, in 2 rows (2, 4); cells are made of what is known of everyone drawn, such as the village.");
            Weighed.Refuses(() => Adjust(People.With("x", new CategoryColumn([null, "p", "q", "r"])), "x"), "The cell column 'x' is missing in row 1; fill it in, or take a column that is known of everyone drawn, such as the village.");
            Weighed.Refuses(() => Adjust(People, "vilage"), "There is no column 'vilage'; did you mean 'village'?");
        }
    }

    [TestCase(double.NaN)]
    [TestCase(0)]
    [TestCase(-1)]
    public void AWeightThatIsNone(double weight)
    {
        Table people = People.With("w", new NumberColumn([1, 1, 2, weight]));
        Weighed.Refuses(() => Adjust(people, "village"), "The weight 'w' is missing or not above 0 in row 4 of those drawn; give each a weight before the adjustment.");
        Weighed.Refuses(() => Adjust(people.With("result", new CategoryColumn(["responded", "refused", "responded", "responded"])), "village"), "The weight 'w' is missing or not above 0 in row 4 of those who responded; give each a weight before the adjustment.");
    }

    [Test]
    public void ACountThatContradictsTheRows()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Adjust(People.With("n", new NumberColumn([3, 3, 1, 1])), "village", count: "n"), "The number drawn 'n' is 1 in the cell 'b', which has 2 rows; write how many were drawn, those who were not met included.");
            Weighed.Refuses(() => Adjust(People.With("n", new NumberColumn([3, 3, 2.5, 2.5])), "village", count: "n"), "The number drawn 'n' is 2.5 in the cell 'b', which has 2 rows; write how many were drawn, those who were not met included.");
            Weighed.Refuses(() => Adjust(People.With("n", new NumberColumn([double.NaN, double.NaN, 2, 2])), "village", count: "n"), "The number drawn 'n' is missing in the cell 'a', which has 2 rows; write how many were drawn, those who were not met included.");
            Weighed.Refuses(() => Adjust(People.With("n", new NumberColumn([3, 4, 2, 2])), "village", count: "n"), "The number drawn 'n' differs within the cell 'a', as row 2 shows; it has one value in all rows of a cell, so add its column to the cells or take another.");
        }
    }

    [Test]
    public void ADispositionThatIsNone() =>
        Weighed.Refuses(() => Adjust(People.With("result", new CategoryColumn(["responded", "moved", null, "refused"])), "village"), "The disposition 'result' is none of responded, refused, not found, ineligible, unknown in 2 rows (2, 3); bring its texts to these, with unknown where nobody knows.");

    [Test]
    public void TheAdjustmentIsMadeOnce() =>
        Weighed.Refuses(() => Adjust(People, "village").AdjustForNonresponse("village", "result"), "The table has a column 'nonresponseCell' already, which is the name of a column of weights; give it another name first.");

    [Test]
    public void CallsThatAreWrong()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Adjust(People, "village", null), Throws.ArgumentException.With.Message.StartsWith("Nothing tells who did not respond;"));
            Assert.That(() => Adjust(People, default), Throws.ArgumentException.With.Message.StartsWith("No cell column is given;"));
            Assert.That(() => WeightingResult.Of(People, "w").AdjustForNonresponse("village", "result", minimum: 0), Throws.TypeOf<ArgumentOutOfRangeException>());
            Weighed.Refuses(() => WeightingResult.Of(People.With("w", new NumberColumn([0, 0, 0, double.NaN])), "w"), "The weight 'w' is above 0 in no row; name another column.");
        }
    }
}
