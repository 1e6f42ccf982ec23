namespace Survey;

/// <summary>A number kept as an unevaluated sum of two doubles, the second being what the first rounds off: about 31 digits.</summary>
/// <remarks>
/// Dekker (1971), "A floating-point technique for extending the available precision", with the product's remainder from a fused multiply-add.
/// Meant for a handful of operations where one rounding would be multiplied by a large parameter; overflow gives NaN.
/// </remarks>
internal readonly record struct Twofold(double High, double Low)
{
    public static implicit operator Twofold(double x) => new(x, 0);

    public static Twofold operator +(Twofold x, Twofold y)
    {
        Twofold sum = Sum(x.High, y.High), rest = Sum(x.Low, y.Low);
        sum = Normalised(sum.High, sum.Low + rest.High);
        return Normalised(sum.High, sum.Low + rest.Low);
    }

    public static Twofold operator -(Twofold x, Twofold y) => x + new Twofold(-y.High, -y.Low);

    public static Twofold operator *(Twofold x, Twofold y)
    {
        double high = x.High * y.High;
        return Normalised(high, Math.FusedMultiplyAdd(x.High, y.High, -high) + (x.High * y.Low + x.Low * y.High));
    }

    public static Twofold operator /(Twofold x, Twofold y)
    {
        double high = x.High / y.High;
        Twofold rest = x - high * y;
        return Normalised(high, rest.High / y.High);
    }

    /// <summary>The sum and what it rounds off, whichever of the two is larger.</summary>
    private static Twofold Sum(double x, double y)
    {
        double sum = x + y;
        double part = sum - x;
        return new(sum, x - (sum - part) + (y - part));
    }

    /// <summary>The same number with the second part below half a unit of the first.</summary>
    private static Twofold Normalised(double high, double low)
    {
        double sum = high + low;
        return new(sum, low - (sum - high));
    }
}
