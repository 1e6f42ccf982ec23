namespace Survey;

/// <summary>Successive differences around a circle of the PSUs of each stratum.</summary>
internal sealed record CircleDifferences(int? Replicates) : ReplicateScheme
{
    internal override bool IsOfNeighbours => true;

    internal override MadeReplicates Make(PsuGroups groups, ReplicateCentre? centre)
    {
        if (groups.Moving.Length == 0)
            throw PsuGroups.NothingMoves();
        int psus = groups.Moving.Sum(h => groups.PsusOf[h].Length);
        sbyte[][] signs = Hadamard.OfOrderAtLeast(Replicates ?? psus + 1);
        double[][] factors = groups.Ones(signs.Length);
        int rows = signs.Length - 1, next = 0; // the row of ones is left out
        foreach (int h in groups.Moving)
        {
            int[] circle = InOrder(groups, h);
            int[] rowOf = [.. circle.Select((_, k) => 1 + (next + k) % rows)];
            next += circle.Length;
            for (int k = 0; k < circle.Length; k++)
                for (int r = 0; r < signs.Length; r++)
                    factors[r][circle[k]] = groups.Shrunk(h, 1 + (signs[rowOf[k]][r] - signs[rowOf[(k + 1) % circle.Length]][r]) / Math.Pow(2, 1.5));
        }
        string[] notes = signs.Length > psus ? [] : [$"{signs.Length} replicates are fewer than the {Invariant.Count(psus)} PSUs, so rows of signs are used again and the variance of successive differences is come near to, not met"];
        return new MadeReplicates(
            ReplicateMethod.SuccessiveDifferences, null, groups.Sample, groups.OfUnits(factors), 4.0 / signs.Length, [.. Enumerable.Repeat(1.0, signs.Length)],
            centre ?? ReplicateScales.CentreOf(ReplicateMethod.SuccessiveDifferences), notes);
    }

    /// <summary>The PSUs of a stratum as they stand on their list.</summary>
    private static int[] InOrder(PsuGroups groups, int stratum)
    {
        int[] before = groups.Sample.Stages[0].Before!;
        Dictionary<int, int> after = groups.PsusOf[stratum].ToDictionary(psu => before[psu]);
        int[] order = new int[after.Count];
        for (int k = 0, last = -1; k < order.Length; k++)
            last = order[k] = after[last];
        return order;
    }
}
