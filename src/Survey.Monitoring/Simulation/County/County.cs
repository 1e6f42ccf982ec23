namespace Survey.Monitoring.Simulating;

/// <summary>A simulated county with all its people, and what they know and do in each wave.</summary>
/// <param name="Plan">That it was made of.</param>
/// <param name="Towns">Urban ones first.</param>
/// <param name="Villages">Town by town.</param>
internal sealed record County(SimulationPlan Plan, Town[] Towns, Village[] Villages)
{
    /// <summary>Makes a county, villages side by side.</summary>
    /// <param name="plan">Every parameter.</param>
    /// <param name="threads">How many villages are made at once; the result is the same for any number.</param>
    /// <param name="progress">Told after each village how many are done; or null.</param>
    public static County Make(SimulationPlan plan, int threads, IProgress<SimulationProgress>? progress)
    {
        (Town[] towns, VillagePlace[] places) = PlaceMaker.Make(plan);
        var maker = new VillageMaker(plan);
        var villages = new Village[places.Length];
        int done = 0;
        Parallel.For(0, places.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, village =>
        {
            villages[village] = maker.Make(places[village]);
            progress?.Report(new SimulationProgress(Interlocked.Increment(ref done), places.Length));
        });
        return new County(plan, towns, villages);
    }
}
