namespace Survey;

/// <summary>A symmetric positive definite matrix as the product LL', L lower triangular.</summary>
internal sealed class Cholesky
{
    // of a diagonal element, what the rows before must leave over
    private const double Tolerance = 1e-12;

    private readonly double[][] _factor;

    private Cholesky(double[][] factor) => _factor = factor;

    /// <summary>The factor of a matrix of which the lower triangle is read; null where it is singular, that is where the rows before leave no more than 1e-12 of an element of the diagonal.</summary>
    public static Cholesky? Of(double[,] matrix)
    {
        double[][] factor = new double[matrix.GetLength(0)][];
        for (int k = 0; k < factor.Length; k++)
        {
            double[] row = factor[k] = new double[k + 1];
            for (int j = 0; j < k; j++)
                row[j] = (matrix[k, j] - CompensatedSum.OfProducts(row.AsSpan(0, j), factor[j].AsSpan(0, j))) / factor[j][j];
            double left = matrix[k, k] - CompensatedSum.OfProducts(row.AsSpan(0, k), row.AsSpan(0, k));
            if (!(left > Tolerance * matrix[k, k]))
                return null;
            row[k] = Math.Sqrt(left);
        }
        return new Cholesky(factor);
    }

    /// <summary>L⁻¹b, whose squared length is b'(LL')⁻¹b.</summary>
    public double[] Halved(ReadOnlySpan<double> b)
    {
        double[] solution = new double[_factor.Length];
        for (int k = 0; k < solution.Length; k++)
            solution[k] = (b[k] - CompensatedSum.OfProducts(_factor[k].AsSpan(0, k), solution.AsSpan(0, k))) / _factor[k][k];
        return solution;
    }

    /// <summary>L⁻¹BL⁻ᵀ of a symmetric B: it has the eigenvalues of (LL')⁻¹B.</summary>
    public double[][] Halved(double[,] b)
    {
        int size = _factor.Length;
        double[][] columns = [.. Enumerable.Range(0, size).Select(k => Halved([.. Enumerable.Range(0, size).Select(j => b[j, k])]))];
        return [.. Enumerable.Range(0, size).Select(k => Halved([.. columns.Select(column => column[k])]))];
    }
}
