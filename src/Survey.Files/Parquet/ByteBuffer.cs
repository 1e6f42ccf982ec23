using System.Buffers;
using System.Buffers.Binary;

namespace Survey.Files.Parquet;

/// <summary>Bytes one after another, in an array of the pool that grows.</summary>
internal sealed class ByteBuffer : IDisposable
{
    private const int Least = 1 << 10;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Room for that many bytes more, with anything in it; what is written there counts after <see cref="Advance"/>.</summary>
    public Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length)
            Grow(Length + (long)length);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int length) => Length += length;

    public void Write(byte one)
    {
        Room(1)[0] = one;
        Length++;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A whole number, seven bits a byte, the lowest first (ULEB128).</summary>
    public void WriteVariable(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            Write((byte)(value | 0x80));
        Write((byte)value);
    }

    /// <summary>Writes a length where room was left for it, in four bytes.</summary>
    public void SetLength(int at, int length) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(at), length);

    /// <summary>Forgets what stands behind.</summary>
    public void Truncate(int length) => Length = length;

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(long needed)
    {
        if (needed > Array.MaxLength)
            throw new SurveyDataException("A column has more than 2 GB of texts within 131,072 rows, which one part of a Parquet file cannot hold; shorten them, or write CSV.");
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(Math.Max(needed, 2L * _bytes.Length), Least)));
        Written.CopyTo(larger);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
