namespace Survey;

/// <summary>Bootstraps that draw PSUs with replacement within strata: n_h - 1 of them, rescaled, or n_h.</summary>
internal sealed record Resampled(ReplicateMethod Method, int Replicates, ulong Seed) : ReplicateScheme
{
    // one scale stands for all strata
    private const double MostUnlike = 1.5;

    internal override MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre)
    {
        if (groups.Moving.Length == 0)
            throw PsuGroups.NothingMoves();
        int less = Method == ReplicateMethod.CantyDavison ? 0 : 1;
        double[][] factors = groups.Ones(Replicates);
        Parallel.ForEach(groups.Moving, h =>
        {
            int[] psus = groups.PsusOf[h];
            int[] times = new int[psus.Length];
            double one = (double)psus.Length / (psus.Length - less);
            double[] factorOf = [.. Enumerable.Range(0, psus.Length + 1).Select(count => groups.Shrunk(h, one * count))];
            var random = new RandomStream(Seed, (ulong)Method, (ulong)h);
            foreach (double[] factor in factors)
            {
                Draw(random, psus.Length - less, times);
                for (int k = 0; k < psus.Length; k++)
                    factor[psus[k]] = factorOf[times[k]];
            }
        });
        ReplicateCentre own = centre ?? ReplicateCentre.Mean;
        double scale = (less == 1 ? 1 : HarmonicScale(groups)) / (own == ReplicateCentre.Mean ? Replicates - 1 : Replicates);
        return new MadeReplicates(Method, null, groups.Sample, groups.OfUnits(factors), scale, [.. Enumerable.Repeat(1.0, Replicates)], own, []);
    }

    /// <summary>Counts how often each is drawn.</summary>
    public static void Draw(RandomStream random, int draws, int[] times)
    {
        Array.Clear(times);
        for (int draw = 0; draw < draws; draw++)
            times[random.Below(times.Length)]++;
    }

    /// <summary>m/(m - 1), m the harmonic mean of PSUs a stratum.</summary>
    private static double HarmonicScale(PsuGroups groups)
    {
        int[] sizes = [.. groups.Moving.Select(h => groups.PsusOf[h].Length)];
        if (sizes.Max() > MostUnlike * sizes.Min())
            throw new SurveyDataException($"The bootstrap of Canty and Davison has one scale for all strata, and these have from {sizes.Min()} to {sizes.Max()} PSUs, more unlike than one to {Invariant.Text(MostUnlike)}; take that of Rao and Wu.");
        double mean = sizes.Length / sizes.Sum(n => 1.0 / n);
        return mean / (mean - 1);
    }
}
