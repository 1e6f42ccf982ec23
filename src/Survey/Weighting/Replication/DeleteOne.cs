namespace Survey;

/// <summary>The jackknife that leaves one PSU out in turn.</summary>
internal sealed record DeleteOne(ReplicateMethod Method) : ReplicateScheme
{
    internal override MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre)
    {
        if (Method == ReplicateMethod.JK1 && groups.PsusOf.Length > 1)
            throw new SurveyDataException($"The jackknife JK1 is of a sample of one stratum, and there are {groups.PsusOf.Length}; take that of strata (JKn).");
        if (groups.Moving.Length == 0)
            throw PsuGroups.NothingMoves();
        (int Stratum, int Psu)[] left = [.. from h in groups.Moving from psu in groups.PsusOf[h] select (h, psu)];
        double[][] factors = groups.Ones(left.Length);
        double[] scales = new double[left.Length];
        for (int r = 0; r < left.Length; r++)
        {
            (int h, int absent) = left[r];
            double n = groups.PsusOf[h].Length;
            foreach (int psu in groups.PsusOf[h])
                factors[r][psu] = psu == absent ? 0 : n / (n - 1);
            scales[r] = (1 - groups.Fraction(h)) * (n - 1) / n;
        }
        ReplicateCentre own = centre ?? ReplicateScales.CentreOf(Method);
        return Method == ReplicateMethod.JK1
            ? new MadeReplicates(Method, null, groups.Sample, groups.OfUnits(factors), scales[0], [.. Enumerable.Repeat(1.0, left.Length)], own, [])
            : new MadeReplicates(Method, null, groups.Sample, groups.OfUnits(factors), 1, scales, own, []);
    }
}

/// <summary>The jackknife that leaves one PSU of each pair out.</summary>
internal sealed record DeleteOneOfPairs : ReplicateScheme
{
    internal override MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre)
    {
        groups.RequirePairs("The jackknife JK2");
        double[][] factors = groups.Ones(groups.Moving.Length);
        foreach ((int r, int h) in groups.Moving.Index())
        {
            factors[r][groups.PsusOf[h][0]] = groups.Shrunk(h, 2);
            factors[r][groups.PsusOf[h][1]] = groups.Shrunk(h, 0);
        }
        return new MadeReplicates(ReplicateMethod.JK2, null, groups.Sample, groups.OfUnits(factors), 1, [.. Enumerable.Repeat(1.0, factors.Length)], centre ?? ReplicateScales.CentreOf(ReplicateMethod.JK2), []);
    }
}
