using System.Globalization;
using System.Numerics;
using Survey.Files.Parquet.Encodings;
using Survey.Files.Parquet.Metadata;

namespace Survey.Files.Parquet.Values;

/// <summary>A value is none that there can be, wherever it stands.</summary>
internal sealed class ImpossibleValueException(string what) : Exception(what);

/// <summary>The values of a column as the texts that a CSV file would hold.</summary>
internal static class ValueTexts
{
    private const long NanosecondsOfDay = 86_400_000_000_000;
    private const int JulianEpoch = 2_440_588, LongestDecimal = 64;

    /// <summary>The number of 1970-01-01 among days.</summary>
    public static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static string Of(Leaf leaf, int value) =>
        leaf.Kind switch
        {
            ValueKind.Decimal => Decimal(value, leaf.Scale),
            ValueKind.Date => Day((long)Epoch + value),
            ValueKind.Time => Time(value * leaf.UnitNanoseconds),
            _ => leaf.IsUnsigned ? ((uint)value).ToString(CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture),
        };

    public static string Of(Leaf leaf, long value) =>
        leaf.Kind switch
        {
            ValueKind.Decimal => Decimal(value, leaf.Scale),
            ValueKind.Moment => Moment((Int128)value * leaf.UnitNanoseconds),
            ValueKind.Time => Time((Int128)value * leaf.UnitNanoseconds),
            _ => leaf.IsUnsigned ? ((ulong)value).ToString(CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture),
        };

    public static string Of(Int96 value) => Moment(NanosecondsOf(value));

    public static string Of(double value) => Invariant.Text(value);

    /// <summary>A value of bytes that is no text.</summary>
    public static string Of(Leaf leaf, ReadOnlySpan<byte> value) =>
        leaf.Kind switch
        {
            ValueKind.Decimal => Decimal(Unscaled(value), leaf.Scale),
            ValueKind.Uuid => new Guid(value, bigEndian: true).ToString(),
            _ => BitConverter.ToHalf(value) is var half && Half.IsNaN(half) ? "" : Invariant.Text((double)half),
        };

    /// <summary>The whole number of a decimal, the highest byte first.</summary>
    public static BigInteger Unscaled(ReadOnlySpan<byte> value) =>
        value.Length <= LongestDecimal ? new BigInteger(value, isBigEndian: true) : throw new InvalidDataException($"a decimal has {Invariant.Count(value.Length)} bytes");

    /// <summary>Nanoseconds since 1970.</summary>
    public static Int128 NanosecondsOf(Int96 value) => ((Int128)value.JulianDay - JulianEpoch) * NanosecondsOfDay + value.Nanoseconds;

    /// <summary>The day of a moment, if it has no time.</summary>
    public static bool TryDay(Int128 nanoseconds, out int day)
    {
        Int128 days = nanoseconds / NanosecondsOfDay + Epoch;
        day = IsDay(days) ? (int)days : 0;
        return nanoseconds % NanosecondsOfDay == 0 && IsDay(days);
    }

    /// <summary>Whether a number is that of a day of the years 1 to 9999.</summary>
    public static bool IsDay(Int128 day) => day >= 0 && day <= DateOnly.MaxValue.DayNumber;

    private static string Day(Int128 day) => IsDay(day) ? DateColumn.TextOf((int)day) : throw new ImpossibleValueException("a date lies outside the years 1 to 9999");

    private static string Moment(Int128 nanoseconds)
    {
        (Int128 day, Int128 time) = Int128.DivRem(nanoseconds, NanosecondsOfDay);
        if (time < 0)
            (day, time) = (day - 1, time + NanosecondsOfDay);
        return $"{Day(day + Epoch)} {Time(time)}";
    }

    private static string Time(Int128 nanoseconds)
    {
        if (nanoseconds < 0 || nanoseconds > NanosecondsOfDay)
            throw new ImpossibleValueException("a time lies outside its day");
        long seconds = (long)(nanoseconds / 1_000_000_000), rest = (long)(nanoseconds % 1_000_000_000);
        string time = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return rest == 0 ? time : time + "." + rest.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private static string Decimal(BigInteger unscaled, int scale)
    {
        string digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        string text = scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
        return unscaled.Sign < 0 ? "-" + text : text;
    }
}
