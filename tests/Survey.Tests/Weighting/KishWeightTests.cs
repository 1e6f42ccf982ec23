namespace Survey.Tests.Weighting;

/// <summary>The person stage by the Kish grid: its true chances, what is said where they are not known, and what contradicts it.</summary>
public class KishWeightTests
{
    private static WeightingResult Weigh(double[] eligible, double?[]? rank = null, string?[]? table = null) =>
        People(eligible, rank, table).BaseWeights(WeightStage.Kish("person", "eligible", rank is null ? null : "rank", table is null ? null : "table"));

    private static Table People(double[] eligible, double?[]? rank, string?[]? table)
    {
        Table people = Table.FromColumns([("eligible", eligible)]);
        if (rank is not null)
            people = people.With("rank", new NumberColumn([.. rank.Select(one => one ?? double.NaN)]));
        return table is null ? people : people.With("table", new CategoryColumn(table));
    }

    [Test]
    public void OfFiveTheRankDecides() =>
        Assert.That(Weigh([5, 5, 5, 5, 5], rank: [1, 2, 3, 4, 5]).Weights(), Is.EqualTo(new double[] { 6, 6, 4, 6, 4 }));

    [Test]
    public void OfOthersItDoesNot() =>
        Assert.That(Weigh([1, 2, 2, 3, 4, 6, 6], rank: [1, 1, 2, 3, 4, 1, 6]).Weights(), Is.EqualTo(new double[] { 1, 2, 2, 3, 4, 6, 6 }));

    // A chooses the first, B1 and B2 the second, C the third, D the fourth, E1 the third, E2 and F the fifth of five
    [Test]
    public void TheTableTellsTheRank() =>
        Assert.That(Weigh([5, 5, 5, 5, 5, 5, 5, 5], table: ["A", "B1", "B2", "C", "D", "E1", "E2", "F"]).Weights(), Is.EqualTo(new double[] { 6, 6, 6, 4, 6, 4, 4, 4 }));

    [Test]
    public void OneOfRankAndTableIsEnough() =>
        Assert.That(Weigh([5, 5, 3], rank: [3, null, null], table: [null, "A", null]).Weights(), Is.EqualTo(new double[] { 4, 6, 3 }));

    [Test]
    public void WithoutRankAndTableFiveHaveTheWeightFiveAndItIsSaid()
    {
        WeightingResult w = Weigh([5, 2, 5, 4]);
        Assert.That(w.Weights(), Is.EqualTo(new double[] { 5, 2, 5, 4 }));
        Assert.That(w.Log.Steps[0].Notes, Is.EqualTo(new[] { "2 households of 5 eligible members have the weight 5, as neither ranks nor tables are given; the grid's chances ask for 6, 6, 4, 6, 4 by rank" }));
    }

    [Test]
    public void TheSeventhMemberIsNotCovered()
    {
        WeightingResult w = Weigh([7, 9, 6, 8], rank: [1, 6, 2, null]);
        Assert.That(w.Weights(), Is.EqualTo(new double[] { 6, 6, 6, 6 }));
        Assert.That(w.Log.Steps[0].Notes, Is.EqualTo(new[] { "3 households of more than 6 eligible members have the weight 6; the grid never chooses the seventh and later members, so they are not covered" }));
    }

    [Test]
    public void WhatCannotBeIsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Weigh([2, 0]), "The stage 'person': the number of eligible members 'eligible' is 0 in row 2; a household without an eligible member has nobody to interview, so record it as ineligible, or correct the number.");
            Weighed.Refuses(() => Weigh([double.NaN, -1]), "The stage 'person': the number of eligible members 'eligible' is missing in row 1; fill it in.");
            Weighed.Refuses(() => Weigh([1, -1]), "The stage 'person': the number of eligible members 'eligible' is not above 0 in row 2; correct it.");
            Weighed.Refuses(() => Weigh([2.5, 3, 1.5]), "The stage 'person': the number of eligible members 'eligible' is no whole number in 2 rows (1, 3); write how many there are.");
            Weighed.Refuses(() => Weigh([2, 3], rank: [3, 1]), "The stage 'person': row 1 has the rank 3 of 2 eligible members; correct one of the two.");
            Weighed.Refuses(() => Weigh([2, 3], rank: [1, 0]), "The stage 'person': the rank 'rank' is none of 1, 2, 3, ... in row 2; write the place of the person interviewed on the household's list.");
            Weighed.Refuses(() => Weigh([2, 3], rank: [1.5, 1]), "The stage 'person': the rank 'rank' is none of 1, 2, 3, ... in row 1; write the place of the person interviewed on the household's list.");
            Weighed.Refuses(() => Weigh([8], rank: [7]), "The stage 'person': the rank 'rank' is above 6 in row 1; the grid never chooses such a member, so look at how the person was chosen.");
            Weighed.Refuses(() => Weigh([2, 3], table: ["A", "B"]), "The stage 'person': the table 'table' is none of A, B1, B2, C, D, E1, E2, F in row 2; write one of these.");
            Weighed.Refuses(() => Weigh([5, 5], rank: [1, 4], table: ["A", "F"]), "The stage 'person': row 2 has the rank 4, but of 5 eligible members table F chooses the one of rank 5; correct the rank, the table or the number of members.");
            Weighed.Refuses(() => Weigh([5, 4], rank: [null, null]), "The stage 'person': the rank 'rank' is missing in row 1 with 5 eligible members, whose chances differ; fill it in, or give neither ranks nor tables, and the weight is 5.");
            Weighed.Refuses(() => Weigh([5], rank: [null], table: [null]), "The stage 'person': the rank 'rank' or the table 'table' is missing in row 1 with 5 eligible members, whose chances differ; fill it in, or give neither ranks nor tables, and the weight is 5.");
        }
    }
}
