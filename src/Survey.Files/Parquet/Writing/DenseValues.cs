using System.Runtime.InteropServices;

namespace Survey.Files.Parquet.Writing;

/// <summary>The values that rows have, without gaps, and beside them which rows have one: a 1 for each that has, a 0 for each that has none.</summary>
internal static class DenseValues
{
    private const int UnixEpoch = 719_162; // 1970-01-01, in days since 0001-01-01

    /// <summary>Of numbers their bits.</summary>
    /// <returns>How many rows have a value.</returns>
    public static int Of(ReadOnlySpan<double> numbers, Span<ulong> dense, Span<byte> present)
    {
        ReadOnlySpan<ulong> bits = MemoryMarshal.Cast<double, ulong>(numbers);
        int count = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            bool has = !double.IsNaN(numbers[row]);
            dense[count] = bits[row];
            present[row] = has ? (byte)1 : (byte)0;
            count += has ? 1 : 0;
        }
        return count;
    }

    /// <summary>Of dates their days since 1970-01-01.</summary>
    public static int OfDays(ReadOnlySpan<int> days, Span<ulong> dense, Span<byte> present)
    {
        int count = 0;
        for (int row = 0; row < days.Length; row++)
        {
            bool has = days[row] != DateColumn.Missing;
            dense[count] = (uint)(days[row] - UnixEpoch);
            present[row] = has ? (byte)1 : (byte)0;
            count += has ? 1 : 0;
        }
        return count;
    }

    /// <summary>Of a category its codes.</summary>
    public static int OfCodes(ReadOnlySpan<int> codes, Span<int> dense, Span<byte> present)
    {
        int count = 0;
        for (int row = 0; row < codes.Length; row++)
        {
            bool has = codes[row] != CategoryColumn.Missing;
            dense[count] = codes[row];
            present[row] = has ? (byte)1 : (byte)0;
            count += has ? 1 : 0;
        }
        return count;
    }

    /// <summary>Of flags ones and zeros.</summary>
    public static int OfFlags(ReadOnlySpan<byte> flags, Span<byte> dense, Span<byte> present)
    {
        int count = 0;
        for (int row = 0; row < flags.Length; row++)
        {
            bool has = flags[row] != FlagColumn.Missing;
            dense[count] = flags[row];
            present[row] = has ? (byte)1 : (byte)0;
            count += has ? 1 : 0;
        }
        return count;
    }
}
