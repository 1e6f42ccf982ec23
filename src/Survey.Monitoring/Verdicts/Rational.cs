using System.Numerics;

namespace Survey.Monitoring;

/// <summary>An exact fraction: (22 - 19.8)/22 is at least 0.10 here, and is not in binary arithmetic.</summary>
internal readonly struct Rational : IComparable<Rational>
{
    private readonly BigInteger _numerator, _denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (_numerator, _denominator) = (numerator / common, denominator / common);
    }

    public int Sign => _numerator.Sign;

    public static Rational Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new Rational(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Rational Of(decimal numerator, decimal denominator) => Of(numerator) / Of(denominator);

    /// <summary>The decimal of 15 digits that is nearest: an estimate of 0.19800000000000001 is the 19.8 % that everybody reads.</summary>
    public static Rational Of(double value)
    {
        string[] parts = value.ToString("E14", System.Globalization.CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        var digits = Of(decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        return digits * (exponent < 0 ? new Rational(BigInteger.One, power) : new Rational(power, BigInteger.One));
    }

    /// <summary>Rounded half away from zero to so many decimals.</summary>
    public Rational Round(int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        BigInteger scaled = 2 * BigInteger.Abs(_numerator) * power + _denominator;
        return new Rational(Sign * (scaled / (2 * _denominator)), power);
    }

    public double ToDouble() => double.Parse(ToDecimalText(), System.Globalization.CultureInfo.InvariantCulture);

    public int CompareTo(Rational other) => (this - other).Sign;

    public static Rational operator +(Rational a, Rational b) => new(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator);

    public static Rational operator -(Rational a, Rational b) => a + (-b);

    public static Rational operator -(Rational a) => new(-a._numerator, a._denominator);

    public static Rational operator *(Rational a, Rational b) => new(a._numerator * b._numerator, a._denominator * b._denominator);

    public static Rational operator /(Rational a, Rational b) => new(a._numerator * b._denominator, a._denominator * b._numerator);

    // 30 digits that count, which a double is rounded from once
    private string ToDecimalText()
    {
        if (Sign == 0)
            return "0";
        int shift = 30 - (int)(BigInteger.Log10(BigInteger.Abs(_numerator)) - BigInteger.Log10(_denominator));
        BigInteger scaled = shift >= 0 ? _numerator * BigInteger.Pow(10, shift) / _denominator : _numerator / (_denominator * BigInteger.Pow(10, -shift));
        return $"{scaled}E{-shift}";
    }
}
