namespace Survey;

/// <summary>The bootstrap of all stages that count.</summary>
internal sealed record ResampledStages(int Replicates, ulong Seed) : ReplicateScheme
{
    internal override bool HasLaterStages => true;

    internal override MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre)
    {
        Sample sample = groups.Sample;
        if (groups.Moving.Length == 0 && sample.Stages.Count == 1)
            throw PsuGroups.NothingMoves();
        // of the units of each stage in turn: those of the stage before times their own
        double[][] factors = [.. Enumerable.Range(0, Replicates).Select(_ => Enumerable.Repeat(1.0, sample.Stages[0].GroupCount).ToArray())];
        for (int s = 0; s < sample.Stages.Count; s++)
            factors = Next(sample.Stages[s], s, factors);
        ReplicateCentre own = centre ?? ReplicateCentre.Mean;
        return new MadeReplicates(
            ReplicateMethod.Bootstrap, null, sample, factors, 1.0 / (own == ReplicateCentre.Mean ? Replicates - 1 : Replicates), [.. Enumerable.Repeat(1.0, Replicates)], own, []);
    }

    private double[][] Next(Stage stage, int number, double[][] outer)
    {
        int[] groupOfUnit = stage.GroupOfUnit;
        double[][] factors = [.. outer.Select(own => Array.ConvertAll(groupOfUnit, group => own[group]))];
        ILookup<int, int> unitsOf = Enumerable.Range(0, groupOfUnit.Length).ToLookup(unit => groupOfUnit[unit]);
        Parallel.ForEach(unitsOf, group =>
        {
            int[] units = [.. group];
            if (units.Length == 1)
                return;
            double carried = stage.Carried[group.Key], shrink = Math.Sqrt((1 - stage.Fraction(group.Key)) * carried / (2 - carried)), one = units.Length / (units.Length - 1.0);
            int[] times = new int[units.Length];
            var random = new RandomStream(Seed, (ulong)ReplicateMethod.Bootstrap, (ulong)number, (ulong)group.Key);
            foreach (double[] factor in factors)
            {
                Resampled.Draw(random, units.Length - 1, times);
                for (int k = 0; k < units.Length; k++)
                    factor[units[k]] *= 1 + shrink * (one * times[k] - 1);
            }
        });
        return factors;
    }
}
