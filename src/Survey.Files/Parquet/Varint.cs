namespace Survey.Files.Parquet;

/// <summary>Whole numbers in as many bytes as they need, seven bits in each, the lowest first.</summary>
internal static class Varint
{
    /// <summary>Reads a number.</summary>
    /// <param name="bytes">Which hold it.</param>
    /// <param name="at">Its first byte; becomes that behind it.</param>
    /// <exception cref="EndOfStreamException">The bytes end before it does.</exception>
    /// <exception cref="InvalidDataException">It has more than 64 bits.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            if ((uint)at >= (uint)bytes.Length)
                throw new EndOfStreamException("it ends within a value");
            int next = bytes[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }
        throw new InvalidDataException("a number has more than ten bytes");
    }

    /// <summary>Reads a number whose lowest bit is its sign.</summary>
    public static long ReadZigzag(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = Read(bytes, ref at);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
