namespace Survey;

/// <summary>The rank of supplied replicate weights, of which degrees of freedom are 1 less.</summary>
internal static class ReplicateRank
{
    /// <summary>A weight that others make up but for this part of its length adds no degree of freedom. R: <c>degf</c>.</summary>
    public const double Tolerance = 1e-5;

    /// <summary>Of all rows.</summary>
    public static int Of(ReplicateDesign design)
    {
        var weights = (WeightsInColumns)design.Replicates;
        string[] read = weights.AreCombined ? [.. weights.Names] : [.. weights.Names, design.Weights!];
        var products = new GramMatrix(weights.Count);
        if (design.Rows is IKeySource source)
        {
            if (source.ProductsOf(weights.Names, weights.AreCombined ? null : design.Weights) is not { } summed)
                return weights.Count;
            products.AddTriangle(summed);
            return products.Rank(Tolerance);
        }
        double[] row = new double[weights.Count];
        int rank = 0;
        foreach (Chunk chunk in design.Rows.Read(read))
        {
            NumberColumn[] columns = [.. chunk.Columns.Cast<NumberColumn>()];
            for (int k = 0; k < chunk.RowCount; k++)
            {
                double full = weights.AreCombined ? 1 : columns[^1].Values[k];
                for (int r = 0; r < row.Length; r++)
                    row[r] = full * columns[r].Values[k];
                products.Add(row);
            }
            // more rows cannot raise a rank that is full
            if ((rank = products.Rank(Tolerance)) == weights.Count)
                break;
        }
        return rank;
    }
}
