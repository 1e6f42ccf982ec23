using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>The villages of waves: the same, other ones, or some of each, always with the probabilities that are said.</summary>
public sealed class VillageSampleTests
{
    private const string Same = "villages: same ";

    private static readonly (string, string) ThirdWave = (Same, "villages: {keep: 0.5} ");

    [TestCase("villages: same ", 2)]
    [TestCase("villages: {keep: 0.5} ", 1)]
    [TestCase("villages: new ", 0)]
    public void AsManyAreKeptAsThePlanSays(string villages, int kept)
    {
        County county = CountyOf(Plans.Small((Same, villages)));
        for (ulong seed = 0; seed < 50; seed++)
        {
            DrawnVillage[][] waves = VillageSample.Draw(county, seed);
            foreach (Town town in county.Towns)
            {
                int[][] own = [.. waves.Select(wave => wave.Select(drawn => drawn.Village).Where(village => county.Villages[village].Place.Town == town).ToArray())];
                Assert.That(own.Select(villagesOfWave => villagesOfWave.Distinct().Count()), Is.All.EqualTo(2));
                Assert.That(own[0].Intersect(own[1]).Count(), Is.EqualTo(kept));
            }
        }
    }

    [Test]
    public void InEveryWaveAVillageHasTheProbabilityThatIsSaid()
    {
        const int Draws = 20_000;
        County county = CountyOf(Plans.Small(ThirdWave));
        int[][] counts = [new int[county.Villages.Length], new int[county.Villages.Length]];
        for (int draw = 0; draw < Draws; draw++)
            foreach ((int[] own, DrawnVillage[] wave) in counts.Zip(VillageSample.Draw(county, (ulong)draw)))
                foreach (DrawnVillage drawn in wave)
                    own[drawn.Village]++;
        // the Bonferroni point of 1e-4 for two waves of all villages
        double limit = Normal.UpperQuantile(0.5e-4 / (2 * county.Villages.Length));
        foreach (int[] own in counts)
            for (int village = 0; village < own.Length; village++)
            {
                double probability = Expected(county, county.Villages[village]);
                Assert.That(Math.Abs(((double)own[village] / Draws) - probability) / Math.Sqrt(probability * (1 - probability) / Draws), Is.LessThan(limit), county.Villages[village].Place.Code);
            }
    }

    [Test]
    public void ProbabilitiesAreThoseOfTheSizes()
    {
        foreach (string villages in new[] { "villages: same ", "villages: {keep: 0.5} ", "villages: new " })
        {
            County county = CountyOf(Plans.Small((Same, villages)));
            foreach (DrawnVillage drawn in VillageSample.Draw(county, 7).SelectMany(wave => wave))
                Assert.That(drawn.Probability, Is.EqualTo(Expected(county, county.Villages[drawn.Village])).Within(1e-14));
        }
    }

    [Test]
    public void AVillageThatIsTooLargeToBeExchangedIsNamed()
    {
        SimulationPlan plan = Plans.Small((Same, "villages: new "), ("villages: [6, 8]", "villages: [4, 4]"), ("households: [70, 120]", "households: [70, 4000]"));
        County county = County.Make(plan, 1, null);
        Assert.That(() => VillageSample.Draw(county, 1), Throws.TypeOf<SurveyDataException>().With.Message.Matches(
            "^.+(社区|村) has 1/4 or more of the households of .+, and the waves visit 4 villages of each town, so it cannot be drawn in proportion to them; draw fewer villages, keep more of them, or make villages more alike in population.households.$"));
    }

    private static County CountyOf(SimulationPlan plan) => County.Make(plan, 1, null);

    private static double Expected(County county, Village village) =>
        2.0 * village.HouseholdCount / county.Villages.Where(other => other.Place.Town == village.Place.Town).Sum(other => other.HouseholdCount);
}
