using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Adds the columns of a file to a wave by a key, and names the keys on either side that find no partner.</summary>
/// <param name="study">Whose lookup it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="lookup">The file, its key and its columns.</param>
/// <param name="findings">Where keys without a partner are named.</param>
internal sealed class LookupJoin(Study study, StudyWave wave, StudyLookup lookup, FindingList findings)
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
        var lacking = new Dictionary<string, int>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < partner.Length; row++)
        {
            string key = KeyText(lookup.Key.Where(key => key != WaveKey).Select((_, k) => keys[k].TextAt(row)));
            if (rowOf.TryGetValue(key, out partner[row]))
                used.Add(key);
            else
            {
                partner[row] = -1;
                lacking[key] = lacking.GetValueOrDefault(key) + 1;
            }
        }
        Say(Severity.Unresolved, lacking.Keys, $"of {wave.Id} ({Invariant.Count(lacking.Values.Sum())} rows) stand in the data and not in {_path}", lacking.Values.Sum());
        Say(Severity.Doubt, rowOf.Keys.Where(key => !used.Contains(key)), $"of {_path} have no row in {wave.Id}", 0);
        return partner;
    }

    private void Say(Severity severity, IEnumerable<string> keys, string what, long rows)
    {
        string[] ordered = [.. keys.Order(LevelOrder.Natural)];
        if (ordered.Length > 0)
            findings.Add(severity, wave.Id, $"{ordered.Length} value{(ordered.Length == 1 ? "" : "s")} of {string.Join(", ", lookup.Key.Where(key => key != WaveKey))} {what}: {KeyList.Of(ordered)}.", _path, column: lookup.Key[^1], rows: rows);
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

    private static string KeyText(IEnumerable<string?> parts) => string.Join(" / ", parts.Select(part => part ?? "(missing)"));

    /// <summary>The headings that a key may have in the file: its name, or those that it may have in the data.</summary>
    private List<string> CandidatesOf(string key) =>
        key == WaveKey ? [WaveKey, "年份", "年度"] : [key, .. wave.Columns.Concat(study.Columns).Where(column => column.Name == key).SelectMany(column => column.From).Distinct()];
}
