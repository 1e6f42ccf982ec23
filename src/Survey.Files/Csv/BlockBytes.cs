using System.Buffers;

namespace Survey.Files.Csv;

/// <summary>Arrays of bytes for blocks: those of the usual size are used again, longer ones are as long as they must be, as the pool would make them up to twice that.</summary>
internal static class BlockBytes
{
    // a block of the usual size, each byte of which became three
    private const int MostKept = 4 << 20;

    /// <summary>An array with a window behind the last byte, and behind the one that may be read to complete a CRLF.</summary>
    public static byte[] Rent(int bytes)
    {
        int length = bytes + (2 * ByteWindow.Width);
        return length <= MostKept ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);
    }

    public static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= MostKept)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
