using System.Buffers.Binary;
using System.IO.Compression;
using K4os.Compression.LZ4;
using Snappier;

namespace Survey.Files.Parquet.Codecs;

/// <summary>Unpacks the bytes of pages. What a block claims to hold is held against what its page claims before any memory is taken for it.</summary>
internal sealed class Unpacker : IDisposable
{
    private ZstdSharp.Decompressor? _zstd;

    /// <summary>Unpacks bytes into a place that they must fill.</summary>
    /// <param name="codec">How they are packed.</param>
    /// <param name="packed">The bytes.</param>
    /// <param name="to">As long as they must be.</param>
    /// <exception cref="InvalidDataException">They are fewer or more, or are none of this codec.</exception>
    public void Unpack(Codec codec, ArraySegment<byte> packed, Span<byte> to)
    {
        int length = codec switch
        {
            Codec.None => Copy(packed, to),
            Codec.Snappy => Snapped(packed, to),
            Codec.Gzip => Gunzipped(packed, to),
            Codec.Brotli => BrotliDecoder.TryDecompress(packed, to, out int written) ? written : -1,
            Codec.Zstd => (_zstd ??= new ZstdSharp.Decompressor()).Unwrap(packed, to),
            Codec.Lz4Raw => LZ4Codec.Decode(packed, to),
            Codec.Lz4 => Lz4Frames.TryUnpack(packed, to) ? to.Length : LZ4Codec.Decode(packed, to),
            _ => throw new InvalidDataException($"its codec is number {(int)codec}, which there is not"),
        };
        if (length != to.Length)
            throw new InvalidDataException($"its bytes do not unpack to the {Invariant.Count(to.Length)} that it claims");
    }

    public void Dispose() => _zstd?.Dispose();

    private static int Copy(ReadOnlySpan<byte> packed, Span<byte> to)
    {
        if (packed.Length == to.Length)
            packed.CopyTo(to);
        return packed.Length;
    }

    private static int Snapped(ReadOnlySpan<byte> packed, Span<byte> to) =>
        Snappy.GetUncompressedLength(packed) == to.Length ? Snappy.Decompress(packed, to) : -1;

    /// <summary>A page may be several members, one after another.</summary>
    private static int Gunzipped(ArraySegment<byte> packed, Span<byte> to)
    {
        using var gzip = new GZipStream(new MemoryStream(packed.Array!, packed.Offset, packed.Count), CompressionMode.Decompress);
        int length = gzip.ReadAtLeast(to, to.Length, throwOnEndOfStream: false);
        return gzip.ReadByte() < 0 ? length : -1;
    }
}

/// <summary>The older framing of LZ4: blocks, each after the length it unpacks to and its own, both with the highest byte first. Other writers left it out, which only the bytes tell.</summary>
internal static class Lz4Frames
{
    /// <summary>Unpacks blocks, if they are so framed.</summary>
    public static bool TryUnpack(ReadOnlySpan<byte> packed, Span<byte> to)
    {
        while (packed.Length > 8)
        {
            uint unpacked = BinaryPrimitives.ReadUInt32BigEndian(packed), length = BinaryPrimitives.ReadUInt32BigEndian(packed[4..]);
            packed = packed[8..];
            if (length > packed.Length || unpacked > to.Length || LZ4Codec.Decode(packed[..(int)length], to[..(int)unpacked]) != unpacked)
                return false;
            packed = packed[(int)length..];
            to = to[(int)unpacked..];
        }
        return packed.IsEmpty && to.IsEmpty;
    }
}
