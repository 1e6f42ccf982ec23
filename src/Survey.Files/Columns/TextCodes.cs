using System.Numerics;
using System.Runtime.InteropServices;

namespace Survey.Files.Columns;

/// <summary>Codes the different texts of a column, by their bytes, as they are met by several threads. A text that is known is found without a lock.</summary>
internal sealed class TextCodes
{
    private const int FirstBlock = 64, FirstSegment = 1 << 10, LongestSegment = 1 << 20;

    // a hostile file shall not know which texts meet
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    private readonly Lock _adding = new();
    private readonly Entry[]?[] _entries = new Entry[26][]; // block b holds 64 · 2^b of them
    private long[] _slots = new long[2 * FirstBlock]; // the upper half of the hash and the number of the entry plus 1; 0 is free
    private byte[][] _segments = [];
    private int _segmentEnd, _count;

    /// <summary>How many texts there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>What is kept of a text.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Form">Of the text.</param>
    public readonly record struct Coded(int Code, TextForm Form);

    /// <summary>Finds a text.</summary>
    public bool TryFind(ReadOnlySpan<byte> text, out Coded found)
    {
        ulong hash = Hash(text, out ulong key);
        return TryFind(text, hash, key, out found);
    }

    /// <summary>Keeps a text, unless another thread has.</summary>
    /// <param name="text">Which.</param>
    /// <param name="make">Asked for its code where it is new, under the lock.</param>
    public Coded FindOrAdd(ReadOnlySpan<byte> text, Func<Coded> make)
    {
        ulong hash = Hash(text, out ulong key);
        lock (_adding)
        {
            if (TryFind(text, hash, key, out Coded found))
                return found;
            Coded made = make();
            Add(text, hash, key, made);
            return made;
        }
    }

    /// <summary>The bytes of a text, by its number in the order of adding.</summary>
    public ReadOnlySpan<byte> BytesOf(int number)
    {
        lock (_adding)
        {
            ref Entry entry = ref EntryOf(number);
            return _segments[entry.Segment].AsSpan(entry.Start, entry.Length);
        }
    }

    private bool TryFind(ReadOnlySpan<byte> text, ulong hash, ulong key, out Coded found)
    {
        long[] slots = Volatile.Read(ref _slots);
        int mask = slots.Length - 1;
        for (int at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            long slot = Volatile.Read(ref slots[at]);
            if (slot == 0)
            {
                found = default;
                return false;
            }
            if ((uint)(slot >> 32) != (uint)(hash >> 32))
                continue;
            ref Entry entry = ref EntryOf((int)slot - 1);
            if (entry.Key == key && entry.Length == text.Length && (text.Length <= 8 || text.SequenceEqual(Volatile.Read(ref _segments)[entry.Segment].AsSpan(entry.Start, entry.Length))))
            {
                found = new Coded(entry.Code, entry.Form);
                return true;
            }
        }
    }

    private void Add(ReadOnlySpan<byte> text, ulong hash, ulong key, Coded coded)
    {
        int number = _count;
        int block = BlockOf(number);
        _entries[block] ??= new Entry[FirstBlock << block];
        EntryOf(number) = Stored(text) with { Key = key, Code = coded.Code, Form = coded.Form };
        if (2 * (number + 1) > _slots.Length)
            Grow();
        Put(_slots, hash, number);
        Volatile.Write(ref _count, number + 1);
    }

    private static void Put(long[] slots, ulong hash, int number)
    {
        int mask = slots.Length - 1, at = (int)hash & mask;
        while (slots[at] != 0)
            at = (at + 1) & mask;
        Volatile.Write(ref slots[at], (long)(hash & 0xFFFF_FFFF_0000_0000) | (uint)(number + 1));
    }

    private void Grow()
    {
        long[] larger = new long[_slots.Length * 2];
        for (int number = 0; number < _count; number++)
        {
            ref Entry entry = ref EntryOf(number);
            Put(larger, Hash(_segments[entry.Segment].AsSpan(entry.Start, entry.Length), out _), number);
        }
        Volatile.Write(ref _slots, larger);
    }

    private Entry Stored(ReadOnlySpan<byte> text)
    {
        if (_segments.Length == 0 || _segments[^1].Length - _segmentEnd < text.Length)
        {
            int usual = _segments.Length == 0 ? FirstSegment : Math.Min(_segments[^1].Length * 2, LongestSegment);
            Volatile.Write(ref _segments, [.. _segments, new byte[Math.Max(usual, text.Length)]]);
            _segmentEnd = 0;
        }
        text.CopyTo(_segments[^1].AsSpan(_segmentEnd));
        _segmentEnd += text.Length;
        return new Entry { Segment = _segments.Length - 1, Start = _segmentEnd - text.Length, Length = text.Length };
    }

    private ref Entry EntryOf(int number)
    {
        int block = BlockOf(number);
        return ref _entries[block]![number - (((1 << block) - 1) * FirstBlock)];
    }

    private static int BlockOf(int number) => BitOperations.Log2((uint)(number / FirstBlock) + 1);

    /// <summary>The hash of a text, and a key that differs between texts of one length up to 8 bytes.</summary>
    private static ulong Hash(ReadOnlySpan<byte> text, out ulong key)
    {
        if (text.Length <= 8)
            return Fold(key = Few(text), (ulong)text.Length + 1);
        ulong hash = (ulong)text.Length;
        ReadOnlySpan<byte> rest = text;
        for (; rest.Length > 8; rest = rest[8..])
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(rest), 0x9E37_79B9_7F4A_7C15);
        return key = Fold(hash ^ MemoryMarshal.Read<ulong>(text[^8..]), 0xD6E8_FEB8_6659_FD93);
    }

    private static ulong Few(ReadOnlySpan<byte> text) =>
        text.Length >= 4 ? MemoryMarshal.Read<uint>(text) | ((ulong)MemoryMarshal.Read<uint>(text[^4..]) << 32)
        : text.Length > 0 ? text[0] | ((uint)text[text.Length / 2] << 8) | ((uint)text[^1] << 16)
        : 0;

    private static ulong Fold(ulong value, ulong other)
    {
        ulong high = Math.BigMul(value ^ Seed, other * 0xA076_1D64_78BD_642F, out ulong low);
        return high ^ low;
    }

    private struct Entry
    {
        public ulong Key;
        public int Segment;
        public int Start;
        public int Length;
        public int Code;
        public TextForm Form;
    }
}
