using System.Buffers.Binary;
using System.IO.Compression;
using K4os.Compression.LZ4;
using Snappier;

namespace Survey.Files.Tests.Parquet.Made;

/// <summary>Compresses pages.</summary>
internal static class Pack
{
    public static byte[] Of(MadeCodec codec, byte[] bytes) =>
        codec switch
        {
            MadeCodec.Snappy => Snappy.CompressToArray(bytes),
            MadeCodec.Gzip => Gzip(bytes),
            MadeCodec.Brotli => Brotli(bytes),
            MadeCodec.Zstd => Zstd(bytes),
            MadeCodec.Lz4Raw => Lz4(bytes),
            MadeCodec.Lz4 => Lz4Frame(bytes),
            _ => bytes,
        };

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Lz4(byte[] bytes)
    {
        byte[] packed = new byte[LZ4Codec.MaximumOutputSize(bytes.Length) + 1];
        return bytes.Length == 0 ? [0] : packed[..LZ4Codec.Encode(bytes, packed)];
    }

    /// <summary>A block as Hadoop frames it.</summary>
    public static byte[] Lz4Frame(byte[] bytes)
    {
        byte[] packed = Lz4(bytes), lengths = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(lengths, bytes.Length);
        BinaryPrimitives.WriteInt32BigEndian(lengths.AsSpan(4), packed.Length);
        return [.. lengths, .. packed];
    }

    private static byte[] Zstd(byte[] bytes)
    {
        using var zstd = new ZstdSharp.Compressor();
        return zstd.Wrap(bytes).ToArray();
    }

    private static byte[] Brotli(byte[] bytes)
    {
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 16];
        Assert.That(BrotliEncoder.TryCompress(bytes, packed, out int length, quality: 4, window: 22));
        return packed[..length];
    }
}
