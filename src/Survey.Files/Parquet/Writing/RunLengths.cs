using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey.Files.Parquet.Writing;

/// <summary>Small whole numbers as runs of one value and runs of values packed by their bits, as levels and indexes of a dictionary are written (encoding RLE).</summary>
internal static class RunLengths
{
    private const int Group = 8;

    /// <summary>Fewer equal values cost less in a packed run than a run of their own.</summary>
    private const int LeastRun = 32;

    /// <summary>How many bits the numbers below a count take; one at least, as not every reader knows numbers of none.</summary>
    public static int WidthOf(int count) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, count - 1)));

    /// <summary>Writes numbers.</summary>
    /// <param name="values">From 0, below 2^<paramref name="width"/>.</param>
    /// <param name="width">Bits that each takes.</param>
    /// <param name="into">Where they go.</param>
    public static void Write(ReadOnlySpan<int> values, int width, ByteBuffer into)
    {
        int packed = 0;
        for (int at = 0; at < values.Length;)
        {
            int same = BeginsRun(values[at..]) ? RunLength(values[at..]) : 0;
            if (same < LeastRun)
            {
                at += Group; // a packed run holds whole groups, so that only the last may be cut short
                continue;
            }
            WritePacked(values[packed..at], width, into);
            WriteRun(values[at], same, width, into);
            packed = at += same;
        }
        WritePacked(values[packed..], width, into);
    }

    /// <summary>Writes a run of one value.</summary>
    public static void WriteRun(int value, int count, int width, ByteBuffer into)
    {
        into.WriteVariable((ulong)count << 1);
        for (int bit = 0; bit < width; bit += 8)
            into.Write((byte)(value >> bit));
    }

    /// <summary>Writes ones and zeros as a packed run.</summary>
    /// <param name="flags">1 or 0 each.</param>
    /// <param name="into">Where they go.</param>
    public static void WriteFlags(ReadOnlySpan<byte> flags, ByteBuffer into)
    {
        into.WriteVariable(((ulong)GroupsOf(flags.Length) << 1) | 1);
        PackFlags(flags, into);
    }

    /// <summary>Packs ones and zeros, the first into the lowest bit.</summary>
    public static void PackFlags(ReadOnlySpan<byte> flags, ByteBuffer into)
    {
        int length = GroupsOf(flags.Length);
        Span<byte> bits = into.Room(length);
        int at = 0;
        for (; at + Vector256<byte>.Count <= flags.Length; at += Vector256<byte>.Count)
        {
            Vector256<byte> some = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(flags[at..])), Vector256<byte>.One);
            BinaryPrimitives.WriteUInt32LittleEndian(bits[(at / Group)..], some.ExtractMostSignificantBits());
        }
        for (; at < flags.Length; at += Group)
        {
            int octet = 0;
            for (int k = 0; k < Math.Min(Group, flags.Length - at); k++)
                octet |= flags[at + k] << k;
            bits[at / Group] = (byte)octet;
        }
        into.Advance(length);
    }

    private static int GroupsOf(int count) => (count + Group - 1) / Group;

    private static bool BeginsRun(ReadOnlySpan<int> values) =>
        values.Length >= LeastRun && Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values)) == Vector256.Create(values[0]);

    private static int RunLength(ReadOnlySpan<int> values)
    {
        int end = values.IndexOfAnyExcept(values[0]);
        return end < 0 ? values.Length : end;
    }

    private static void WritePacked(ReadOnlySpan<int> values, int width, ByteBuffer into)
    {
        if (values.IsEmpty)
            return;
        int groups = GroupsOf(values.Length), whole = values.Length / Group * Group;
        into.WriteVariable(((ulong)groups << 1) | 1);
        Span<byte> bits = into.Room((groups * width) + sizeof(ulong)); // words are written whole, beyond what counts
        Pack(values[..whole], width, bits);
        if (whole < values.Length)
        {
            Span<int> last = stackalloc int[Group];
            last.Clear();
            values[whole..].CopyTo(last);
            Pack(last, width, bits[(whole / Group * width)..]);
        }
        into.Advance(groups * width);
    }

    /// <summary>Packs whole groups, of which each takes as many bytes as a number takes bits.</summary>
    private static void Pack(ReadOnlySpan<int> values, int width, Span<byte> bits)
    {
        if (width <= 8)
            for (int at = 0, to = 0; at < values.Length; at += Group, to += width)
                BinaryPrimitives.WriteUInt64LittleEndian(bits[to..], Half(values[at..], width) | (Half(values[(at + 4)..], width) << (4 * width)));
        else
            for (int at = 0, to = 0; at < values.Length; at += Group, to += width)
                PackWide(values.Slice(at, Group), width, bits[to..]);
    }

    /// <summary>Four numbers of up to 16 bits.</summary>
    private static ulong Half(ReadOnlySpan<int> values, int width) =>
        (uint)values[0] | ((ulong)(uint)values[1] << width) | ((ulong)(uint)values[2] << (2 * width)) | ((ulong)(uint)values[3] << (3 * width));

    private static void PackWide(ReadOnlySpan<int> values, int width, Span<byte> bits)
    {
        ulong pending = 0;
        int filled = 0, to = 0;
        foreach (int value in values)
        {
            pending |= (ulong)(uint)value << filled;
            filled += width;
            if (filled < 32)
                continue;
            BinaryPrimitives.WriteUInt32LittleEndian(bits[to..], (uint)pending);
            (pending, filled, to) = (pending >> 32, filled - 32, to + 4);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(bits[to..], (uint)pending);
    }
}
