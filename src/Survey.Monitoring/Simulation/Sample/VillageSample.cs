namespace Survey.Monitoring.Simulating;

/// <summary>Which villages each wave visits.</summary>
/// <remarks>
/// In each town as many villages as all waves need are drawn in one go, each with a probability proportional to its households. In random order, the first are those of the first wave;
/// each later wave keeps some of the wave before at random and takes the others from those not used yet. So the villages of every wave are a random part of one draw, and a village of x households
/// among X is in a wave of n with probability n x / X, however many are kept. Drawing the new ones from what one sample left over would not give that.
/// </remarks>
internal static class VillageSample
{
    /// <summary>How many villages of a town all waves visit together.</summary>
    public static int VillagesNeeded(SimulationPlan plan) =>
        plan.Sample.VillagesPerTown + plan.Waves.Skip(1).Sum(wave => plan.Sample.VillagesPerTown - wave.Kept(plan.Sample.VillagesPerTown));

    /// <summary>The villages of each wave in the order of the county, with their probabilities.</summary>
    /// <exception cref="SurveyDataException">A village is too large to be drawn with a probability proportional to its size.</exception>
    public static DrawnVillage[][] Draw(County county, ulong seed)
    {
        var waves = new List<DrawnVillage>[county.Plan.Waves.Count];
        for (int wave = 0; wave < waves.Length; wave++)
            waves[wave] = new List<DrawnVillage>(county.Towns.Length * county.Plan.Sample.VillagesPerTown);
        foreach (Town town in county.Towns)
            AddTown(county, town, Chance.Of(seed, Purpose.Villages, town.Index), waves);
        return [.. waves.Select(wave => wave.ToArray())];
    }

    private static void AddTown(County county, Town town, RandomStream random, List<DrawnVillage>[] waves)
    {
        SamplePlan plan = county.Plan.Sample;
        int perTown = plan.VillagesPerTown, needed = VillagesNeeded(county.Plan);
        double[] probabilities = InclusionProbabilities.ProportionalToSize(SizesOf(county, town), needed);
        if (needed > perTown && Array.IndexOf(probabilities, 1) is >= 0 and int large)
            throw TooLarge(county, town, large, needed);
        int[] drawn = Selection.Draw(probabilities, plan.VillageMethod, random);
        if (needed > perTown)
            random.Shuffle<int>(drawn);
        int used = perTown;
        int[] now = drawn[..perTown];
        for (int wave = 0; wave < waves.Length; wave++)
        {
            if (wave > 0)
            {
                int kept = county.Plan.Waves[wave].Kept(perTown);
                random.Shuffle<int>(now);
                now = [.. now[..kept], .. drawn[used..(used + perTown - kept)]];
                used += perTown - kept;
            }
            foreach (int village in now.Order())
                waves[wave].Add(new DrawnVillage(town.FirstVillage + village, probabilities[village] * perTown / needed));
        }
    }

    private static double[] SizesOf(County county, Town town)
    {
        double[] sizes = new double[town.VillageCount];
        for (int village = 0; village < sizes.Length; village++)
            sizes[village] = county.Villages[town.FirstVillage + village].HouseholdCount;
        return sizes;
    }

    private static SurveyDataException TooLarge(County county, Town town, int village, int needed) =>
        new($"{county.Villages[town.FirstVillage + village].Place.Name} has 1/{needed} or more of the households of {town.Name}, and the waves visit {needed} villages of each town, so it cannot be drawn in proportion to them; draw fewer villages, keep more of them, or make villages more alike in population.households.");
}
