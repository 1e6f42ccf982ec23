using System.Numerics;
using Survey.Files.Parquet.Encodings;
using Survey.Files.Parquet.Metadata;

namespace Survey.Files.Parquet.Values;

/// <summary>Makes a value of what a file keeps, unless it is not of the type.</summary>
internal interface IConverter<TFrom, TTo>
{
    /// <summary>The value; false where there is none.</summary>
    bool TryConvert(TFrom from, out TTo to);

    /// <summary>What was kept, as a text.</summary>
    string TextOf(TFrom from);
}

internal readonly struct SignedToNumber(Leaf leaf) : IConverter<int, double>
{
    public bool TryConvert(int from, out double to)
    {
        to = from;
        return true;
    }

    public string TextOf(int from) => ValueTexts.Of(leaf, from);
}

internal readonly struct UnsignedToNumber(Leaf leaf) : IConverter<int, double>
{
    public bool TryConvert(int from, out double to)
    {
        to = (uint)from;
        return true;
    }

    public string TextOf(int from) => ValueTexts.Of(leaf, from);
}

internal readonly struct LongToNumber(Leaf leaf) : IConverter<long, double>
{
    /// <summary>A double holds every whole number up to this one.</summary>
    public const long Largest = 1L << 53;

    public bool TryConvert(long from, out double to)
    {
        to = from;
        return (ulong)(from + Largest) <= 2 * Largest;
    }

    public string TextOf(long from) => ValueTexts.Of(leaf, from);
}

internal readonly struct UnsignedLongToNumber(Leaf leaf) : IConverter<long, double>
{
    public bool TryConvert(long from, out double to)
    {
        to = (ulong)from;
        return (ulong)from <= LongToNumber.Largest;
    }

    public string TextOf(long from) => ValueTexts.Of(leaf, from);
}

internal readonly struct FloatToNumber : IConverter<float, double>
{
    public bool TryConvert(float from, out double to)
    {
        to = from;
        return !float.IsInfinity(from);
    }

    public string TextOf(float from) => ValueTexts.Of(from);
}

internal readonly struct DoubleToNumber : IConverter<double, double>
{
    public bool TryConvert(double from, out double to)
    {
        to = from;
        return !double.IsInfinity(from);
    }

    public string TextOf(double from) => ValueTexts.Of(from);
}

/// <summary>Decimals in whole numbers: the quotient of two numbers that doubles hold is the nearest double.</summary>
internal readonly struct DecimalToNumber(Leaf leaf, DecimalNumbers numbers) : IConverter<long, double>, IConverter<int, double>
{
    public bool TryConvert(long from, out double to)
    {
        to = numbers.Of(from);
        return true;
    }

    public bool TryConvert(int from, out double to) => TryConvert((long)from, out to);

    public string TextOf(long from) => ValueTexts.Of(leaf, from);

    public string TextOf(int from) => ValueTexts.Of(leaf, from);
}

internal readonly struct FlagToFlag : IConverter<byte, byte>
{
    public bool TryConvert(byte from, out byte to)
    {
        to = from;
        return true;
    }

    public string TextOf(byte from) => from != 0 ? "true" : "false";
}

internal readonly struct DayToDate(Leaf leaf) : IConverter<int, int>
{
    public bool TryConvert(int from, out int to)
    {
        to = unchecked(from + ValueTexts.Epoch);
        return ValueTexts.IsDay((long)from + ValueTexts.Epoch);
    }

    public string TextOf(int from) => ValueTexts.Of(leaf, from);
}

internal readonly struct MomentToDate(Leaf leaf) : IConverter<long, int>, IConverter<Int96, int>
{
    public bool TryConvert(long from, out int to) => ValueTexts.TryDay((Int128)from * leaf.UnitNanoseconds, out to);

    public bool TryConvert(Int96 from, out int to) => ValueTexts.TryDay(ValueTexts.NanosecondsOf(from), out to);

    public string TextOf(long from) => ValueTexts.Of(leaf, from);

    public string TextOf(Int96 from) => ValueTexts.Of(from);
}

/// <summary>The nearest doubles of decimals.</summary>
/// <param name="scale">Digits behind the point.</param>
internal sealed class DecimalNumbers(int scale)
{
    private const int ExactPowers = 22; // a double holds ten to this power

    private readonly double _power = scale <= ExactPowers ? Math.Pow(10, scale) : double.NaN;

    /// <summary>Whether a number had more digits than a double holds.</summary>
    public bool AnyIsInexact { get; private set; }

    public double Of(long unscaled) =>
        scale <= ExactPowers && unscaled is >= -LongToNumber.Largest and <= LongToNumber.Largest ? unscaled / _power : Of((BigInteger)unscaled);

    public double Of(ReadOnlySpan<byte> unscaled)
    {
        while (unscaled.Length > 8 && unscaled[0] == (unscaled[1] < 128 ? 0 : 255))
            unscaled = unscaled[1..]; // the sign goes on
        if (unscaled.Length is > 8 or 0)
            return Of(ValueTexts.Unscaled(unscaled));
        long value = (sbyte)unscaled[0];
        foreach (byte next in unscaled[1..])
            value = (value << 8) | next;
        return Of(value);
    }

    private double Of(BigInteger unscaled)
    {
        AnyIsInexact |= BigInteger.Abs(unscaled) > LongToNumber.Largest;
        return double.Parse($"{unscaled}E-{scale}", System.Globalization.CultureInfo.InvariantCulture);
    }
}
