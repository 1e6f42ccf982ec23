using System.Collections;
using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Survey;

/// <summary>Rows of a table, one after another, for programs that read by ADO.NET.</summary>
internal sealed class TableReader(Table table) : DbDataReader
{
    private readonly Column[] _columns = [.. table.Columns.Select(name => table[name])];
    private int _row = -1;
    private bool _isClosed;

    public override int FieldCount => _columns.Length;

    public override bool HasRows => table.RowCount > 0;

    public override bool IsClosed => _isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_row < table.RowCount)
            _row++;
        return _row < table.RowCount;
    }

    public override bool NextResult() => false;

    public override void Close() => _isClosed = true;

    public override string GetName(int ordinal) => table.Columns[ordinal];

    public override int GetOrdinal(string name)
    {
        foreach (StringComparison comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase]) // as ADO.NET has it
            for (int k = 0; k < FieldCount; k++)
                if (table.Columns[k].Equals(name, comparison))
                    return k;
        throw new SurveyDataException(Rows.NoSuchColumn(name, table.Columns));
    }

    public override Type GetFieldType(int ordinal) =>
        _columns[ordinal].Type switch { ColumnType.Number => typeof(double), ColumnType.Flag => typeof(bool), ColumnType.Date => typeof(DateTime), _ => typeof(string) };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    // what a DataTable asks for when it is loaded
    public override DataTable GetSchemaTable()
    {
        var schema = new DataTable { Locale = CultureInfo.InvariantCulture };
        schema.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        schema.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        schema.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        schema.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        schema.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        for (int k = 0; k < FieldCount; k++)
            schema.Rows.Add(GetName(k), k, -1, GetFieldType(k), true);
        return schema;
    }

    public override bool IsDBNull(int ordinal) => _columns[ordinal].IsMissing(Row);

    public override object GetValue(int ordinal) =>
        IsDBNull(ordinal) ? DBNull.Value
        : _columns[ordinal] switch
        {
            NumberColumn numbers => numbers.Values[Row],
            FlagColumn flags => flags.Values[Row] == 1,
            DateColumn dates => dates[Row]!.Value.ToDateTime(TimeOnly.MinValue),
            var other => other.TextAt(Row)!,
        };

    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int k = 0; k < count; k++)
            values[k] = GetValue(k);
        return count;
    }

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override byte GetByte(int ordinal) => checked((byte)GetDouble(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetDouble(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetDouble(ordinal));

    public override long GetInt64(int ordinal) => checked((long)GetDouble(ordinal));

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetDouble(ordinal);

    public override char GetChar(int ordinal) => throw NotOf("characters");

    public override Guid GetGuid(int ordinal) => throw NotOf("identifiers");

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw NotOf("bytes");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw NotOf("characters");

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    private int Row =>
        _isClosed ? throw new ObjectDisposedException(nameof(TableReader))
        : _row >= 0 && _row < table.RowCount ? _row
        : throw new InvalidOperationException(_row < 0 ? "There is no row yet; call Read first." : "There is no row any more; Read has returned false.");

    private static InvalidCastException NotOf(string what) => new($"A table has numbers, flags, dates and texts, no {what}; read the value with GetValue.");
}
