using System.Text;

namespace Survey.Engines;

/// <summary>Writes the values of one column of some rows.</summary>
/// <param name="column">Its values.</param>
/// <param name="isNullable">Whether the table's column is Nullable, which puts a byte before each value.</param>
internal abstract class RowBinaryField(Column column, bool isNullable)
{
    public static RowBinaryField Of(Column column, bool isNullable) =>
        column switch
        {
            NumberColumn numbers => new Number(numbers, isNullable),
            CategoryColumn category => new Text(category, isNullable),
            FlagColumn flags => new Flag(flags, isNullable),
            _ => new Day((DateColumn)column, isNullable),
        };

    public void Append(RowBinary bytes, int row)
    {
        if (isNullable)
        {
            bool isMissing = column.IsMissing(row);
            bytes.Append(isMissing ? (byte)1 : (byte)0);
            if (isMissing)
                return;
        }
        AppendValue(bytes, row);
    }

    protected abstract void AppendValue(RowBinary bytes, int row);

    private sealed class Number(NumberColumn column, bool isNullable) : RowBinaryField(column, isNullable)
    {
        protected override void AppendValue(RowBinary bytes, int row) => bytes.Append(column.Values[row]);
    }

    private sealed class Flag(FlagColumn column, bool isNullable) : RowBinaryField(column, isNullable)
    {
        protected override void AppendValue(RowBinary bytes, int row) => bytes.Append(column.Values[row]);
    }

    private sealed class Day(DateColumn column, bool isNullable) : RowBinaryField(column, isNullable)
    {
        protected override void AppendValue(RowBinary bytes, int row) => bytes.Append((ushort)(column.Days[row] - ClickHouseTypes.FirstDay.DayNumber));
    }

    /// <summary>The length and the bytes of each level are made once.</summary>
    private sealed class Text(CategoryColumn column, bool isNullable) : RowBinaryField(column, isNullable)
    {
        private readonly byte[]?[] _levels = new byte[]?[column.Levels.Count];

        protected override void AppendValue(RowBinary bytes, int row)
        {
            int code = column.Codes[row];
            bytes.Append(_levels[code] ??= Encoded(column.Levels[code]));
        }

        private static byte[] Encoded(string level)
        {
            byte[] text = Encoding.UTF8.GetBytes(level);
            List<byte> length = [];
            uint rest = (uint)text.Length;
            for (; rest > 0x7f; rest >>= 7)
                length.Add((byte)(rest | 0x80));
            return [.. length, (byte)rest, .. text];
        }
    }
}
