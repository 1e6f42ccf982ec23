namespace Survey.Engines;

/// <summary>A column to be loaded.</summary>
/// <param name="Name">Exactly as it is to be stored.</param>
/// <param name="Type">What its values are.</param>
internal sealed record LoadColumn(string Name, ColumnType Type)
{
    /// <summary>The column of a table that is there, into which it goes without a loss.</summary>
    /// <param name="columns">Names and types of the table.</param>
    /// <param name="fits">Whether a type of the server takes every value of a type of ours.</param>
    /// <param name="table">The table in messages.</param>
    /// <exception cref="SurveyDataException">There is no such column, or its type does not fit.</exception>
    public string ServerTypeIn(IReadOnlyList<(string Name, string Type)> columns, Func<ColumnType, string, bool> fits, string table)
    {
        if (columns.FirstOrDefault(column => column.Name == Name) is not (not null, var serverType))
            throw new SurveyDataException($"The table {table} has no column '{Name}'{Nearest.Hint(Name, [.. columns.Select(column => column.Name)], "; load into a new table, or leave the column out.")}");
        return fits(Type, serverType)
            ? serverType
            : throw new SurveyDataException($"The column '{Name}' is {Type.Called()}, and in the table {table} it is of the type {serverType}, which does not hold every such value as it is; load into a new table.");
    }
}
