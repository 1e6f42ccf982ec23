namespace Survey;

/// <summary>Δ_ij = -(a_i + a_j)/(2(n - 1)) and Δ_ii = a_i, with a = 1 - π.</summary>
/// <remarks>So (Qz)_i = n/(n - 1) · ½ [a_i (z_i - mean of z) + a_i z_i - mean of a z], without a matrix.</remarks>
internal sealed class OvertonForm(double[] probability) : QuadraticForm
{
    public override void Times(ReadOnlySpan<double> z, Span<double> product)
    {
        double n = z.Length;
        CompensatedSum sum = default, open = default;
        for (int i = 0; i < z.Length; i++)
        {
            sum.Add(z[i]);
            open.Add((1 - probability[i]) * z[i]);
        }
        double mean = sum.Value / n, openMean = open.Value / n;
        for (int i = 0; i < z.Length; i++)
        {
            double a = 1 - probability[i];
            product[i] = n / (n - 1) * (a * (z[i] - mean) + (a * z[i] - openMean)) / 2;
        }
    }
}
