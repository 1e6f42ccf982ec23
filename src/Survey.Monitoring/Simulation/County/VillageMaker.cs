namespace Survey.Monitoring.Simulating;

/// <summary>Makes the people of villages, and what they know and do in each wave.</summary>
internal sealed class VillageMaker
{
    /// <summary>Of residents, the share who were there all twelve months.</summary>
    private const double MostStayAllYear = 0.9;

    private readonly SimulationPlan _plan;
    private readonly double[] _sizes, _firstAges, _otherAges;
    private readonly AnswerModel _answers;
    private readonly HabitModel _habits;

    public VillageMaker(SimulationPlan plan)
    {
        _plan = plan;
        _sizes = [.. plan.Population.HouseholdSizes.Select(size => size.Share)];
        (_firstAges, _otherAges) = AgesOf(plan.Population);
        _answers = new AnswerModel(plan);
        _habits = new HabitModel(plan);
    }

    public Village Make(VillagePlace place)
    {
        Village village = WithPeople(place);
        var waves = new VillageWave[_plan.Waves.Count];
        double[] differences = _answers.DifferencesOf(place);
        for (int wave = 0; wave < waves.Length; wave++)
            waves[wave] = new VillageWave(_answers.Right(village, wave, differences[wave]), _habits.Of(village, wave, wave == 0 ? null : waves[wave - 1].Habits));
        village.Waves = waves;
        return village;
    }

    /// <summary>Shares of ages of first members, who are never children, and of the others, so that all members together have the shares of the plan.</summary>
    private static (double[] First, double[] Other) AgesOf(PopulationPlan plan)
    {
        double adults = 1 - plan.Ages[AgeGroups.Children], others = plan.MeanHouseholdSize - 1;
        double[] first = [.. plan.Ages.Select((share, group) => group == AgeGroups.Children ? 0 : share / adults)];
        return (first, [.. plan.Ages.Select((share, group) => others > 0 ? ((share * plan.MeanHouseholdSize) - first[group]) / others : 0)]);
    }

    private Village WithPeople(VillagePlace place)
    {
        RandomStream random = Chance.Of(_plan.Seed, Purpose.People, place.Index);
        int[] firstMember = new int[place.HouseholdCount + 1];
        var people = new List<Person>(3 * place.HouseholdCount);
        for (int household = 0; household < place.HouseholdCount; household++)
        {
            firstMember[household] = people.Count;
            int members = _plan.Population.HouseholdSizes[random.Among(_sizes)].Members;
            double shared = _plan.Literacy.HouseholdDeviation * random.Normal();
            for (int member = 0; member < members; member++)
                people.Add(PersonOf(place.Town.IsUrban, member == 0 ? _firstAges : _otherAges, shared, random));
            people.Sort(firstMember[household], members, KishOrder.Instance);
        }
        firstMember[^1] = people.Count;
        return new Village(place, firstMember, [.. people]);
    }

    private Person PersonOf(bool isUrban, double[] ages, double shared, RandomStream random)
    {
        PopulationPlan plan = _plan.Population;
        int group = random.Among(ages);
        int age = AgeGroups.AgeIn(group, random.Uniform());
        bool isMan = random.Happens(plan.Men);
        int months = random.Happens(plan.ShortStay) ? (int)random.Below(7) : random.Happens(MostStayAllYear) ? 12 : 7 + (int)random.Below(5);
        if (group == AgeGroups.Children)
            return new Person((byte)age, isMan, 0, (byte)months, 0);
        int education = random.Among((isUrban ? plan.UrbanEducation : plan.RuralEducation)[group]);
        LiteracyPlan literacy = _plan.Literacy;
        double ability = literacy.Mean + (isUrban ? literacy.Urban : 0) + literacy.Ages[group] + literacy.Education[education] + shared + (literacy.PersonDeviation * random.Normal());
        return new Person((byte)age, isMan, (byte)education, (byte)months, ability);
    }

    /// <summary>Men from the oldest to the youngest, then women likewise.</summary>
    private sealed class KishOrder : IComparer<Person>
    {
        public static KishOrder Instance { get; } = new();

        // of equal rank the abler first, so that the order is one whatever the sort does with equals
        public int Compare(Person x, Person y) =>
            x.IsMan != y.IsMan ? (x.IsMan ? -1 : 1) : x.Age != y.Age ? y.Age.CompareTo(x.Age) : y.Ability.CompareTo(x.Ability);
    }
}
