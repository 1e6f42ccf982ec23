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

    /// <summary>A day as a literal.</summary>
    public abstract string Day(DateOnly day);

    /// <summary>An expression as a double; NULL stays NULL.</summary>
    public abstract string ToDouble(string expression);

    /// <summary>What the values of a column of that type are here; null where they are nothing that can be asked about.</summary>
    /// <param name="serverType">As the server names it.</param>
    public abstract ColumnType? TypeOf(string serverType);

    /// <summary>Whether a column of that type holds whole numbers that a double may not.</summary>
    public abstract bool IsWide(string serverType);

    /// <summary>A column of numbers as a double that is NULL where it is missing, NaN included.</summary>
    public abstract string NumberOf(string quotedColumn, string serverType);

    /// <summary>A condition that nobody negates, with NULL as false where the server's logic needs it.</summary>
    public abstract string Sure(string condition);

    /// <summary>An element of an array of doubles.</summary>
    /// <param name="values">The array.</param>
    /// <param name="code">A whole number from 0, as SQL.</param>
    public abstract string Lookup(IReadOnlyList<double> values, string code);

    /// <summary>The population covariance of two expressions, by a method that does not lose the digits in which values differ; of one with itself its variance.</summary>
    public abstract string Covariance(string first, string second);
}
