using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>The people of a county are those of its plan.</summary>
public sealed class CountyTests
{
    private static readonly SimulationPlan Plan = Plans.Small(("households: [70, 120]", "households: [700, 1200]"));

    private static readonly County Made = County.Make(Plan, 2, null);

    private static readonly (Village Village, Person Person)[] People = [.. Made.Villages.SelectMany(village => village.People.ToArray().Select(person => (village, person)))];

    [Test]
    public void CodesAndNamesAreDistinctAndNested()
    {
        Assert.That(Made.Villages.Select(village => village.Place.Code).Distinct().Count(), Is.EqualTo(Made.Villages.Length));
        Assert.That(Made.Villages.Select(village => (village.Place.Town.Code, village.Place.Name)).Distinct().Count(), Is.EqualTo(Made.Villages.Length));
        Assert.That(Made.Villages.All(village => village.Place.Code.Length == 12 && village.Place.Code.StartsWith(village.Place.Town.Code, StringComparison.Ordinal)));
        Assert.That(Made.Towns.Select(town => (town.Code, town.Name, town.IsUrban)), Is.EqualTo([("329901001", "城关街道", true), ("329901101", "北洛镇", false), ("329901102", "双桥镇", false), ("329901103", "古榆镇", false)]));
    }

    [Test]
    public void TheLargestNumberOfVillagesHasNamesOfItsOwn() =>
        Assert.That(Enumerable.Range(0, PlaceNames.MostVillages).Select(index => PlaceNames.Village(index, 11, false)).Distinct().Count(), Is.EqualTo(PlaceNames.MostVillages));

    [Test]
    public void VillagesAndHouseholdsAreAsManyAsThePlanAllows()
    {
        Assert.That(Made.Towns.Select(town => town.VillageCount), Is.All.InRange(6, 8));
        Assert.That(Made.Villages.Select(village => village.HouseholdCount), Is.All.InRange(700, 1200));
    }

    [Test]
    public void HouseholdsHaveTheSizesOfThePlan()
    {
        ILookup<int, int> sizes = Made.Villages.SelectMany(village => Enumerable.Range(0, village.HouseholdCount).Select(household => village.MembersOf(household).End - village.MembersOf(household).First)).ToLookup(size => size);
        int all = sizes.Sum(size => size.Count());
        foreach ((int members, double share) in Plan.Population.HouseholdSizes)
            AssertShare(sizes[members].Count(), all, share, $"households of {members}");
    }

    [Test]
    public void AgesSexesAndStaysAreThoseOfThePlan()
    {
        for (int group = 0; group < AgeGroups.Count; group++)
            // members of a household are of different ages more often than chance would have it, which makes shares surer, never less sure
            AssertShare(People.Count(one => AgeGroups.Of(one.Person.Age) == group), People.Length, Plan.Population.Ages[group], AgeGroups.Names[group]);
        AssertShare(People.Count(one => one.Person.IsMan), People.Length, Plan.Population.Men, "men");
        AssertShare(People.Count(one => !one.Person.IsResident), People.Length, Plan.Population.ShortStay, "short stay");
    }

    [Test]
    public void EducationIsThatOfThePlan()
    {
        foreach (bool isUrban in new[] { true, false })
            for (int group = 1; group < AgeGroups.Count; group++)
            {
                Person[] own = [.. People.Where(one => one.Village.Place.Town.IsUrban == isUrban && AgeGroups.Of(one.Person.Age) == group).Select(one => one.Person)];
                for (int level = 0; level < Education.Count; level++)
                    AssertShare(own.Count(person => person.Education == level), own.Length, (isUrban ? Plan.Population.UrbanEducation : Plan.Population.RuralEducation)[group][level], $"{AgeGroups.Names[group]} {Education.Names[level]}");
            }
    }

    [Test]
    public void EveryHouseholdHasSomebodyOfFifteenOrOlder() =>
        Assert.That(Made.Villages.All(village => Enumerable.Range(0, village.HouseholdCount).All(household => Range(village.MembersOf(household)).Any(person => village.People[person].Age >= 15))));

    [Test]
    public void TheShareOfRightAnswersIsThatOfTheModel()
    {
        var model = new AnswerModel(Plan);
        double[] expected = new double[Items50.All.Count], variances = new double[Items50.All.Count];
        int[] right = new int[Items50.All.Count];
        foreach (Village village in Made.Villages)
            for (int person = 0; person < village.People.Length; person++)
                for (int item = 0; item < expected.Length && village.People[person].Age is >= 15 and < 70; item++)
                {
                    double chance = ChanceOf(Items50.All[item], village.People[person].Ability + model.DifferencesOf(village.Place)[1]);
                    expected[item] += chance;
                    variances[item] += chance * (1 - chance);
                    right[item] += (int)(village.Waves[1].Right[person] >> item & 1);
                }
        for (int item = 0; item < expected.Length; item++)
            Assert.That(Math.Abs(right[item] - expected[item]), Is.LessThan(4.5 * Math.Sqrt(variances[item])), $"item {item + 1}");
    }

    [Test]
    public void SmokersQuitAndOthersStartAsThePlanSays()
    {
        int smoked = 0, quit = 0, menWhoDidNot = 0, menWhoStarted = 0;
        foreach (Village village in Made.Villages)
            for (int person = 0; person < village.People.Length; person++)
                if (village.People[person].Age >= 15)
                {
                    (bool before, bool after) = (Smokes(village, 0, person), Smokes(village, 1, person));
                    smoked += before ? 1 : 0;
                    quit += before && !after ? 1 : 0;
                    menWhoDidNot += !before && village.People[person].IsMan ? 1 : 0;
                    menWhoStarted += !before && village.People[person].IsMan && after ? 1 : 0;
                }
        AssertShare(quit, smoked, Plan.Waves[1].Change.Quitting, "quitting");
        AssertShare(menWhoStarted, menWhoDidNot, Plan.Waves[1].Change.MenStart, "starting");
    }

    [Test]
    public void ChildrenDoNothingAndAnswerNothing()
    {
        foreach (Village village in Made.Villages)
            for (int person = 0; person < village.People.Length; person++)
            {
                if (village.People[person].Age < 15)
                    Assert.That(village.Waves.Select(wave => wave.Habits[person]), Is.All.EqualTo(Habits.None));
                if (village.People[person].Age is < 15 or > 69)
                    Assert.That(village.Waves.Select(wave => wave.Right[person]), Is.All.Zero);
            }
    }

    private static bool Smokes(Village village, int wave, int person) => (village.Waves[wave].Habits[person] & Habits.Smokes) != 0;

    private static double ChanceOf(SurveyItem item, double ability)
    {
        (double from, double to) = Plan.Items.Difficulty[(int)item.Kind];
        double guess = Plan.Items.Guessing[(int)item.Kind];
        return guess + ((1 - guess) / (1 + Math.Exp(-Plan.Items.Discrimination * (ability - from - ((to - from) * item.Hardness)))));
    }

    private static IEnumerable<int> Range((int First, int End) members) => Enumerable.Range(members.First, members.End - members.First);

    private static void AssertShare(int count, int all, double share, string what) =>
        Assert.That(Math.Abs(((double)count / all) - share), Is.LessThanOrEqualTo(4.5 * Math.Sqrt(share * (1 - share) / all)), what);
}
