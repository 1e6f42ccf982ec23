using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Adds the columns of a file to a wave by a key, and names the keys on either side that find no partner.</summary>
/// <param name="study">Whose lookup it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="lookup">The file, its key and its columns.</param>
/// <param name="placeOf">Where a row comes from.</param>
/// <param name="findings">Where keys without a partner are named.</param>
internal sealed class LookupJoin(Study study, StudyWave wave, StudyLookup lookup, Func<int, (string File, int Row, string Text)> placeOf, FindingList findings)
{
    /// <summary>The key that is the wave's id.</summary>
    public const string WaveKey = "wave";

    private readonly string _path = Path.Combine(study.Folder, lookup.File);

    /// <exception cref="SurveyDataException">The file cannot be read, lacks a column, or has a key twice.</exception>
    public Table To(Table table)
    {
        LookupFile file = LookupFile.Read(_path);
        string[] headings = [.. lookup.Key.Select(key => file.Heading(CandidatesOf(key)))];
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < file.Table.RowCount; row++)
            if (KeyOf(file, headings, row) is { } key && !rowOf.TryAdd(key, row))
                throw new SurveyDataException($"{_path} has the key {key} in rows {rowOf[key] + 1} and {row + 1}; each key stands once.");

        int[] partner = Partners(table, rowOf);
        Table columns = Table.Read(_path, new ReadOptions { Columns = [.. lookup.Columns.Select(column => file.Heading([column.Heading])).Distinct()] });
        foreach ((string name, string heading) in lookup.Columns)
            table = table.With(name, columns[file.Heading([heading])].Take(partner));
        return table;
    }

    /// <summary>The row of the file for each row of the table, -1 where there is none.</summary>
    private int[] Partners(Table table, Dictionary<string, int> rowOf)
    {
        int[] partner = new int[table.RowCount];
        Column[] keys = [.. lookup.Key.Where(key => key != WaveKey).Select(key => table[key])];
        var lacking = new SortedDictionary<string, List<int>>(LevelOrder.Natural);
        var used = new HashSet<string>(StringComparer.Ordinal);
        int missing = 0;
        for (int row = 0; row < partner.Length; row++)
        {
            partner[row] = -1;
            if (Array.Exists(keys, key => key.IsMissing(row)))
            {
                missing++;
                continue;
            }
            string key = KeyText(keys.Select(key => key.TextAt(row)));
            if (rowOf.TryGetValue(key, out int found))
            {
                partner[row] = found;
                used.Add(key);
            }
            else if (lacking.TryGetValue(key, out List<int>? rows))
                rows.Add(row);
            else
                lacking.Add(key, [row]);
        }
        SayLacking(lacking);
        SayUnused([.. rowOf.Keys.Where(key => !used.Contains(key)).Order(LevelOrder.Natural)]);
        if (missing > 0)
            findings.Add(Severity.Doubt, wave.Id, $"{Invariant.Count(missing)} row{(missing == 1 ? "" : "s")} of {wave.Id} without {Keys} get nothing from {_path}.", _path, column: lookup.Key[^1], rows: missing);
        return partner;
    }

    private string Keys => string.Join(", ", lookup.Key.Where(key => key != WaveKey));

    private void SayLacking(SortedDictionary<string, List<int>> lacking)
    {
        if (lacking.Count == 0)
            return;
        (string file, int number, string text) = placeOf(lacking.Values.Min(rows => rows[0]));
        long count = lacking.Values.Sum(rows => (long)rows.Count);
        findings.Add(Severity.Unresolved, wave.Id,
            $"{text}: {lacking.Count} value{(lacking.Count == 1 ? "" : "s")} of {Keys}, here and in {Invariant.Count(count - 1)} more rows of {wave.Id}, {(lacking.Count == 1 ? "is" : "are")} not in {_path}: {KeyList.Of([.. lacking.Keys])}; complete that file, or correct the values where they come from.",
            file, number, lookup.Key[^1], count);
    }

    private void SayUnused(string[] keys)
    {
        if (keys.Length > 0)
            findings.Add(Severity.Doubt, wave.Id, $"{keys.Length} value{(keys.Length == 1 ? "" : "s")} of {Keys} in {_path} {(keys.Length == 1 ? "has" : "have")} no row in {wave.Id}: {KeyList.Of(keys)}.", _path, column: lookup.Key[^1]);
    }

    /// <summary>The key of a row of the file, or null where it is of another wave.</summary>
    private string? KeyOf(LookupFile file, string[] headings, int row)
    {
        var parts = new List<string?>();
        for (int k = 0; k < headings.Length; k++)
        {
            string text = file.Text(headings[k], row) ?? throw file.Empty(headings[k], row);
            if (lookup.Key[k] != WaveKey)
                parts.Add(text);
            else if (text != wave.Id)
                return null;
        }
        return KeyText(parts);
    }

    private static string KeyText(IEnumerable<string?> parts) => string.Join(" / ", parts);

    /// <summary>The headings that a key may have in the file: its name, or those that it may have in the data.</summary>
    private List<string> CandidatesOf(string key) =>
        key == WaveKey ? [WaveKey, "年份", "年度"] : [key, .. wave.Columns.Concat(study.Columns).Where(column => column.Name == key).SelectMany(column => column.From).Distinct()];
}
