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

/// <summary>Somebody who lives in a village.</summary>
/// <param name="Age">Completed years, the same in every wave.</param>
/// <param name="IsMan">Man or woman.</param>
/// <param name="Education">A level of education; of no meaning for children.</param>
/// <param name="Months">Lived there within the last twelve.</param>
/// <param name="Ability">What the person knows, without village and wave.</param>
internal readonly record struct Person(byte Age, bool IsMan, byte Education, byte Months, double Ability)
{
    /// <summary>Whether the survey speaks of the person, if the age fits: who has lived there for more than 6 months.</summary>
    public bool IsResident => Months > 6;
}

/// <summary>What the people of a village know and do in a wave.</summary>
/// <param name="Right">Of each person the items answered rightly, a bit an item; none for those whom nobody asks.</param>
/// <param name="Habits">Of each person.</param>
internal sealed record VillageWave(ulong[] Right, Habits[] Habits);
