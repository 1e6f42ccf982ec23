namespace Survey;

/// <summary>Δ_ij = (π_i + π_j - 1 - s)/(n - 1) and Δ_ii = 1 - π_i, s being Σ_U π²/n.</summary>
/// <remarks>
/// So (Qz)_i = (1 - π_i) z_i + [(π_i - 1 - s)(Σz - z_i) + Σπz - π_i z_i]/(n - 1), without a matrix.
/// </remarks>
internal sealed class HartleyRaoForm(double[] probability, double s) : QuadraticForm
{
    public override void Times(ReadOnlySpan<double> z, Span<double> product)
    {
        CompensatedSum sum = default, expected = default;
        for (int i = 0; i < z.Length; i++)
        {
            sum.Add(z[i]);
            expected.Add(probability[i] * z[i]);
        }
        for (int i = 0; i < z.Length; i++)
        {
            double p = probability[i];
            product[i] = (1 - p) * z[i] + ((p - 1 - s) * (sum.Value - z[i]) + (expected.Value - p * z[i])) / (z.Length - 1);
        }
    }
}
