using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Survey.Files.Parquet.Encodings;

/// <summary>Numbers packed by bits, the lowest first.</summary>
internal static class Bits
{
    /// <summary>Unpacks numbers of up to 32 bits.</summary>
    /// <param name="bytes">Which hold them all, and were <see cref="PageBytes.Checked"/>.</param>
    /// <param name="bit">Where they begin, in bits.</param>
    /// <param name="width">Bits of each.</param>
    /// <param name="to">As many as there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpack(PageBytes bytes, long bit, int width, Span<int> to)
    {
        CheckEnd(bytes, bit, width, to.Length);
        byte[] array = bytes.Array;
        ulong mask = (1UL << width) - 1;
        long at = bytes.Start * 8L + bit;
        int k = width == 1 ? UnpackBits(array, ref at, to) : 0;
        for (; k < to.Length; k++, at += width)
            to[k] = (int)((PageBytes.Word(array, at >> 3) >> (int)(at & 7)) & mask);
    }

    /// <summary>Single bits, which tell the values that are there, eight at a time.</summary>
    private static int UnpackBits(byte[] array, ref long at, Span<int> to)
    {
        Vector256<int> one = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        int k = 0;
        for (; k <= to.Length - 8; k += 8, at += 8)
        {
            int eight = (byte)(PageBytes.Word(array, at >> 3) >> (int)(at & 7));
            Vector256<int> isSet = Vector256.Equals(Vector256.Create(eight) & one, one);
            (-isSet).CopyTo(to[k..]);
        }
        return k;
    }

    /// <summary>Unpacks numbers of up to 64 bits.</summary>
    /// <param name="bytes">Which hold them all, and were <see cref="PageBytes.Checked"/>.</param>
    /// <param name="bit">Where they begin, in bits.</param>
    /// <param name="width">Bits of each.</param>
    /// <param name="to">As many as there are.</param>
    public static void Unpack(PageBytes bytes, long bit, int width, Span<ulong> to)
    {
        CheckEnd(bytes, bit, width, to.Length);
        ulong mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        long at = bytes.Start * 8L + bit;
        for (int k = 0; k < to.Length; k++, at += width)
        {
            int shift = (int)(at & 7);
            ulong word = PageBytes.Word(bytes.Array, at >> 3) >> shift;
            if (shift + width > 64)
                word |= PageBytes.Word(bytes.Array, (at >> 3) + 8) << (64 - shift);
            to[k] = word & mask;
        }
    }

    private static void CheckEnd(PageBytes bytes, long bit, int width, int count)
    {
        if (bit + (long)width * count > bytes.Length * 8L)
            throw PageBytes.Ended();
    }
}
