namespace Survey;

/// <summary>The weight of every row in each replicate.</summary>
internal static class ReplicateRows
{
    // 8 GiB
    private const long MostNumbers = 1L << 30;

    /// <param name="design">With the replicates.</param>
    /// <param name="table">Its rows.</param>
    /// <param name="weights">The full sample's.</param>
    public static double[][] Of(ReplicateDesign design, Table table, double[] weights)
    {
        if ((long)design.ReplicateCount * weights.Length > MostNumbers)
            throw new SurveyDataException($"{Invariant.Count(design.ReplicateCount)} replicate weights of {Invariant.Count(weights.Length)} rows take {Invariant.Count((long)design.ReplicateCount * weights.Length * sizeof(double) >> 30)} GiB, and a step of weighting keeps them all; make fewer replicates.");
        return design.Replicates switch
        {
            UnitFactors factors => [.. factors.OfReplicate.Select(own => Products(weights, row => own[design.Sample.UnitOfRow[row]]))],
            WeightsInColumns columns => [.. columns.Names.Select(name => OfColumn(((NumberColumn)table[name]).Values.ToArray(), columns.AreCombined))],
            _ => throw new ArgumentOutOfRangeException(nameof(design)),
        };

        double[] OfColumn(double[] own, bool isCombined) => isCombined ? own : Products(weights, row => own[row]);
    }

    private static double[] Products(double[] weights, Func<int, double> factor)
    {
        double[] products = new double[weights.Length];
        for (int row = 0; row < products.Length; row++)
            products[row] = weights[row] * factor(row);
        return products;
    }
}
