namespace Survey;

/// <summary>Verbs of a table that take expressions.</summary>
public static class TableExpressions
{
    /// <summary>Only the rows of which a condition is true. The other rows are deleted, and a design over the result says so: to ask about part of the people, use <c>Where</c> on the design instead.</summary>
    /// <param name="table">Any table.</param>
    /// <param name="condition">Rows where it is false or missing are deleted.</param>
    /// <exception cref="SurveyDataException">The expression does not fit the columns.</exception>
    public static Table Filter(this Table table, Expr condition)
    {
        var binder = new Binder(table);
        Bound bound = binder.Condition(condition);
        var kept = new List<int>();
        foreach (Chunk chunk in table.Read(binder.Columns))
        {
            ReadOnlySpan<byte> flags = new Evaluation(chunk).Flags(bound);
            for (int row = 0; row < flags.Length; row++)
                if (flags[row] == 1)
                    kept.Add((int)chunk.FirstRow + row);
        }
        int deleted = table.RowCount - kept.Count;
        string[] deletion = deleted == 0 ? [] : [$"{deleted} of {table.RowCount} rows were deleted by the filter {condition}; a design over the rest knows nothing of them"];
        return table.Take([.. kept]).Noting([.. binder.Notes, .. deletion]);
    }

    /// <summary>The table with a derived column, or with that column replaced.</summary>
    /// <param name="table">Any table.</param>
    /// <param name="name">Of the column.</param>
    /// <param name="of">A column or an expression; the result is a number, a category, a flag or a date accordingly.</param>
    /// <exception cref="SurveyDataException">The expression does not fit the columns.</exception>
    public static Table With(this Table table, string name, Variable of)
    {
        var binder = new Binder(table);
        Bound bound = binder.Bind(of.Of);
        Column[] parts = [.. table.Read(binder.Columns).Select(chunk => new Evaluation(chunk).Of(bound))];
        Column column = parts.Length switch
        {
            0 => new Evaluation(new Chunk(0, 0, [.. binder.Columns.Select(other => table[other])])).Of(bound),
            1 => parts[0],
            _ => parts[0].Append(parts[1..]),
        };
        return table.With(name, column).Noting(binder.Notes);
    }

    /// <summary>The rows of each level of a variable that has any, in the order of the levels.</summary>
    /// <exception cref="SurveyDataException">The variable is missing in a row.</exception>
    internal static IReadOnlyList<(string Name, Table Rows)> Split(this Table table, Variable by)
    {
        var binder = new Binder(table);
        var domains = new LevelCodes(table, by, binder);
        var rowsOf = new SortedDictionary<int, List<int>>();
        int missing = 0;
        foreach (Chunk chunk in table.Read(binder.Columns))
        {
            ReadOnlySpan<int> codes = domains.In(new Evaluation(chunk));
            for (int row = 0; row < codes.Length; row++)
                if (codes[row] < 0)
                    missing++;
                else if (rowsOf.TryGetValue(codes[row], out List<int>? own))
                    own.Add((int)chunk.FirstRow + row);
                else
                    rowsOf.Add(codes[row], [(int)chunk.FirstRow + row]);
        }
        if (missing > 0)
            throw new SurveyDataException($"'{by}' is missing in {Invariant.Count(missing)} of {Invariant.Count(table.RowCount)} rows, whose wave nobody knows; fill it in.");
        return [.. rowsOf.Select(part => (domains.Labels[part.Key], table.Take([.. part.Value]).Noting(binder.Notes)))];
    }
}
