namespace Survey;

/// <summary>Two tables joined by a key, and what found no partner.</summary>
/// <param name="Table">Every row of the left table, with the columns of the right one; missing where the key has no partner.</param>
/// <param name="UnmatchedLeft">Keys of the left table that the right one lacks, each once, in order; a missing key is "(missing)".</param>
/// <param name="UnmatchedRight">Keys of the right table that the left one lacks.</param>
/// <param name="UnmatchedRows">Rows of the left table without a partner.</param>
public sealed record Joined(Table Table, IReadOnlyList<string> UnmatchedLeft, IReadOnlyList<string> UnmatchedRight, int UnmatchedRows);

public sealed partial class Table
{
    /// <summary>Adds the columns of a lookup table by a key.</summary>
    /// <param name="right">The lookup table; each key stands in it once.</param>
    /// <param name="key">A column of both tables, of the same type. Missing keys match nothing.</param>
    /// <returns>All rows of this table, in order, and the keys on either side that found no partner.</returns>
    /// <exception cref="SurveyDataException">The key stands twice in the lookup table, is of two types, or a column stands in both tables.</exception>
    public Joined Join(Table right, string key)
    {
        Column leftKeys = this[key];
        if (!right._columns.TryGetValue(key, out Column? rightKeys))
            throw new SurveyDataException($"The right table has no column '{key}'{Nearest.Hint(key, right._names, "; give the key one name in both tables.")}");
        if (leftKeys.Type != rightKeys.Type)
            throw new SurveyDataException($"The key '{key}' is {leftKeys.Type.Called()} in the left table and {rightKeys.Type.Called()} in the right one; read both with the same type.");
        string[] added = [.. right._names.Where(name => name != key)];
        if (added.FirstOrDefault(_columns.ContainsKey) is { } shared)
            throw new SurveyDataException($"Both tables have a column '{shared}'; leave it out of one with Select.");

        Dictionary<string, int> rowOf = RowsByKey(rightKeys, key);
        int[] partner = new int[RowCount];
        var unmatched = new HashSet<string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < partner.Length; row++)
        {
            string? value = leftKeys.TextAt(row);
            if (value is not null && rowOf.TryGetValue(value, out partner[row]))
                used.Add(value);
            else
            {
                partner[row] = -1;
                unmatched.Add(value ?? "(missing)");
            }
        }
        Table joined = new(
            [.. _names.Select(name => (name, this[name])), .. added.Select(name => (name, right[name].Take(partner)))],
            [.. _notes.Concat(right._notes).Distinct()]);
        return new Joined(
            joined,
            new Sequence<string>([.. unmatched.Order(LevelOrder.Natural)]),
            new Sequence<string>([.. rowOf.Keys.Where(value => !used.Contains(value)).Order(LevelOrder.Natural)]),
            partner.Count(row => row < 0));
    }

    private static Dictionary<string, int> RowsByKey(Column keys, string name)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < keys.Length; row++)
            if (keys.TextAt(row) is { } value && !rowOf.TryAdd(value, row))
                throw new SurveyDataException($"The key '{name}' = '{value}' stands in rows {rowOf[value] + 1} and {row + 1} of the right table; a lookup needs each key once.");
        return rowOf;
    }
}
