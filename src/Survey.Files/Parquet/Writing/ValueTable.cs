using System.Numerics;

namespace Survey.Files.Parquet.Writing;

/// <summary>The different values of a column of numbers or days, by their bits, in the order in which they are met.</summary>
internal sealed class ValueTable
{
    private const int FewestSlots = 1 << 10;

    private ulong[] _values = new ulong[FewestSlots / 2];
    private int[] _slots = new int[FewestSlots]; // the number of a value plus 1; 0 is free
    private int _shift = ShiftOf(FewestSlots), _mask = FewestSlots - 1;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The values, by their numbers.</summary>
    public ReadOnlySpan<ulong> Values => _values.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        _mask = FewestSlots - 1;
        _shift = ShiftOf(FewestSlots);
        _slots.AsSpan(0, FewestSlots).Clear();
    }

    /// <summary>Forgets the values met last. No more can be found until all are forgotten.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Numbers values, those that are new after those known.</summary>
    public void Number(ReadOnlySpan<ulong> values, Span<int> numbers)
    {
        ulong last = 0;
        int number = -1;
        for (int k = 0; k < values.Length; k++)
        {
            ulong value = values[k];
            if (value != last || number < 0) // files are often sorted by some of their columns
                (last, number) = (value, NumberOf(value));
            numbers[k] = number;
        }
    }

    private int NumberOf(ulong value)
    {
        for (int at = Place(value); ; at = (at + 1) & _mask)
        {
            int number = _slots[at] - 1;
            if (number < 0)
                return Add(value, at);
            if (_values[number] == value)
                return number;
        }
    }

    private int Add(ulong value, int at)
    {
        if (2 * (Count + 1) > _mask)
        {
            Grow();
            for (at = Place(value); _slots[at] != 0;)
                at = (at + 1) & _mask;
        }
        _values[Count] = value;
        _slots[at] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        int slots = 2 * (_mask + 1);
        if (_slots.Length < slots)
            _slots = new int[slots];
        if (_values.Length < slots / 2)
            Array.Resize(ref _values, slots / 2);
        _slots.AsSpan(0, slots).Clear();
        (_mask, _shift) = (slots - 1, ShiftOf(slots));
        for (int number = 0; number < Count; number++)
        {
            int at = Place(_values[number]);
            while (_slots[at] != 0)
                at = (at + 1) & _mask;
            _slots[at] = number + 1;
        }
    }

    // whole numbers have their digits in the upper half of a double
    private int Place(ulong value) => (int)(((value ^ (value >> 32)) * 0x9E37_79B9_7F4A_7C15) >> _shift);

    private static int ShiftOf(int slots) => 64 - BitOperations.Log2((uint)slots);
}
