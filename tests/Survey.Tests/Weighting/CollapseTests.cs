using static Survey.Tests.Tolerance;

namespace Survey.Tests.Weighting;

/// <summary>Small cells: named, and merged where the study says within what.</summary>
public class CollapseTests
{
    /// <summary>Cells of a town's villages: respondents and refusals in each, a row a person with the weight 1.</summary>
    private static WeightingResult People(params (string Town, string Village, int Responded, int Refused)[] cells)
    {
        var rows = cells.SelectMany(cell => Enumerable.Repeat((cell.Town, cell.Village, Result: "responded"), cell.Responded).Concat(Enumerable.Repeat((cell.Town, cell.Village, Result: "refused"), cell.Refused))).ToArray();
        return WeightingResult.Of(Table.FromColumns([
            ("town", rows.Select(row => row.Town).ToArray()), ("village", rows.Select(row => row.Village).ToArray()), ("result", rows.Select(row => row.Result).ToArray()), ("w", rows.Select(_ => 1.0).ToArray())]), "w");
    }

    private static Dictionary<string, double> FactorsOf(WeightingResult w)
    {
        double[] factors = w.Table.Numbers("nonresponseFactor");
        return Enumerable.Range(0, factors.Length).Where(row => !double.IsNaN(factors[row])).Select(row => (Village: w.Table["village"].TextAt(row)!, Factor: factors[row])).Distinct().ToDictionary(pair => pair.Village, pair => pair.Factor);
    }

    [Test]
    public void SmallCellsAreNamedWithTheirNeighbours()
    {
        WeightingResult w = People(("t1", "v1", 12, 0), ("t1", "v2", 3, 1), ("t1", "v10", 11, 2), ("t2", "v3", 1, 0), ("t3", "v4", 9, 1), ("t3", "v5", 4, 1)).AdjustForNonresponse(["town", "village"], "result");
        Assert.That(w.Log.Steps[^1].Warnings, Is.EqualTo(new[]
        {
            "4 cells have fewer than 10 respondents: t1 / v2 (3 respondents), which might go with t1 / v10 (11 respondents); t2 / v3 (1 respondent), alone; "
            + "t3 / v4 (9 respondents), which might go with t3 / v5 (4 respondents); t3 / v5 (4 respondents), which might go with t3 / v4 (9 respondents); name a column within which small cells are merged (collapse), or take coarser cells",
        }));
        Assert.That(FactorsOf(w)["v2"], Close(4.0 / 3, ClosedForm));
    }

    [Test]
    public void SmallCellsOfAGroupAreMergedTogether()
    {
        WeightingResult w = People(("t1", "v1", 6, 2), ("t1", "v2", 20, 1), ("t1", "v3", 4, 6), ("t2", "v4", 10, 5)).AdjustForNonresponse("village", "result", collapse: "town");
        Dictionary<string, double> factors = FactorsOf(w);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(factors["v1"], Close(18.0 / 10, ClosedForm));
            Assert.That(factors["v3"], Close(18.0 / 10, ClosedForm));
            Assert.That(factors["v2"], Close(21.0 / 20, ClosedForm));
            Assert.That(factors["v4"], Close(15.0 / 10, ClosedForm));
            Assert.That(w.Log.Steps[^1].Notes[0], Is.EqualTo("merged within 'town': v1 (6 respondents) + v3 (4 respondents)"));
            Assert.That(w.Log.Steps[^1].Warnings, Is.Empty);
            Assert.That(((CategoryColumn)w.Table["nonresponseCell"]).Levels, Is.EqualTo(new[] { "v1 + v3", "v2", "v4" }));
        }
    }

    [Test]
    public void WhatIsSmallStillGoesWithTheSmallestOther()
    {
        WeightingResult w = People(("t1", "v1", 15, 0), ("t1", "v2", 0, 3), ("t1", "v3", 12, 0)).AdjustForNonresponse("village", "result", collapse: "town");
        Assert.That(FactorsOf(w)["v3"], Close(15.0 / 12, ClosedForm));
        Assert.That(FactorsOf(w)["v1"], Is.EqualTo(1));
        Assert.That(w.Log.Steps[^1].Notes[0], Is.EqualTo("merged within 'town': v2 (0 respondents) + v3 (12 respondents)"));
    }

    [Test]
    public void AGroupThatIsSmallAltogetherIsWarnedOf()
    {
        WeightingResult w = People(("t1", "v1", 3, 0), ("t1", "v2", 4, 3), ("t2", "v3", 10, 0)).AdjustForNonresponse("village", "result", collapse: "town");
        Assert.That(w.Log.Steps[^1].Warnings, Is.EqualTo(new[] { "1 cell has fewer than 10 respondents: v1 + v2 (7 respondents); nothing is left within 'town' to merge with, so name a wider column, or take coarser cells" }));
    }

    [Test]
    public void ACellWithoutRespondentsCannotBeAdjusted()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => People(("t1", "v1", 3, 0), ("t1", "v2", 0, 3)).AdjustForNonresponse("village", "result"), "Nobody responded in the cell 'v2', so nobody can stand for those drawn there; name a column within which such cells are merged (collapse), or take coarser cells.");
            Weighed.Refuses(() => People(("t1", "v1", 0, 1), ("t1", "v2", 0, 3), ("t2", "v3", 3, 0)).AdjustForNonresponse("village", "result"), "Nobody responded in 2 cells (v1; v2), so nobody can stand for those drawn there; name a column within which such cells are merged (collapse), or take coarser cells.");
            Weighed.Refuses(() => People(("t1", "v1", 0, 1), ("t1", "v2", 0, 3), ("t2", "v3", 3, 0)).AdjustForNonresponse("village", "result", collapse: "town"), "Nobody responded in the cell 'v1 + v2', so nobody can stand for those drawn there; 'town' has no other cell to merge with, so name a wider column, or take coarser cells.");
        }
    }

    [Test]
    public void ACellLiesInOneGroup() =>
        Weighed.Refuses(() => People(("t1", "v1", 3, 0), ("t2", "v1", 3, 0)).AdjustForNonresponse("village", "result", collapse: "town"), "The column 'town', within which cells are merged, differs within the cell 'v1', as row 4 shows; it has one value in all rows of a cell, so add its column to the cells or take another.");

    [Test]
    public void NeighboursStandInTheOrderOfLevels()
    {
        var levels = new CategoryColumn(["low", "high", "middle", "high"], ["low", "middle", "high"], ordered: true);
        WeightingResult w = WeightingResult.Of(Table.FromColumns([("income", (Column)levels), ("w", new NumberColumn([1, 1, 1, 1]))]).With("n", new NumberColumn([1, 2, 1, 2])), "w").AdjustForNonresponse("income", count: "n", minimum: 2);
        Assert.That(w.Log.Steps[^1].Warnings[0], Does.StartWith("2 cells have fewer than 2 respondents: low (1 respondent), which might go with middle (1 respondent); middle (1 respondent), which might go with low (1 respondent);"));
    }
}
