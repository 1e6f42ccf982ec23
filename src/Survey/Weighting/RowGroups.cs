namespace Survey;

/// <summary>Rows that have the same values in some columns, such as those of a village.</summary>
/// <param name="Levels">One a column; a missing value is <see cref="RowGroups.NotKnown"/>.</param>
/// <param name="Rows">From 0, in their order.</param>
internal sealed record RowGroup(IReadOnlyList<DomainLevel> Levels, IReadOnlyList<int> Rows);

/// <summary>Splits the rows of a table by columns.</summary>
internal static class RowGroups
{
    /// <summary>Stands for a value that is missing.</summary>
    public const string NotKnown = "(not known)";

    /// <summary>The groups in the order of levels or values, those that lack one last.</summary>
    public static IReadOnlyList<RowGroup> Of(Table table, IReadOnlyList<string> by)
    {
        Column[] columns = [.. by.Select(name => table[name])];
        int[][] ranks = [.. columns.Select(Ranks)];
        IEnumerable<int> sorted = ranks.Aggregate(Enumerable.Range(0, table.RowCount).OrderBy(_ => 0), (rows, own) => rows.ThenBy(row => own[row]));
        var groups = new List<List<int>>();
        foreach (int row in sorted)
        {
            if (groups.Count == 0 || Array.Exists(ranks, own => own[row] != own[groups[^1][0]]))
                groups.Add([]);
            groups[^1].Add(row);
        }
        return [.. groups.Select(rows => new RowGroup([.. by.Select((name, k) => LevelOf(name, columns[k], rows[0]))], rows))];
    }

    private static DomainLevel LevelOf(string name, Column column, int row)
    {
        string level = column.TextAt(row) ?? NotKnown;
        return new DomainLevel(name, level, column is CategoryColumn category && !category.IsMissing(row) ? category.Labels[category.Codes[row]] : level);
    }

    /// <summary>A number for each row by which its value stands among the others.</summary>
    private static int[] Ranks(Column column)
    {
        int[] ranks = new int[column.Length];
        Func<int, int> rankOf = column is CategoryColumn category ? row => category.Codes[row] : RankOfValue(column);
        for (int row = 0; row < ranks.Length; row++)
            ranks[row] = column.IsMissing(row) ? int.MaxValue : rankOf(row);
        return ranks;
    }

    private static Func<int, int> RankOfValue(Column column)
    {
        IComparer<string> order = column is NumberColumn ? Comparer<string>.Create((a, b) => Number(a).CompareTo(Number(b))) : LevelOrder.Natural;
        string[] texts = [.. Enumerable.Range(0, column.Length).Select(column.TextAt).OfType<string>().Distinct().Order(order)];
        Dictionary<string, int> rank = texts.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return row => rank[column.TextAt(row)!];
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
