using System.Buffers.Binary;

namespace Survey.Engines;

/// <summary>Rows in ClickHouse's format RowBinary, in which doubles keep every bit.</summary>
internal sealed class RowBinary
{
    private byte[] _bytes = new byte[1 << 20];

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    public int Length { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Begins with a statement, whose rows follow.</summary>
    public void Begin(byte[] statement)
    {
        Length = 0;
        Rows = 0;
        Append(statement);
    }

    /// <summary>Appends rows.</summary>
    /// <param name="fields">One for each column.</param>
    /// <param name="rows">How many rows the columns have.</param>
    public void Append(RowBinaryField[] fields, int rows)
    {
        for (int row = 0; row < rows; row++)
            foreach (RowBinaryField field in fields)
                field.Append(this, row);
        Rows += rows;
    }

    public void Append(byte value) => Room(1)[0] = value;

    public void Append(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Room(sizeof(ushort)), value);

    public void Append(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
