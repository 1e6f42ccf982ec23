namespace Survey;

/// <summary>Balanced half samples, by Fay's method where ρ is above 0.</summary>
internal sealed record HalfSamples(double Rho) : ReplicateScheme
{
    internal override MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre)
    {
        ReplicateMethod method = Rho > 0 ? ReplicateMethod.Fay : ReplicateMethod.Brr;
        groups.RequirePairs("Balanced repeated replication");
        // a row of ones first: no stratum has it, as it would not balance
        sbyte[][] signs = Hadamard.OfOrderAtLeast(groups.Moving.Length + 1);
        double[][] factors = groups.Ones(signs.Length);
        for (int r = 0; r < signs.Length; r++)
            foreach ((int k, int h) in groups.Moving.Index())
            {
                bool first = signs[k + 1][r] > 0;
                factors[r][groups.PsusOf[h][first ? 0 : 1]] = groups.Shrunk(h, 2 - Rho);
                factors[r][groups.PsusOf[h][first ? 1 : 0]] = groups.Shrunk(h, Rho);
            }
        double scale = ReplicateScales.ScaleOf(method, signs.Length, Rho, ReplicateCentre.FullEstimate);
        return new MadeReplicates(method, Rho > 0 ? Rho : null, groups.Sample, groups.OfUnits(factors), scale, [.. Enumerable.Repeat(1.0, signs.Length)], centre ?? ReplicateScales.CentreOf(method), []);
    }
}
