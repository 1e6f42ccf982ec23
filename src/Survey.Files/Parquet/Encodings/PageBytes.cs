using System.Runtime.CompilerServices;

namespace Survey.Files.Parquet.Encodings;

/// <summary>Part of an array that goes on for at least <see cref="Slack"/> bytes behind it, so that words may be read at its end.</summary>
/// <param name="Array">Which.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">Behind the last byte.</param>
internal readonly record struct PageBytes(byte[] Array, int Start, int End)
{
    /// <summary>Bytes that follow in the array.</summary>
    public const int Slack = 16;

    public int Length => End - Start;

    public ReadOnlySpan<byte> Span => Array.AsSpan(Start, Length);

    /// <summary>The bytes from one on.</summary>
    public PageBytes From(int offset) => Part(offset, Length - offset);

    /// <summary>Some of the bytes.</summary>
    public PageBytes Part(int offset, int length) =>
        offset >= 0 && length >= 0 && offset <= Length - length ? new PageBytes(Array, Start + offset, Start + offset + length) : throw Ended();

    /// <summary>Refuses bytes that cannot be read as words.</summary>
    public PageBytes Checked() => Start >= 0 && End >= Start && End <= Array.Length - Slack ? this : throw new InvalidOperationException("A page has no slack behind it.");

    public static InvalidDataException Ended() => new("its bytes end before its values do");

    /// <summary>Eight bytes from one of this part on; those behind the part mean nothing.</summary>
    /// <param name="array">Of bytes that were <see cref="Checked"/>.</param>
    /// <param name="at">Up to the end of the part.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(byte[] array, long at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array), (nint)at));
}
