namespace Survey.Monitoring.Intake;

/// <summary>Numbers rows by the values of some columns, so that rows with the same values have the same number.</summary>
internal static class RowKeys
{
    /// <summary>The number of a row of which a value is missing.</summary>
    public const int Missing = -1;

    /// <param name="table">Any table.</param>
    /// <param name="columns">Of it.</param>
    /// <returns>A number from 0 for each row; <see cref="Missing"/> where one of its values is missing.</returns>
    public static int[] Of(Table table, IReadOnlyList<string> columns)
    {
        int[] keys = columns.Count == 0 ? new int[table.RowCount] : CodesOf(table[columns[0]]);
        foreach (string name in columns.Skip(1))
        {
            int[] own = CodesOf(table[name]);
            var numberOf = new Dictionary<(int, int), int>();
            for (int row = 0; row < keys.Length; row++)
            {
                if (keys[row] == Missing || own[row] == Missing)
                {
                    keys[row] = Missing;
                    continue;
                }
                if (!numberOf.TryGetValue((keys[row], own[row]), out int number))
                    numberOf.Add((keys[row], own[row]), number = numberOf.Count);
                keys[row] = number;
            }
        }
        return keys;
    }

    /// <summary>The rows of each number that several rows have, in the order of their first rows.</summary>
    public static IEnumerable<IReadOnlyList<int>> Groups(int[] keys)
    {
        int[] count = new int[keys.Append(0).Max() + 1];
        foreach (int key in keys)
            if (key >= 0)
                count[key]++;
        var rowsOf = new Dictionary<int, List<int>>();
        for (int row = 0; row < keys.Length; row++)
        {
            if (keys[row] < 0 || count[keys[row]] < 2)
                continue;
            if (!rowsOf.TryGetValue(keys[row], out List<int>? own))
                rowsOf.Add(keys[row], own = []);
            own.Add(row);
        }
        return rowsOf.Values.OrderBy(rows => rows[0]);
    }

    /// <summary>Numbers the values of a column; -1 where it is missing.</summary>
    public static int[] CodesOf(Column column)
    {
        int[] codes = new int[column.Length];
        if (column is CategoryColumn category)
            category.Codes.CopyTo(codes);
        else
        {
            var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int row = 0; row < codes.Length; row++)
            {
                if (column.TextAt(row) is not { } text)
                    codes[row] = CategoryColumn.Missing;
                else if (!codeOf.TryGetValue(text, out codes[row]))
                    codeOf.Add(text, codes[row] = codeOf.Count);
            }
        }
        return codes;
    }
}
