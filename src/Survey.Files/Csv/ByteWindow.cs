using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey.Files.Csv;

/// <summary>64 bytes of a file, looked at together: a question about them is answered by a bit for each.</summary>
internal readonly struct ByteWindow
{
    /// <summary>Number of bytes. As many more must be readable behind the last byte of an array that is looked at.</summary>
    public const int Width = 64;

    private readonly Vector256<byte> _first, _second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ByteWindow(byte[] bytes, int at)
    {
        ref byte start = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), at);
        _first = Vector256.LoadUnsafe(ref start);
        _second = Vector256.LoadUnsafe(ref start, 32);
    }

    /// <summary>Where a byte stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(Vector256<byte> value) =>
        Vector256.Equals(_first, value).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(_second, value).ExtractMostSignificantBits() << 32);

    /// <summary>Where bytes stand that are not ASCII.</summary>
    public ulong NotAscii
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _first.ExtractMostSignificantBits() | ((ulong)_second.ExtractMostSignificantBits() << 32);
    }

    /// <summary>The bits of the first bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong First(int count) => count >= Width ? ulong.MaxValue : (1UL << count) - 1;

    /// <summary>For each bit whether an odd number of bits is set up to it, itself included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Parity(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>The place of the lowest bit that is set, which is taken away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Take(ref ulong bits)
    {
        int at = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return at;
    }
}
