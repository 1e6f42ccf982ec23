namespace Survey;

/// <summary>Q = Δ, row by row.</summary>
internal sealed class HorvitzThompsonForm(double[] dependence) : QuadraticForm
{
    public override void Times(ReadOnlySpan<double> z, Span<double> product)
    {
        for (int i = 0; i < z.Length; i++)
        {
            ReadOnlySpan<double> row = dependence.AsSpan(i * z.Length, z.Length);
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
                sum += row[j] * z[j];
            product[i] = sum;
        }
    }
}
