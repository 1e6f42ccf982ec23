namespace Survey;

/// <summary>A column of true and false.</summary>
public sealed class FlagColumn : Column
{
    /// <summary>The byte of a missing flag; 0 is false, 1 is true.</summary>
    internal const byte Missing = 2;

    private readonly ReadOnlyMemory<byte> _values;

    /// <summary>Keeps a copy of the values.</summary>
    /// <param name="values">True, false, or null where missing.</param>
    public FlagColumn(ReadOnlySpan<bool?> values)
    {
        byte[] bytes = new byte[values.Length];
        for (int row = 0; row < bytes.Length; row++)
            bytes[row] = values[row] switch { null => Missing, false => 0, true => 1 };
        _values = bytes;
    }

    private FlagColumn(ReadOnlyMemory<byte> values) => _values = values;

    /// <summary>The flags, row by row: 0 false, 1 true, 2 missing.</summary>
    public ReadOnlySpan<byte> Values => _values.Span;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Flag;

    /// <inheritdoc/>
    public override int Length => _values.Length;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Values[row] == Missing;

    /// <inheritdoc/>
    public override string? TextAt(int row) => Values[row] switch { Missing => null, 0 => "false", _ => "true" };

    /// <summary>A column that keeps the array itself; nobody else may write to it.</summary>
    internal static FlagColumn Owning(byte[] values) => new((ReadOnlyMemory<byte>)values);

    /// <summary>A column that keeps the memory itself; nobody else may write to it.</summary>
    internal static FlagColumn Owning(ReadOnlyMemory<byte> values) => new(values);

    internal override Variety Variety => Variety.Flag;

    internal override Column Slice(int start, int length) => new FlagColumn(_values.Slice(start, length));

    internal override Array ToArray() => Array.ConvertAll(Values.ToArray(), value => value == Missing ? (bool?)null : value == 1);

    internal override Column Take(ReadOnlySpan<int> rows) => FlagColumn.Owning(Taken(Values, rows, Missing));

    internal override Column Append(IReadOnlyList<Column> others) => Owning(Joined([this, .. others], column => ((FlagColumn)column).Values));
}
