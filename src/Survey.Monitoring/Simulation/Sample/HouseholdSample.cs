namespace Survey.Monitoring.Simulating;

/// <summary>Draws the households of a wave and the person of each, and says what becomes of them.</summary>
internal static class HouseholdSample
{
    /// <summary>Draws a wave.</summary>
    /// <param name="county">With its people.</param>
    /// <param name="wave">From 0.</param>
    /// <param name="seed">Of the draw; other seeds draw other samples of the same people.</param>
    public static List<DrawnHousehold> Draw(County county, int wave, ulong seed)
    {
        var drawn = new List<DrawnHousehold>();
        foreach (DrawnVillage village in VillageSample.Draw(county, seed)[wave])
            AddVillage(county, wave, village, seed, drawn);
        return drawn;
    }

    private static void AddVillage(County county, int wave, DrawnVillage drawnVillage, ulong seed, List<DrawnHousehold> drawn)
    {
        Village village = county.Villages[drawnVillage.Village];
        SamplePlan plan = county.Plan.Sample;
        RandomStream random = Chance.Of(seed, Purpose.Households, drawnVillage.Village, wave), silence = Chance.Of(seed, Purpose.Nonresponse, drawnVillage.Village, wave);
        List<int> visited = [.. First(village.HouseholdCount, plan, random)];
        Queue<int> reserve = Reserve(village.HouseholdCount, visited, plan.Reserve, random);
        KishTable[] tables = KishGrid.Assign(visited.Count + reserve.Count, Chance.Of(seed, Purpose.Tables, drawnVillage.Village, wave));
        var fate = new Nonresponse(county.Plan.Nonresponse, silence);
        int first = drawn.Count;
        for (int k = 0; k < visited.Count; k++)
        {
            DrawnHousehold household = fate.Of(Visit(village, wave, drawnVillage.Probability, visited[k], tables[k], k >= plan.HouseholdsPerVillage));
            drawn.Add(household);
            if (household.Disposition is Disposition.NotFound or Disposition.Unknown && reserve.TryDequeue(out int another))
                visited.Add(another);
        }
        for (int k = first; k < drawn.Count; k++)
            drawn[k] = drawn[k] with { Visited = visited.Count };
    }

    private static int[] First(int households, SamplePlan plan, RandomStream random)
    {
        if (plan.HouseholdMethod == SelectionMethod.SimpleRandom)
            return SimpleRandomSample.Draw(households, plan.HouseholdsPerVillage, random);
        double[] probabilities = new double[households];
        Array.Fill(probabilities, (double)plan.HouseholdsPerVillage / households);
        return Selection.Draw(probabilities, plan.HouseholdMethod, random);
    }

    /// <summary>Others of the village, in random order.</summary>
    private static Queue<int> Reserve(int households, List<int> visited, int count, RandomStream random)
    {
        var reserve = new Queue<int>(count);
        while (reserve.Count < count)
            if ((int)random.Below(households) is var household && !visited.Contains(household) && !reserve.Contains(household))
                reserve.Enqueue(household);
        return reserve;
    }

    private static DrawnHousehold Visit(Village village, int wave, double probability, int household, KishTable table, bool isReplacement)
    {
        int eligible = village.EligibleIn(household), rank = eligible == 0 ? 0 : KishGrid.Rank(table, eligible);
        return new DrawnHousehold(village, wave, probability, household, table, eligible, rank, rank == 0 ? -1 : village.PersonOfRank(household, rank), Disposition.Responded, IsListed: true, isReplacement);
    }
}
