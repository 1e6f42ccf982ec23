using static Survey.Tests.Tolerance;

namespace Survey.Tests.Weighting;

/// <summary>The chains of weights of China's national surveys and of a county surveyed alone, from small tables joined by key.</summary>
public class ChainTests
{
    // a person a row; households of a county, town or village stand in lookup tables
    private static readonly Table Counties = Table.FromColumns([
        ("county", new[] { "c1", "c2" }), ("stratumHouseholds", new double[] { 600_000, 600_000 }), ("countiesDrawn", new double[] { 4, 4 }), ("countyHouseholds", new double[] { 120_000, 90_000 })]);

    private static readonly Table Villages = Table.FromColumns([
        ("village", new[] { "v1", "v2", "v3" }), ("villageHouseholds", new double[] { 800, 1_500, 600 }), ("present", new double[] { 810, 1_500, 594 })]);

    private static readonly Table People = Table.FromColumns([
        ("county", new[] { "c1", "c1", "c1", "c2" }), ("village", new[] { "v1", "v1", "v2", "v3" }), ("eligible", new double[] { 2, 5, 3, 1 }), ("rank", new double[] { 1, 3, 3, 1 })]);

    private static WeightStage[] National(WeightStage person) =>
    [
        WeightStage.ProportionalToSize("county", size: "countyHouseholds", total: "stratumHouseholds", drawn: "countiesDrawn"),
        WeightStage.ProportionalToSize("village", size: "villageHouseholds", total: "countyHouseholds", drawn: 2),
        WeightStage.Equal("household", drawn: 55, present: "present"),
        person,
    ];

    private static Table Joined(Table people, params (Table Lookup, string Key)[] lookups) =>
        lookups.Aggregate(people, (table, lookup) =>
        {
            Joined joined = table.Join(lookup.Lookup, lookup.Key);
            Assert.That(joined.UnmatchedLeft, Is.Empty);
            return joined.Table;
        });

    [Test]
    public void TheAdultTobaccoSurvey()
    {
        WeightingResult w = Joined(People, (Counties, "county"), (Villages, "village")).BaseWeights(National(WeightStage.Members("person", "eligible")));
        double[] expected =
        [
            600_000.0 / (4 * 120_000) * (120_000.0 / (2 * 800)) * (810.0 / 55) * 2,
            600_000.0 / (4 * 120_000) * (120_000.0 / (2 * 800)) * (810.0 / 55) * 5,
            600_000.0 / (4 * 120_000) * (120_000.0 / (2 * 1_500)) * (1_500.0 / 55) * 3,
            600_000.0 / (4 * 90_000) * (90_000.0 / (2 * 600)) * (594.0 / 55) * 1,
        ];
        Assert.That(w.Weights(), Is.EqualTo(expected));
        Assert.That(w.Table.Numbers("countyWeight"), Is.EqualTo(new[] { 1.25, 1.25, 1.25, 600_000.0 / 360_000 }));
        Assert.That(w.Table.Numbers("villageWeight"), Is.EqualTo(new[] { 75.0, 75, 40, 75 }));
        Assert.That(w.Table.Columns.TakeLast(5), Is.EqualTo(new[] { "countyWeight", "villageWeight", "householdWeight", "personWeight", "baseWeight" }));
    }

    [Test]
    public void HealthLiteracyMonitoringCountsTheGridsOwnChances()
    {
        Table people = Joined(People, (Counties, "county"), (Villages, "village"));
        WeightingResult w = people.BaseWeights(National(WeightStage.Kish("person", "eligible", rank: "rank")));
        Assert.That(w.Table.Numbers("personWeight"), Is.EqualTo(new double[] { 2, 4, 3, 1 }));
        Assert.That(w.Log.Steps[^1].Notes, Is.Empty);
    }

    // as many households as the sizes told: the chain is N_s / (r · 2 · 55) for every household of the stratum
    [Test]
    public void WhereListsAreUpToDateHouseholdsOfAStratumHaveOneWeight()
    {
        Table upToDate = Villages.With("present", Villages["villageHouseholds"]);
        WeightingResult w = Joined(People, (Counties, "county"), (upToDate, "village")).BaseWeights(National(WeightStage.Members("person", "eligible"))[..3]);
        foreach (double weight in w.Weights())
            Assert.That(weight, Close(600_000.0 / (4 * 2 * 55), ClosedForm));
        Assert.That(w.Log.Steps[^1].DesignEffectAfter, Close(1, ClosedForm));
    }

    [Test]
    public void OneCountyAlone()
    {
        Table people = Table.FromColumns([
            ("town", new[] { "t1", "t1", "t2", "t3" }), ("village", new[] { "a", "b", "c", "d" }), ("eligible", new double[] { 3, 1, 2, 4 })]);
        Table towns = Table.FromColumns([("town", new[] { "t1", "t2", "t3", "t4" }), ("townHouseholds", new double[] { 9_000, 4_000, 2_500, 14_500 })]);
        Table villages = Table.FromColumns([("village", new[] { "a", "b", "c", "d" }), ("villageHouseholds", new double[] { 900, 400, 1_200, 700 })]);
        WeightingResult w = Joined(people, (towns, "town"), (villages, "village")).BaseWeights(
            WeightStage.ProportionalToSize("town", size: "townHouseholds", total: 30_000, drawn: 3),
            WeightStage.ProportionalToSize("village", size: "villageHouseholds", total: "townHouseholds", drawn: 2),
            WeightStage.Equal("household", drawn: 55, present: "villageHouseholds"),
            WeightStage.Members("person", "eligible"));
        double[] households = [.. w.Table.Numbers("townWeight").Zip(w.Table.Numbers("villageWeight"), w.Table.Numbers("householdWeight")).Select(own => own.First * own.Second * own.Third)];
        double[] eligible = [3, 1, 2, 4];
        for (int row = 0; row < eligible.Length; row++)
        {
            Assert.That(households[row], Close(30_000.0 / (3 * 2 * 55), ClosedForm));
            Assert.That(w.Weights()[row], Close(30_000.0 / 330 * eligible[row], ClosedForm));
        }
        Assert.That(w.Log.Steps.Select(step => step.What), Is.EqualTo(new[] { "town: proportional to size", "village: proportional to size", "household: equal probabilities", "person: one of the eligible members" }));
    }
}
