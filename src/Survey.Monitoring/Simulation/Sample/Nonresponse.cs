namespace Survey.Monitoring.Simulating;

/// <summary>What becomes of households and people who are drawn.</summary>
internal sealed class Nonresponse(NonresponsePlan plan, RandomStream random)
{
    public DrawnHousehold Of(DrawnHousehold household)
    {
        bool isUrban = household.Village.Place.Town.IsUrban;
        // as many random numbers for every household, so that one household's fate says nothing of another's
        double unknown = random.Uniform(), found = random.Uniform(), refusing = random.Uniform(), answering = random.Uniform();
        if (unknown < plan.Unknown)
            return household with { Disposition = Disposition.Unknown, IsListed = false };
        if (found < Moved(plan.NotFound, isUrban))
            return household with { Disposition = Disposition.NotFound, IsListed = false };
        if (refusing < Moved(plan.HouseholdRefuses, isUrban))
            return household with { Disposition = Disposition.Refused, IsListed = false };
        if (household.Eligible == 0)
            return household with { Disposition = Disposition.Ineligible };
        return answering < Refusing(household.Chosen, isUrban) ? household with { Disposition = Disposition.Refused } : household;
    }

    private static double Moved((double Share, double Urban) plan, bool isUrban) => isUrban ? Chance.Moved(plan.Share, plan.Urban) : plan.Share;

    private double Refusing(Person person, bool isUrban) =>
        Chance.Moved(plan.PersonRefuses, (isUrban ? plan.PersonUrban : 0) + (person.IsMan ? plan.PersonMen : 0) + plan.PersonAges[AgeGroups.Of(person.Age)]);
}
