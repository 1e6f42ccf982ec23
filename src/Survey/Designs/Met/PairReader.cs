using System.Runtime.InteropServices;

namespace Survey;

/// <summary>One thread's way from pairs of codes, a unit and a key within it, to the code of the pair.</summary>
/// <remarks>Pairs are hashed as pairs: the hash of both in one long is their exclusive or, in which 300 strata of 1,334 PSUs meet 200 at a time.</remarks>
internal sealed class PairReader(SharedCodes<(int Unit, int Key)> shared)
{
    // 4 MB of tables for the pairs of small codes; other pairs are hashed
    private const int MostInTables = 1 << 20;

    private readonly Dictionary<(int Unit, int Key), int> _codes = [];
    private readonly List<int[]> _tables = [];
    private int _inTables;

    /// <summary>Overwrites each unit by the code of its pair.</summary>
    /// <param name="units">From 0.</param>
    /// <param name="keys">Within the units, from 0.</param>
    /// <param name="firstRow">The number of the first row.</param>
    public void Pair(Span<int> units, ReadOnlySpan<int> keys, long firstRow)
    {
        (int lastUnit, int lastKey, int last) = (-1, 0, 0); // rows of a file often stand unit by unit
        for (int row = 0; row < units.Length; row++)
        {
            (int unit, int key) = (units[row], keys[row]);
            if (unit != lastUnit || key != lastKey)
            {
                int[] table = unit < _tables.Count ? _tables[unit] : [];
                last = (uint)key < (uint)table.Length && table[key] is > 0 and int next ? next - 1 : Of(unit, key, firstRow + row);
                (lastUnit, lastKey) = (unit, key);
            }
            units[row] = last;
        }
    }

    private int Of(int unit, int key, long row)
    {
        ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codes, (unit, key), out bool met);
        if (!met)
        {
            code = shared.Of((unit, key), row);
            Keep(unit, key, code);
        }
        return code;
    }

    private void Keep(int unit, int key, int code)
    {
        int had = unit < _tables.Count ? _tables[unit].Length : 0;
        int wanted = key < had ? had : (int)Math.Min(int.MaxValue, Math.Max(16, 2L * key + 2));
        int lacking = Math.Max(0, unit + 1 - _tables.Count);
        if ((long)_inTables + lacking + wanted - had > MostInTables)
            return;
        while (_tables.Count <= unit)
            _tables.Add([]);
        _inTables += lacking + wanted - had;
        int[] table = _tables[unit];
        Array.Resize(ref table, wanted);
        table[key] = code + 1; // 0 is a pair not met
        _tables[unit] = table;
    }
}
