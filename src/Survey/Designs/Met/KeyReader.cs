using System.Numerics;
using System.Runtime.InteropServices;

namespace Survey;

/// <summary>One thread's way from the values of a key column to codes.</summary>
/// <param name="shared">Codes of numbers and days; levels and flags have theirs already.</param>
/// <param name="mayBeMissing">Whether a missing number is a value like others.</param>
internal sealed class KeyReader(SharedCodes<double> shared, bool mayBeMissing)
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    // whole numbers below this are looked up in a table instead of a hash
    private const int MostInTable = 1 << 18;

    private readonly Dictionary<double, int> _codes = [];
    private int[] _table = [];

    /// <summary>The codes of a column.</summary>
    /// <param name="column">Of a chunk.</param>
    /// <param name="firstRow">The number of its first row.</param>
    /// <param name="buffer">Where codes are written that stand nowhere else.</param>
    public ReadOnlySpan<int> Of(Column column, long firstRow, Span<int> buffer)
    {
        switch (column)
        {
            case CategoryColumn category:
                return category.Codes;
            case FlagColumn flags:
                for (int row = 0; row < buffer.Length; row++)
                    buffer[row] = flags.Values[row] == FlagColumn.Missing ? Missing : flags.Values[row];
                return buffer;
            case DateColumn dates:
                for (int row = 0; row < buffer.Length; row++)
                    buffer[row] = dates.Days[row] == DateColumn.Missing ? Missing : Of(dates.Days[row], firstRow + row);
                return buffer;
            default:
                OfNumbers(((NumberColumn)column).Values, firstRow, buffer);
                return buffer;
        }
    }

    private void OfNumbers(ReadOnlySpan<double> values, long firstRow, Span<int> codes)
    {
        (double lastValue, int last) = (double.NaN, 0); // rows of a file often stand unit by unit
        for (int row = 0; row < codes.Length; row++)
        {
            double value = values[row];
            if (value != lastValue)
            {
                int whole = (int)value;
                last = whole == value && (uint)whole < (uint)_table.Length && _table[whole] is >= 0 and int code ? code : Of(value, firstRow + row);
                lastValue = value;
            }
            codes[row] = last;
        }
    }

    private int Of(double value, long row)
    {
        if (double.IsNaN(value) && !mayBeMissing)
            return Missing;
        ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codes, value, out bool met);
        if (!met)
            code = shared.Of(value, row);
        if (value >= 0 && value < MostInTable && value == Math.Floor(value))
            Keep((int)value, code);
        return code;
    }

    private void Keep(int value, int code)
    {
        int had = _table.Length;
        if (value >= had)
        {
            Array.Resize(ref _table, (int)BitOperations.RoundUpToPowerOf2((uint)value + 1));
            _table.AsSpan(had).Fill(Missing);
        }
        _table[value] = code;
    }
}
