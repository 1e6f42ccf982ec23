namespace Survey.Monitoring.Simulating;

/// <summary>Makes the towns and villages of a plan.</summary>
internal static class PlaceMaker
{
    public static (Town[] Towns, VillagePlace[] Villages) Make(SimulationPlan plan)
    {
        var towns = new List<Town>();
        var villages = new List<VillagePlace>();
        int urban = 0, rural = 0;
        foreach ((string? name, bool isUrban) in plan.Population.Towns)
        {
            RandomStream random = Chance.Of(plan.Seed, Purpose.Frame, towns.Count);
            (int from, int to) = plan.Population.Villages;
            int number = isUrban ? ++urban : 100 + ++rural, count = from + (int)random.Below(to - from + 1);
            var town = new Town(towns.Count, name ?? PlaceNames.Town(towns.Count, isUrban), $"{plan.AreaCode}{number:000}", isUrban, villages.Count, count);
            towns.Add(town);
            int firstName = (int)random.Below(PlaceNames.MostVillages);
            for (int k = 0; k < count; k++)
                villages.Add(new VillagePlace(villages.Count, town, PlaceNames.Village(k, firstName, isUrban), $"{town.Code}{(isUrban ? 1 : 201) + k:000}", Households(plan, random)));
        }
        return ([.. towns], [.. villages]);
    }

    private static int Households(SimulationPlan plan, RandomStream random)
    {
        (int from, int to) = plan.Population.Households;
        return Math.Min(to, (int)(from * Math.Pow((to + 1.0) / from, random.Uniform())));
    }
}
