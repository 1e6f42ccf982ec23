namespace Survey.Monitoring.Simulating;

/// <summary>A village with its people. Members of a household follow one another in the order of the Kish list: men from the oldest to the youngest, then women likewise.</summary>
/// <param name="place">The village.</param>
/// <param name="firstMember">Of each household the place of its first member; one more, where the last household ends.</param>
/// <param name="people">All of them.</param>
internal sealed class Village(VillagePlace place, int[] firstMember, Person[] people)
{
    public VillagePlace Place { get; } = place;

    public int HouseholdCount => firstMember.Length - 1;

    public ReadOnlySpan<Person> People => people;

    /// <summary>What the people know and do, by wave.</summary>
    public VillageWave[] Waves { get; set; } = [];

    public (int First, int End) MembersOf(int household) => (firstMember[household], firstMember[household + 1]);

    /// <summary>How many members of a household are 15 to 69.</summary>
    public int EligibleIn(int household)
    {
        int eligible = 0;
        for (int person = firstMember[household]; person < firstMember[household + 1]; person++)
            eligible += AgeGroups.IsEligible(people[person].Age) ? 1 : 0;
        return eligible;
    }

    /// <summary>The person of a rank from 1 among the eligible members of a household.</summary>
    public int PersonOfRank(int household, int rank)
    {
        int person = firstMember[household];
        while (!AgeGroups.IsEligible(people[person].Age) || --rank > 0)
            person++;
        return person;
    }
}
