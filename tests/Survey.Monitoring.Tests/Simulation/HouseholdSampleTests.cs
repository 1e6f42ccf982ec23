using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>Who is drawn in a village, and what becomes of them.</summary>
public sealed class HouseholdSampleTests
{
    private static readonly County Small = County.Make(Plans.Small(), 1, null);

    private static readonly County Silent = County.Make(Plans.Small(
        ("unknown: 0.6 %", "unknown: 0 %"), ("notFound: {share: 3 %", "notFound: {share: 0 %"), ("householdRefuses: {share: 1.5 %", "householdRefuses: {share: 0 %"), ("    share: 3 %", "    share: 0 %")), 1, null);

    [Test]
    public void AHouseholdWithoutAnEligibleMemberIsIneligibleAndHasNobodyChosen()
    {
        DrawnHousehold[] none = [.. Drawn(Silent, 50).Where(household => household.Eligible == 0)];
        Assert.That(none, Is.Not.Empty);
        Assert.That(none.Select(household => (household.Disposition, household.Rank, household.Person, household.IsListed)), Is.All.EqualTo((Disposition.Ineligible, 0, -1, true)));
    }

    [Test]
    public void WhereEverybodyAnswersNobodyIsReplaced()
    {
        DrawnHousehold[] all = [.. Drawn(Silent, 20)];
        Assert.That(all.Select(household => household.Visited), Is.All.EqualTo(55));
        Assert.That(all.Where(household => household.Eligible > 0).Select(household => household.Disposition), Is.All.EqualTo(Disposition.Responded));
        Assert.That(all.Any(household => household.IsReplacement), Is.False);
    }

    [Test]
    public void ThePersonChosenIsTheOneWhomTheGridNames()
    {
        foreach (DrawnHousehold household in Drawn(Small, 20).Where(household => household.Eligible > 0))
        {
            (int first, int end) = household.Village.MembersOf(household.Household);
            int[] list = [.. Enumerable.Range(first, end - first).Where(person => household.Village.People[person].Age is >= 15 and <= 69)];
            Assert.That(list, Has.Length.EqualTo(household.Eligible));
            Assert.That(list, Is.EqualTo(list.OrderBy(person => household.Village.People[person].IsMan ? 0 : 1).ThenByDescending(person => household.Village.People[person].Age)), "men from the oldest to the youngest, then women likewise");
            Assert.That(household.Rank, Is.EqualTo(KishGrid.Rank(household.Table, household.Eligible)));
            Assert.That(household.Person, Is.EqualTo(list[household.Rank - 1]));
        }
    }

    [Test]
    public void MembersAreChosenWithTheChancesOfTheGrid()
    {
        const double Level = 1e-4;
        var counts = new Dictionary<(int Eligible, int Rank), int>();
        var all = new Dictionary<int, int>();
        foreach (DrawnHousehold household in Drawn(Silent, 2_000).Where(household => household.Eligible is > 1 and <= 7))
        {
            counts[(household.Eligible, household.Rank)] = counts.GetValueOrDefault((household.Eligible, household.Rank)) + 1;
            all[household.Eligible] = all.GetValueOrDefault(household.Eligible) + 1;
        }
        Assert.That(all.Keys, Is.SupersetOf(new[] { 2, 3, 4, 5, 6, 7 }));
        double limit = Normal.UpperQuantile(Level / 2 / 27);
        foreach ((int eligible, int households) in all)
            for (int rank = 1; rank <= eligible; rank++)
            {
                double chance = KishGrid.Chance(eligible, rank), share = (double)counts.GetValueOrDefault((eligible, rank)) / households;
                Assert.That(Math.Abs(share - chance), Is.LessThanOrEqualTo(limit * Math.Sqrt(chance * (1 - chance) / households)), $"{rank} of {eligible}");
            }
    }

    [Test]
    public void ReplacementsAreOtherHouseholdsVisitedForThoseNotMet()
    {
        foreach (IGrouping<Village, DrawnHousehold> village in Drawn(Small, 30).GroupBy(household => household.Village))
            foreach (DrawnHousehold[] visit in village.Chunk(village.First().Visited))
                Assert.That(visit.All(household => household.Village == village.Key));
        for (ulong seed = 0; seed < 30; seed++)
            foreach (IGrouping<Village, DrawnHousehold> visit in HouseholdSample.Draw(Small, 0, seed).GroupBy(household => household.Village))
            {
                int lost = visit.Count(household => household.Disposition is Disposition.NotFound or Disposition.Unknown), replaced = visit.Count(household => household.IsReplacement);
                Assert.That(visit.Select(household => household.Household).Distinct().Count(), Is.EqualTo(visit.Count()));
                Assert.That(visit.Select(household => household.Visited), Is.All.EqualTo(visit.Count()));
                Assert.That(visit.Count(), Is.EqualTo(55 + replaced));
                Assert.That(replaced, Is.EqualTo(Math.Min(3, lost)));
                Assert.That(visit.First().HouseholdProbability, Is.EqualTo((double)visit.Count() / visit.Key.HouseholdCount));
            }
    }

    [Test]
    public void OtherSeedsDrawOtherSamplesOfTheSamePeople()
    {
        List<DrawnHousehold> first = HouseholdSample.Draw(Small, 0, 1), again = HouseholdSample.Draw(Small, 0, 1), other = HouseholdSample.Draw(Small, 0, 2), nextYear = HouseholdSample.Draw(Small, 1, 1);
        Assert.That(again, Is.EqualTo(first));
        Assert.That(other.Select(household => household.Household), Is.Not.EqualTo(first.Select(household => household.Household)));
        Assert.That(nextYear.Select(household => household.Village).Distinct(), Is.EqualTo(first.Select(household => household.Village).Distinct()));
        Assert.That(nextYear.Select(household => household.Household), Is.Not.EqualTo(first.Select(household => household.Household)));
    }

    [Test]
    public void WhoDoesNotAnswerFollowsThePlan()
    {
        County county = County.Make(Plans.Small(("notFound: {share: 3 %, urban: 0.6}", "notFound: {share: 20 %, urban: -1}"), ("    men: 0.3", "    men: 1")), 1, null);
        DrawnHousehold[] drawn = [.. Drawn(county, 300)];
        double rural = Share(drawn.Where(household => !household.Village.Place.Town.IsUrban), household => household.Disposition == Disposition.NotFound);
        double urban = Share(drawn.Where(household => household.Village.Place.Town.IsUrban), household => household.Disposition == Disposition.NotFound);
        Assert.That(rural, Is.EqualTo(0.2 * 0.994).Within(0.01));
        Assert.That(urban, Is.EqualTo(0.2 * Math.Exp(-1) / (0.8 + (0.2 * Math.Exp(-1))) * 0.994).Within(0.01));
        DrawnHousehold[] met = [.. drawn.Where(household => household.IsListed && household.Eligible > 0)];
        Assert.That(Share(met.Where(household => household.Chosen.IsMan), household => household.Disposition == Disposition.Refused), Is.GreaterThan(1.5 * Share(met.Where(household => !household.Chosen.IsMan), household => household.Disposition == Disposition.Refused)));
    }

    private static IEnumerable<DrawnHousehold> Drawn(County county, int samples) => Enumerable.Range(0, samples).SelectMany(seed => HouseholdSample.Draw(county, 0, (ulong)seed));

    private static double Share(IEnumerable<DrawnHousehold> households, Func<DrawnHousehold, bool> condition)
    {
        DrawnHousehold[] all = [.. households];
        return (double)all.Count(condition) / all.Length;
    }
}
