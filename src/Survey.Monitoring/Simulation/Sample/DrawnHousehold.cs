namespace Survey.Monitoring.Simulating;

/// <summary>A household that was drawn, and the truth about the person whom the grid chose.</summary>
/// <param name="Village">That it is in.</param>
/// <param name="Wave">From 0.</param>
/// <param name="VillageProbability">That the village is in the wave's sample.</param>
/// <param name="Household">Its place in the village, from 0.</param>
/// <param name="Table">Of the Kish grid.</param>
/// <param name="Eligible">Members aged 15 to 69.</param>
/// <param name="Rank">Of the person chosen, from 1; 0 where nobody is eligible.</param>
/// <param name="Person">The person's place in the village; -1 where nobody is eligible.</param>
/// <param name="Disposition">What became of it.</param>
/// <param name="IsListed">Whether its members were listed, so that the number of eligible ones is known.</param>
/// <param name="IsReplacement">Whether it was visited in place of another.</param>
internal readonly record struct DrawnHousehold(
    Village Village, int Wave, double VillageProbability, int Household, KishTable Table, int Eligible, int Rank, int Person, Disposition Disposition, bool IsListed, bool IsReplacement)
{
    /// <summary>How many households of the village were visited.</summary>
    public int Visited { get; init; }

    /// <summary>That a household of the village was visited.</summary>
    public double HouseholdProbability => (double)Visited / Village.HouseholdCount;

    /// <summary>Of the person chosen, if there is one.</summary>
    public Person Chosen => Village.People[Person];

    /// <summary>The items that the person chosen can answer, a bit an item.</summary>
    public ulong Right => Village.Waves[Wave].Right[Person];

    public Habits Habits => Village.Waves[Wave].Habits[Person];
}
