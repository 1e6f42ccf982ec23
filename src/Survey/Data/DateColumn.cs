using System.Globalization;

namespace Survey;

/// <summary>A column of days.</summary>
public sealed class DateColumn : Column
{
    /// <summary>The day number of a missing date.</summary>
    internal const int Missing = int.MinValue;

    private readonly ReadOnlyMemory<int> _days;

    /// <summary>Keeps a copy of the values.</summary>
    /// <param name="values">Days, or null where missing.</param>
    public DateColumn(ReadOnlySpan<DateOnly?> values)
    {
        int[] days = new int[values.Length];
        for (int row = 0; row < days.Length; row++)
            days[row] = values[row]?.DayNumber ?? Missing;
        _days = days;
    }

    private DateColumn(ReadOnlyMemory<int> days) => _days = days;

    /// <summary>The day of a row, or null where it is missing.</summary>
    /// <param name="row">From 0.</param>
    public DateOnly? this[int row] => IsMissing(row) ? null : DateOnly.FromDayNumber(_days.Span[row]);

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Date;

    /// <inheritdoc/>
    public override int Length => _days.Length;

    /// <summary>Days since 0001-01-01, as <see cref="DateOnly.DayNumber"/>.</summary>
    internal ReadOnlySpan<int> Days => _days.Span;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => _days.Span[row] == Missing;

    /// <inheritdoc/>
    public override string? TextAt(int row) => IsMissing(row) ? null : TextOf(_days.Span[row]);

    internal static string TextOf(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A column that keeps the array itself; nobody else may write to it.</summary>
    internal static DateColumn Owning(int[] days) => new((ReadOnlyMemory<int>)days);

    /// <summary>A column that keeps the memory itself; nobody else may write to it.</summary>
    internal static DateColumn Owning(ReadOnlyMemory<int> days) => new(days);

    internal override Variety Variety => Variety.Date;

    internal override Column Slice(int start, int length) => new DateColumn(_days.Slice(start, length));

    internal override Array ToArray() => Array.ConvertAll(_days.ToArray(), day => day == Missing ? (DateOnly?)null : DateOnly.FromDayNumber(day));

    internal override Column Take(ReadOnlySpan<int> rows) => DateColumn.Owning(Taken(Days, rows, Missing));

    internal override Column Append(IReadOnlyList<Column> others) => Owning(Joined([this, .. others], column => ((DateColumn)column).Days));
}
