using System.Globalization;

namespace Survey.Engines;

/// <summary>How one kind of server writes what is not written alike everywhere.</summary>
internal abstract class Dialect
{
    /// <summary>An identifier in quotes, exactly as it is stored.</summary>
    public abstract string Quote(string identifier);

    /// <summary>A text where a value stands: a parameter that is added to those given, or a literal where the server takes none.</summary>
    public abstract string Text(string value, List<string> parameters);

    /// <summary>How a parameter of the provider stands in a statement that loads rows: "@p0".</summary>
    /// <param name="parameter">Its number, from 0.</param>
    public virtual string Marker(int parameter) => $"@p{parameter}";

    /// <summary>A finite double as a literal that is a double there, to the last bit.</summary>
    public abstract string Number(double value);

    /// <summary>An expression as a double; NULL stays NULL.</summary>
    public abstract string ToDouble(string expression);

    /// <summary>What the values of a column of that type are here; null where they are nothing that can be asked about.</summary>
    /// <param name="serverType">As the server names it.</param>
    public abstract ColumnType? TypeOf(string serverType);

    /// <summary>Whether a column of that type holds numbers that a double may not tell apart.</summary>
    public abstract bool IsWide(string serverType);

    /// <summary>The condition that a number of a column is finite, for types that have infinities or NaN; null for others.</summary>
    public abstract string? FiniteOnly(string quotedColumn, string serverType);

    /// <summary>The condition that a column of numbers has one: it is missing where it is NULL, NaN or infinite.</summary>
    public string HasNumber(string quotedColumn, string serverType) => FiniteOnly(quotedColumn, serverType) ?? $"{quotedColumn} IS NOT NULL";

    /// <summary>A column of numbers as a double that is NULL where it has none.</summary>
    public string NumberOf(string quotedColumn, string serverType) =>
        FiniteOnly(quotedColumn, serverType) is { } finite ? $"(CASE WHEN {finite} THEN {ToDouble(quotedColumn)} END)" : ToDouble(quotedColumn);

    /// <summary>Whether a column of that type can be grouped by and compared with another such column as it stands.</summary>
    public abstract bool IsText(string serverType);

    /// <summary>A column of a category as what compares with its levels as texts.</summary>
    public abstract string TextOf(string quotedColumn, string serverType);

    /// <summary>The condition that a column of flags is true, or that it is false.</summary>
    public abstract string FlagIs(bool value, string quotedColumn, string serverType);

    /// <summary>A column of dates as a whole number, <see cref="DateOnly.DayNumber"/>, or NULL.</summary>
    public abstract string DayNumberOf(string quotedColumn);

    /// <summary>The year of a day number.</summary>
    public virtual string Year(string day) => new SqlCalendar(this, day).Year;

    /// <summary>The month of a day number, from 1.</summary>
    public virtual string Month(string day) => new SqlCalendar(this, day).Month;

    /// <summary>Completed years from one day number to another that is not before: who was born on 29 February has the birthday on 1 March in other years.</summary>
    public virtual string CompletedYears(string from, string to) => new SqlCalendar(this, from).CompletedYears(new SqlCalendar(this, to));

    /// <summary>A double that may be infinite or NaN, where arithmetic overflowed, as one that is NULL there.</summary>
    public abstract string Finite(string number);

    /// <summary>The whole part of a quotient of whole numbers that are not negative.</summary>
    public abstract string WholeQuotient(string dividend, int divisor);

    /// <summary>The remainder of doubles, with the sign of the dividend; NULL where a side is. The divisor is not 0.</summary>
    /// <remarks>
    /// In steps that round, where C# does not: exact while the quotient is far from 2^53, as it is for any code or count. A quotient that overflows is missing or an error.
    /// </remarks>
    public virtual string Remainder(string dividend, string divisor) => $"({dividend} - {divisor} * trunc({dividend} / {divisor}))";

    /// <summary>The sum of a value over the rows that fulfil a condition. Others may have no value.</summary>
    public virtual string SumWhere(string condition, string value) => $"sum(CASE WHEN {condition} THEN {value} ELSE {Number(0)} END)";

    /// <summary>How many rows fulfil a condition, as a double.</summary>
    public virtual string CountWhere(string condition) => ToDouble($"count(CASE WHEN {condition} THEN 1 END)");

    /// <summary>A condition that nobody negates, with NULL as false where the server's logic needs it.</summary>
    public abstract string Sure(string condition);

    /// <summary>Whether covariances keep the digits in which values differ, however large these are, and over shards too.</summary>
    public virtual bool HasStableCovariance => true;

    /// <summary>The population covariance of two expressions, where it keeps those digits; of one with itself its variance.</summary>
    public virtual string Covariance(string first, string second) => $"covar_pop({first}, {second})";

    /// <summary>Asks for the columns by which a table is spread over other servers; null where servers sum their own rows anyway.</summary>
    public virtual Statement? ShardColumns(TableName table) => null;

    /// <summary>A statement that leaves sums to the servers that hold the rows, as far as they can be brought to it.</summary>
    public virtual Statement ForShards(Statement statement) => statement;

    /// <summary>Asks how such a statement would be run; null where nobody needs to know.</summary>
    public virtual Statement? Explained(Statement statement) => null;

    /// <summary>Whether a plan has all sums made by the servers that hold the rows.</summary>
    public virtual bool IsSummedByShards(IReadOnlyList<string?> plan) => true;

    /// <summary>A statement that has the server count the rows of a table that was filled, by which it plans; null where it does so by itself.</summary>
    public virtual string? Analyzed(string quotedTable) => null;

    /// <summary>An identifier that a server can have: there is none with a NUL.</summary>
    protected static string Whole(string identifier) =>
        identifier.Contains('\0', StringComparison.Ordinal)
            ? throw new SurveyDataException($"The name '{identifier.Replace("\0", "\\0", StringComparison.Ordinal)}' has a NUL character, which no column of a database has; correct it.")
            : identifier;

    /// <summary>A double with an exponent, which no server takes for a decimal.</summary>
    protected static string WithExponent(double value)
    {
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        string literal = digits.Contains('E', StringComparison.Ordinal) ? digits : digits + "e0";
        return value < 0 ? $"({literal})" : literal; // two signs beside each other would begin a comment
    }
}
