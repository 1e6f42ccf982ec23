namespace Survey;

/// <summary>A number that stands in a column, row by row, or is the same for every row.</summary>
public readonly record struct Quantity
{
    private Quantity(string? column, double value) => (Column, Value) = (column, value);

    /// <summary>The column, or null where the number is the same for every row.</summary>
    public string? Column { get; }

    /// <summary>The number of every row; NaN where it stands in a column.</summary>
    public double Value { get; }

    /// <summary>A number that stands in a column.</summary>
    /// <param name="column">Its name.</param>
    public static Quantity Of(string column) => new(column ?? throw new ArgumentNullException(nameof(column)), double.NaN);

    /// <summary>A number that is the same for every row.</summary>
    /// <param name="value">The number.</param>
    public static Quantity Of(double value) => new(null, value);

    /// <inheritdoc cref="Of(string)"/>
    public static implicit operator Quantity(string column) => Of(column);

    /// <inheritdoc cref="Of(double)"/>
    public static implicit operator Quantity(double value) => Of(value);

    /// <summary>The column in quotes, or the number.</summary>
    public override string ToString() => Column is null ? Invariant.Text(Value) : $"'{Column}'";
}
