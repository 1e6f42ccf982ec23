namespace Survey;

/// <summary>(Qz)_i = -Σ_j Δ_ij (z_i - z_j): differences first, so that what is proportional to the probabilities has no error at all.</summary>
internal sealed class YatesGrundyForm(double[] dependence) : QuadraticForm
{
    public override void Times(ReadOnlySpan<double> z, Span<double> product)
    {
        for (int i = 0; i < z.Length; i++)
        {
            ReadOnlySpan<double> row = dependence.AsSpan(i * z.Length, z.Length);
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
                sum += row[j] * (z[j] - z[i]);
            product[i] = sum;
        }
    }

    /// <summary>Nothing cancels but what the differences themselves have.</summary>
    public override double Error(ReadOnlySpan<double> z) => 0;
}
