using Survey.Monitoring.Simulating;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>2,000 samples of one population, weighted as an analyst weights them: totals are right on average, and 95 % intervals hold the truth as often as they say.</summary>
public sealed class SamplingErrorTests
{
    private const int Samples = 2_000;

    private const double MonteCarloErrors = 4;

    /// <summary>Everyone answers, and nobody is beyond the sixth member, whom the grid does not reach.</summary>
    private static County CountyOf(string towns, string villages, string perTown) => County.Make(
        PlanReader.Read(
            MadePlan.With(
                MadePlan.DemoText,
                ("urban: [城关街道, 城东街道, 文澜街道, 双桥街道, 明湖街道, 金桥街道]", "urban: 0"),
                ("rural: [云溪镇, 北洛镇, 古榆镇, 大泽镇, 松岭镇, 柳浦镇, 清塘镇, 白鹭镇]", $"rural: {towns}"),
                ("villages: [5, 9] ", $"villages: [{villages}] "),
                ("households: [500, 1500]", "households: [70, 150]"),
                ("6: 4.5 %, 7: 1.7 %, 8: 0.8 %", "6: 7 %"),
                ("perTown: 2, method: sampford", $"perTown: {perTown}, method: systematic"),
                ("reserve: 3", "reserve: 0"),
                ("unknown: 0.6 %", "unknown: 0 %"),
                ("notFound: {share: 3 %", "notFound: {share: 0 %"),
                ("householdRefuses: {share: 1.5 %", "householdRefuses: {share: 0 %"),
                ("    share: 3 %", "    share: 0 %")),
            "plan.yaml"),
        Environment.ProcessorCount,
        null);

    [Test]
    public void OfTwentyEightVillagesTotalsAreUnbiasedAndIntervalsCover()
    {
        Outcome outcome = Repeat(CountyOf("14", "20, 26", "2"));
        using (Assert.EnterMultipleScope())
        {
            outcome.AssertUnbiased();
            Assert.That(outcome.Coverage, Is.EqualTo(0.95).Within(MonteCarloErrors * Math.Sqrt(0.95 * 0.05 / Samples)));
        }
    }

    [TestCase("3", "2", TestName = "OfThreeTownsWithTwoVillagesEach")]
    [TestCase("1", "6", TestName = "OfSixVillagesInOneTown")]
    public void OfSixVillagesIntervalsStillCover(string towns, string perTown)
    {
        Outcome outcome = Repeat(CountyOf(towns, towns == "1" ? "60, 60" : "20, 26", perTown));
        using (Assert.EnterMultipleScope())
        {
            outcome.AssertUnbiased();
            Assert.That(outcome.Coverage, Is.GreaterThanOrEqualTo(0.92));
        }
    }

    private static Outcome Repeat(County county)
    {
        double[] truth = Truth(county);
        Table frame = Frames.Villages(county);
        var households = Enumerable.Range(0, frame.RowCount).GroupBy(row => frame["乡镇代码"].TextAt(row)!, row => ((NumberColumn)frame["户数"]).Values[row]).ToDictionary(town => town.Key, town => town.Sum());
        double[][] totals = new double[Samples][];
        bool[] covers = new bool[Samples];
        Parallel.For(0, Samples, sample =>
        {
            Table people = People(county, households, HouseholdSample.Draw(county, 0, (ulong)(sample + 1)));
            var design = new SurveyDesign(Weighted(people).Table, "baseWeight", "town", "village");
            Estimates estimates = design.Estimate(Statistic.Total("one"), Statistic.Total("literate"), Statistic.Total("smokes"), Statistic.Proportion("literate"));
            totals[sample] = [estimates[0].Value, estimates[1].Value, estimates[2].Value];
            Interval interval = estimates[3].Interval();
            covers[sample] = interval.Low <= truth[1] / truth[0] && truth[1] / truth[0] <= interval.High;
        });
        return new Outcome(truth, totals, covers.Count(covered => covered) / (double)Samples);
    }

    /// <summary>People of 15 to 69, those of them who are literate, and who smoke.</summary>
    private static double[] Truth(County county)
    {
        double[] truth = new double[3];
        foreach (Village village in county.Villages)
            for (int person = 0; person < village.People.Length; person++)
                if (AgeGroups.IsEligible(village.People[person].Age))
                {
                    truth[0]++;
                    truth[1] += TrueScale.Total.IsReached(village.Waves[0].Right[person]) ? 1 : 0;
                    truth[2] += village.Waves[0].Habits[person].HasFlag(Habits.Smokes) ? 1 : 0;
                }
        return truth;
    }

    private static WeightingResult Weighted(Table people) => people.BaseWeights(
        WeightStage.ProportionalToSize("village", "present", "townHouseholds", "villages"),
        WeightStage.Equal("household", "visited", "present"),
        WeightStage.Kish("person", "eligible", "rank"));

    private static Table People(County county, Dictionary<string, double> households, List<DrawnHousehold> drawn)
    {
        DrawnHousehold[] people = [.. drawn.Where(household => household.Eligible > 0)];
        NumberColumn Numbers(Func<DrawnHousehold, double> number) => new([.. people.Select(number)]);
        FlagColumn Flags(Func<DrawnHousehold, bool> flag) => new([.. people.Select(person => (bool?)flag(person))]);
        return Table.FromColumns(
        [
            ("town", (Column)new CategoryColumn([.. people.Select(person => person.Village.Place.Town.Code)])),
            ("village", new CategoryColumn([.. people.Select(person => person.Village.Place.Code)])),
            ("townHouseholds", Numbers(person => households[person.Village.Place.Town.Code])),
            ("villages", Numbers(_ => county.Plan.Sample.VillagesPerTown)),
            ("visited", Numbers(person => person.Visited)),
            ("present", Numbers(person => person.Village.HouseholdCount)),
            ("eligible", Numbers(person => person.Eligible)),
            ("rank", Numbers(person => person.Rank)),
            ("one", Numbers(_ => 1)),
            ("literate", Flags(person => TrueScale.Total.IsReached(person.Right))),
            ("smokes", Flags(person => person.Habits.HasFlag(Habits.Smokes))),
        ]);
    }

    private sealed record Outcome(double[] Truth, double[][] Totals, double Coverage)
    {
        public void AssertUnbiased()
        {
            for (int k = 0; k < Truth.Length; k++)
            {
                double[] own = [.. Totals.Select(totals => totals[k])];
                double mean = own.Average(), error = Math.Sqrt(own.Sum(total => (total - mean) * (total - mean)) / (own.Length - 1) / own.Length);
                TestContext.Out.WriteLine($"truth {Truth[k]}, mean {mean}, Monte Carlo standard error {error}, coverage {Coverage}");
                Assert.That(mean, Is.EqualTo(Truth[k]).Within(MonteCarloErrors * error));
            }
        }
    }
}
