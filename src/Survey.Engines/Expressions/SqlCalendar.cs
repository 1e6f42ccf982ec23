namespace Survey.Engines;

/// <summary>The calendar of a day, reckoned in whole numbers: the functions that servers have for it are none that postgres_fdw pushes down.</summary>
/// <remarks>
/// Years begin in March, so that the 29th of February is the last day of its year and all other days have one number in every year.
/// The reckoning is by centuries of 146,097 / 4 days and years of 1,461 / 4 days, as in Richards' algorithm.
/// </remarks>
internal sealed class SqlCalendar
{
    private readonly Dialect _dialect;

    // of the year that begins in March, and the day in it from 0
    private readonly string _year, _dayOfYear;

    /// <param name="dialect">Of the server.</param>
    /// <param name="day">The day number, as SQL.</param>
    public SqlCalendar(Dialect dialect, string day)
    {
        _dialect = dialect;
        string fromMarch = $"({day} + 306)"; // the 1st of March of year 0 is 306 days before the 1st of January of year 1
        string century = Quotient($"(4 * {fromMarch} + 3)", 146_097);
        string ofCentury = $"({fromMarch} - {Quotient($"(146097 * {century})", 4)})";
        string year = Quotient($"(4 * {ofCentury} + 3)", 1461);
        _year = Sql.Checked($"(100 * {century} + {year})");
        _dayOfYear = Sql.Checked($"({ofCentury} - {Quotient($"(1461 * {year})", 4)})");
    }

    public string Year => Sql.Checked($"({_year} + {Sql.Case([($"{_dayOfYear} >= 306", "1")], "0")})");

    public string Month => Sql.Checked($"({MonthFromMarch} + {Sql.Case([($"{_dayOfYear} >= 306", "-9")], "3")})");

    // 0 is March; five months have 153 days
    private string MonthFromMarch => Quotient($"(5 * {_dayOfYear} + 2)", 153);

    /// <summary>Completed years to a day that is not before: who was born on 29 February has the birthday on 1 March in other years.</summary>
    public string CompletedYears(SqlCalendar on) =>
        Sql.Checked($"({on._year} - {_year} - {Sql.Case([($"{on._dayOfYear} < {_dayOfYear}", "1")], "0")})");

    private string Quotient(string dividend, int divisor) => _dialect.WholeQuotient(dividend, divisor);
}
