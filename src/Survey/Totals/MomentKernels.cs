using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey;

/// <summary>What rows add to moments, several rows at a time. Sums have four parts on whatever machine.</summary>
internal static class MomentKernels
{
    /// <summary>y of wy, and 0 where w is 0.</summary>
    public static void Values(ReadOnlySpan<double> weights, ReadOnlySpan<double> weighted, Span<double> values)
    {
        ReadOnlySpan<Vector<double>> w = MemoryMarshal.Cast<double, Vector<double>>(weights), wy = MemoryMarshal.Cast<double, Vector<double>>(weighted);
        Span<Vector<double>> y = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (int i = 0; i < y.Length; i++)
            y[i] = Vector.ConditionalSelect(Vector.Equals(w[i], Vector<double>.Zero), Vector<double>.Zero, wy[i] / w[i]);
        for (int i = y.Length * Vector<double>.Count; i < values.Length; i++)
            values[i] = Value(weights[i], weighted[i]);
    }

    /// <summary>Σw.</summary>
    public static double Sum(ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<Vector256<double>> w = Vectors(weights);
        Vector256<double> sums = Vector256<double>.Zero;
        foreach (Vector256<double> weight in w)
            sums += weight;
        double sum = Vector256.Sum(sums);
        foreach (double weight in weights[(w.Length * Vector256<double>.Count)..])
            sum += weight;
        return sum;
    }

    /// <summary>Σw².</summary>
    public static double Squares(ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<Vector256<double>> w = Vectors(weights);
        Vector256<double> sums = Vector256<double>.Zero;
        foreach (Vector256<double> weight in w)
            sums += weight * weight;
        double sum = Vector256.Sum(sums);
        foreach (double weight in weights[(w.Length * Vector256<double>.Count)..])
            sum += weight * weight;
        return sum;
    }

    /// <summary>Σw² and Σwaa of a = y - c, given wy.</summary>
    public static Vector128<double> Products(ReadOnlySpan<double> weights, ReadOnlySpan<double> weightedY, double c)
    {
        ReadOnlySpan<Vector256<double>> w = Vectors(weights), wy = Vectors(weightedY);
        Vector256<double> squares = Vector256<double>.Zero, products = squares, centre = Vector256.Create(c);
        for (int i = 0; i < w.Length; i++)
        {
            Vector256<double> a = Value(w[i], wy[i]) - centre;
            squares += w[i] * w[i];
            products += w[i] * a * a;
        }
        Vector128<double> sums = Vector128.Create(Vector256.Sum(squares), Vector256.Sum(products));
        for (int i = w.Length * Vector256<double>.Count; i < weights.Length; i++)
        {
            double a = Value(weights[i], weightedY[i]) - c;
            sums += Vector128.Create(weights[i] * weights[i], weights[i] * a * a);
        }
        return sums;
    }

    /// <summary>Σwab and Σwbb of a = y - c and b = x - d, given wy and wx.</summary>
    public static Vector128<double> Products(ReadOnlySpan<double> weights, ReadOnlySpan<double> weightedY, double c, ReadOnlySpan<double> weightedX, double d)
    {
        ReadOnlySpan<Vector256<double>> w = Vectors(weights), wy = Vectors(weightedY), wx = Vectors(weightedX);
        Vector256<double> mixed = Vector256<double>.Zero, squares = mixed, centreY = Vector256.Create(c), centreX = Vector256.Create(d);
        for (int i = 0; i < w.Length; i++)
        {
            Vector256<double> b = Value(w[i], wx[i]) - centreX, wb = w[i] * b;
            mixed += wb * (Value(w[i], wy[i]) - centreY);
            squares += wb * b;
        }
        Vector128<double> sums = Vector128.Create(Vector256.Sum(mixed), Vector256.Sum(squares));
        for (int i = w.Length * Vector256<double>.Count; i < weights.Length; i++)
        {
            double b = Value(weights[i], weightedX[i]) - d, wb = weights[i] * b;
            sums += Vector128.Create(wb * (Value(weights[i], weightedY[i]) - c), wb * b);
        }
        return sums;
    }

    private static ReadOnlySpan<Vector256<double>> Vectors(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);

    private static Vector256<double> Value(Vector256<double> weight, Vector256<double> weighted) =>
        Vector256.ConditionalSelect(Vector256.Equals(weight, Vector256<double>.Zero), Vector256<double>.Zero, weighted / weight);

    private static double Value(double weight, double weighted) => weight == 0 ? 0 : weighted / weight;
}
