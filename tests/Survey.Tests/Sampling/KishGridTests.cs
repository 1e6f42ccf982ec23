namespace Survey.Tests.Sampling;

/// <summary>The Kish grid, held against the table as it is printed in fieldwork instructions.</summary>
public sealed class KishGridTests
{
    // a row a table, a column for 1 to 6 and more eligible members; then of twelve households how many have the table
    private static readonly (KishTable Table, int[] Ranks, int Twelfths)[] Printed =
    [
        (KishTable.A, [1, 1, 1, 1, 1, 1], 2),
        (KishTable.B1, [1, 1, 1, 1, 2, 2], 1),
        (KishTable.B2, [1, 1, 1, 2, 2, 2], 1),
        (KishTable.C, [1, 1, 2, 2, 3, 3], 2),
        (KishTable.D, [1, 2, 2, 3, 4, 4], 2),
        (KishTable.E1, [1, 2, 3, 3, 3, 5], 1),
        (KishTable.E2, [1, 2, 3, 4, 5, 5], 1),
        (KishTable.F, [1, 2, 3, 4, 5, 6], 2),
    ];

    [Test]
    public void IsThePrintedGrid()
    {
        Assert.That(KishGrid.Tables, Is.EqualTo(Printed.Select(row => row.Table)));
        foreach ((KishTable table, int[] ranks, int twelfths) in Printed)
        {
            Assert.That(Enumerable.Range(1, 6).Select(members => KishGrid.Rank(table, members)), Is.EqualTo(ranks), $"{table}");
            Assert.That(new[] { 7, 8, 20, int.MaxValue }.Select(members => KishGrid.Rank(table, members)), Is.All.EqualTo(ranks[5]), $"{table} of more than six");
            Assert.That(KishGrid.Share(table), Is.EqualTo(twelfths / 12.0), $"{table}");
        }
        Assert.That(KishGrid.Tables.Sum(KishGrid.Share), Is.EqualTo(1).Within(1e-15));
    }

    [Test]
    public void ChancesAreThoseOfThePrintedGrid([Range(1, 9)] int members)
    {
        for (int rank = 1; rank <= members; rank++)
        {
            int twelfths = Printed.Where(row => row.Ranks[Math.Min(members, 6) - 1] == rank).Sum(row => row.Twelfths);
            Assert.That(KishGrid.Chance(members, rank), Is.EqualTo(twelfths / 12.0), $"{rank} of {members}");
        }
    }

    [Test]
    public void AreEqualOfOneToFourAndSix([Values(1, 2, 3, 4, 6)] int members)
    {
        Assert.That(Enumerable.Range(1, members).Select(rank => KishGrid.Chance(members, rank)), Is.All.EqualTo(1.0 / members));
        Assert.That(Enumerable.Range(1, members).Select(rank => KishGrid.Weight(members, rank)), Is.All.EqualTo(members));
    }

    [Test]
    public void AreUnequalOfFive()
    {
        Assert.That(Enumerable.Range(1, 5).Select(rank => KishGrid.Chance(5, rank)), Is.EqualTo(new[] { 1 / 6.0, 1 / 6.0, 1 / 4.0, 1 / 6.0, 1 / 4.0 }));
        Assert.That(Enumerable.Range(1, 5).Select(rank => KishGrid.Weight(5, rank)), Is.EqualTo(new[] { 6.0, 6, 4, 6, 4 }));
    }

    [Test]
    public void TheSeventhIsNeverChosen()
    {
        Assert.That(Enumerable.Range(1, 8).Select(rank => KishGrid.Chance(8, rank)), Is.EqualTo(new[] { 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 0, 0 }));
        Assert.That(KishGrid.Weight(8, 6), Is.EqualTo(6));
        Assert.That(Assert.Throws<ArgumentOutOfRangeException>(() => KishGrid.Weight(8, 7))!.Message, Does.StartWith("The grid chooses none after the 6th of 8 eligible members."));
    }

    [Test]
    public void EveryTwelveHouseholdsHaveTheTwelveTables([Range(1, 20)] int seed)
    {
        IReadOnlyList<KishTable> tables = KishGrid.Assign(120, (ulong)seed);
        KishTable[] twelve = [.. Printed.SelectMany(row => Enumerable.Repeat(row.Table, row.Twelfths))];
        foreach (KishTable[] block in tables.Chunk(12))
            Assert.That(block, Is.EquivalentTo(twelve));
        Assert.That(KishGrid.Assign(120, (ulong)seed), Is.EqualTo(tables), "the same seed gives the same tables");
        Assert.That(KishGrid.Assign(120, (ulong)seed + 1), Is.Not.EqualTo(tables));
        Assert.That(KishGrid.Assign(55, (ulong)seed), Is.EqualTo(tables.Take(55)), "fewer households have the first of them");
    }

    [Test]
    public void EachPlaceHasEachTableAtItsShare()
    {
        const int seeds = 12_000;
        int[,] counts = new int[12, 8];
        for (int seed = 0; seed < seeds; seed++)
            foreach ((KishTable table, int place) in KishGrid.Assign(12, (ulong)seed).Select((table, place) => (table, place)))
                counts[place, (int)table]++;
        // 96 counts, each normal: the Bonferroni point at 1e-6
        const double bound = 5.9;
        foreach ((KishTable table, _, int twelfths) in Printed)
            for (int place = 0; place < 12; place++)
            {
                double share = twelfths / 12.0, expected = seeds * share, deviation = Math.Sqrt(seeds * share * (1 - share));
                Assert.That((counts[place, (int)table] - expected) / deviation, Is.InRange(-bound, bound), $"{table} at {place}");
            }
    }

    [Test]
    public void WhatCannotBeIsSaid()
    {
        Assert.That(KishGrid.Assign(0, 1), Is.Empty);
        Assert.That(Error(() => KishGrid.Assign(-1, 1)), Does.Contain("households"));
        Assert.That(Error(() => KishGrid.Rank(KishTable.A, 0)), Does.StartWith("The household has no eligible member, so nobody can be chosen; record it as ineligible."));
        Assert.That(Error(() => KishGrid.Rank((KishTable)8, 1)), Does.StartWith("The grid has the tables A, B1, B2, C, D, E1, E2 and F."));
        Assert.That(Error(() => KishGrid.Share((KishTable)(-1))), Does.StartWith("The grid has the tables"));
        Assert.That(Error(() => KishGrid.Chance(3, 4)), Does.StartWith("Of 3 eligible members, ranks go from 1 to 3."));
        Assert.That(Error(() => KishGrid.Weight(3, 0)), Does.StartWith("Of 3 eligible members, ranks go from 1 to 3."));
    }

    private static string Error(Action call) => Assert.Throws<ArgumentOutOfRangeException>(() => call())!.Message;
}
