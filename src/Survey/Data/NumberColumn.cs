namespace Survey;

/// <summary>A column of numbers. NaN is the one missing value; an infinity is refused.</summary>
public sealed class NumberColumn : Column
{
    private readonly ReadOnlyMemory<double> _values;

    /// <summary>Keeps a copy of the values.</summary>
    /// <param name="values">Finite numbers; NaN where missing.</param>
    /// <exception cref="SurveyDataException">A value is infinite.</exception>
    public NumberColumn(ReadOnlySpan<double> values)
    {
        for (int row = 0; row < values.Length; row++)
            if (double.IsInfinity(values[row]))
                throw new SurveyDataException($"Row {row + 1} is infinite; a number is finite, or missing (NaN).");
        _values = values.ToArray();
    }

    private NumberColumn(ReadOnlyMemory<double> values) => _values = values;

    /// <summary>The numbers, row by row.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Number;

    /// <inheritdoc/>
    public override int Length => _values.Length;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(Values[row]);

    /// <inheritdoc/>
    public override string? TextAt(int row) => IsMissing(row) ? null : Invariant.Text(Values[row]);

    /// <summary>A column that keeps the array itself; nobody else may write to it.</summary>
    internal static NumberColumn Owning(double[] values) => new((ReadOnlyMemory<double>)values);

    /// <summary>A column that keeps the memory itself; nobody else may write to it.</summary>
    internal static NumberColumn Owning(ReadOnlyMemory<double> values) => new(values);

    internal override Variety Variety => Variety.Number;

    internal override Column Slice(int start, int length) => new NumberColumn(_values.Slice(start, length));

    internal override Array ToArray() => Values.ToArray();

    internal override Column Take(ReadOnlySpan<int> rows) => NumberColumn.Owning(Taken(Values, rows, double.NaN));

    internal override Column Append(IReadOnlyList<Column> others) => Owning(Joined([this, .. others], column => ((NumberColumn)column).Values));
}
