using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Drawn;

/// <summary>The chance that a household is found, takes part, and the person chosen answers: written out of the plan, as no analyst knows it.</summary>
internal static class ResponseChance
{
    public static double Of(DrawnHousehold household, NonresponsePlan plan)
    {
        bool isUrban = household.Village.Place.Town.IsUrban;
        Person person = household.Chosen;
        double refuses = Chance.Moved(plan.PersonRefuses, (isUrban ? plan.PersonUrban : 0) + (person.IsMan ? plan.PersonMen : 0) + plan.PersonAges[AgeGroups.Of(person.Age)]);
        return (1 - plan.Unknown) * (1 - Moved(plan.NotFound)) * (1 - Moved(plan.HouseholdRefuses)) * (1 - refuses);

        double Moved((double Share, double Urban) silent) => isUrban ? Chance.Moved(silent.Share, silent.Urban) : silent.Share;
    }
}
