using System.Numerics;

namespace Survey.Tests;

/// <summary>The sum of doubles without any rounding, then rounded once: every finite double is a whole multiple of 2^−1074.</summary>
internal static class ExactSum
{
    private const int Scale = 1_074;

    public static double Of(IEnumerable<double> terms) => Round(terms.Aggregate(BigInteger.Zero, (sum, term) => sum + Whole(term)));

    private static BigInteger Whole(double term)
    {
        long bits = BitConverter.DoubleToInt64Bits(term);
        int exponent = (int)(bits >> 52 & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger size = exponent == 0 ? fraction : new BigInteger(fraction | 1L << 52) << exponent - 1;
        return term < 0 ? -size : size;
    }

    /// <summary>To nearest, ties to even.</summary>
    private static double Round(BigInteger sum)
    {
        BigInteger size = BigInteger.Abs(sum);
        int drop = Math.Max((int)size.GetBitLength() - 53, 0);
        BigInteger kept = size >> drop;
        int remainder = ((size - (kept << drop)) * 2).CompareTo(BigInteger.One << drop);
        if (drop > 0 && (remainder > 0 || remainder == 0 && !kept.IsEven))
            kept++;
        return sum.Sign * Math.ScaleB((double)kept, drop - Scale);
    }
}
