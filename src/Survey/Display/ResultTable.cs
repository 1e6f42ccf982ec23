namespace Survey;

/// <summary>Makes the table of a result: a row for each of its parts, a column for each figure.</summary>
/// <param name="rows">The parts.</param>
internal sealed class ResultTable<T>(IReadOnlyList<T> rows)
{
    private readonly List<(string Name, bool IsKey, Column Column)> _columns = [];

    /// <summary>Adds a column of texts; null and an empty one are missing.</summary>
    public ResultTable<T> Text(string name, Func<T, string?> of) => Add(name, false, new CategoryColumn([.. rows.Select(of).Select(text => text is { Length: > 0 } ? text : null)]));

    /// <summary>Adds a column of numbers; what is not finite is missing.</summary>
    public ResultTable<T> Number(string name, Func<T, double?> of) => Add(name, false, NumberColumn.Owning([.. rows.Select(of).Select(value => value is { } number && double.IsFinite(number) ? number : double.NaN)]));

    /// <summary>Adds a column named by the user, such as a variable that splits; where a figure has that name it gets a _ after it.</summary>
    public ResultTable<T> Key(string name, Func<T, string?> of) => Add(name, true, new CategoryColumn([.. rows.Select(of)]));

    /// <summary>Adds a column for each of several names.</summary>
    /// <param name="names">In order.</param>
    /// <param name="of">The text of a row under the k-th.</param>
    public ResultTable<T> Keys(IEnumerable<string> names, Func<T, int, string?> of)
    {
        foreach ((string name, int k) in names.Select((name, k) => (name, k)))
            Key(name, row => of(row, k));
        return this;
    }

    /// <summary>The table.</summary>
    public Table ToTable()
    {
        var taken = _columns.Where(column => !column.IsKey).Select(column => column.Name).ToHashSet();
        return new Table([.. _columns.Select(column => (column.IsKey ? Free(column.Name, taken) : column.Name, column.Column))]);
    }

    private ResultTable<T> Add(string name, bool isKey, Column column)
    {
        _columns.Add((name, isKey, column));
        return this;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "_";
        return name;
    }
}
