namespace Survey;

/// <summary>Covariances of sums of contributions.</summary>
internal static class ContributionProducts
{
    /// <summary>The matrix of sums of products.</summary>
    public static double[,] Of(double[][] contributions)
    {
        double[,] products = new double[contributions.Length, contributions.Length];
        for (int k = 0; k < contributions.Length; k++)
            for (int l = k; l < contributions.Length; l++)
                products[k, l] = products[l, k] = CompensatedSum.OfProducts(contributions[k], contributions[l]);
        return products;
    }
}
