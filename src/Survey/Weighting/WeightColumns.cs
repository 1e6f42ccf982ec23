namespace Survey;

/// <summary>Columns that weights are made of, and those that they become.</summary>
internal static class WeightColumns
{
    /// <summary>The numbers of a column.</summary>
    /// <param name="table">Whose column it is.</param>
    /// <param name="name">Of the column.</param>
    /// <param name="role">What it is, for messages.</param>
    public static NumberColumn NumbersOf(this Table table, string name, string role) =>
        table[name] as NumberColumn
        ?? throw new SurveyDataException($"The {role}, the column '{name}', is {table[name].Type.Called()}{((table[name] as CategoryColumn)?.WhyNotNumber is { } why ? $" because {why}" : "")}, where numbers are wanted.");

    /// <summary>The table with a column of numbers that it did not have.</summary>
    public static Table Adding(this Table table, string name, double[] values) => table.Adding(name, NumberColumn.Owning(values));

    /// <summary>The table with a column that it did not have.</summary>
    public static Table Adding(this Table table, string name, Column column) =>
        table.Columns.Contains(name, StringComparer.Ordinal)
            ? throw new SurveyDataException($"The table has a column '{name}' already, which is the name of a column of weights; give it another name first.")
            : table.With(name, column);

    /// <summary>What became of the person of each row.</summary>
    /// <exception cref="SurveyDataException">A row is none of the five, or missing.</exception>
    public static Disposition[] DispositionsOf(this Table table, string name)
    {
        Column column = table[name];
        var of = new Disposition[column.Length];
        var odd = new RowList();
        for (int row = 0; row < of.Length; row++)
            if (column.TextAt(row) is not { } text || !DispositionText.TryRead(text, out of[row]))
                odd.Add(row);
        return odd.Count == 0 ? of : throw new RowException($"The disposition '{name}' is none of {string.Join(", ", DispositionText.Levels)} in {odd}; bring its texts to these, with unknown where nobody knows.", odd.First);
    }
}
