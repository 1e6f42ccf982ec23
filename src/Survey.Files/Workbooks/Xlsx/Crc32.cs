using System.Buffers.Binary;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>The checksum of zip archives, which .NET does not hold against what it unpacks. Eight bytes at a time, by tables ("slicing by 8").</summary>
internal static class Crc32
{
    private const int Step = 8;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of bytes that follow others.</summary>
    /// <param name="before">The checksum of those; 0 for none.</param>
    /// <param name="bytes">What follows.</param>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        uint crc = ~before;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
        }
        foreach (byte one in bytes)
            crc = Tables[0][(crc ^ one) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Step).Select(_ => new uint[256])];
        for (uint k = 0; k < 256; k++)
        {
            uint crc = k;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            tables[0][k] = crc;
        }
        for (int table = 1; table < Step; table++)
            for (int k = 0; k < 256; k++)
                tables[table][k] = tables[0][tables[table - 1][k] & 0xFF] ^ (tables[table - 1][k] >> 8);
        return tables;
    }
}
