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

    private const char UnitSeparator = '\u001F';

    private readonly string _path = Path.Combine(study.Folder, lookup.File);

    /// <exception cref="SurveyDataException">The file cannot be read, lacks a column, or has a key twice.</exception>
    public Table To(Table table)
    {
        LookupFile file = LookupFile.Read(_path);
        string[] headings = [.. lookup.Key.Select(key => file.Heading(CandidatesOf(key)))];
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < file.Table.RowCount; row++)
            if (KeyOf(file, headings, row) is { } key && !rowOf.TryAdd(key, row))
                throw new SurveyDataException($"{_path} has the key {Shown(key)} in rows {rowOf[key] + 1} and {row + 1}; each key stands once.");

        int[] partner = Partners(table, rowOf);
        Table columns = Table.Read(_path, new ReadOptions { Columns = [.. lookup.Columns.Select(column => file.Heading([column.Heading])).Distinct()] });
        foreach ((string name, string heading) in lookup.Columns)
            table = table.With(name, columns[file.Heading([heading])].Take(partner));
        return table;
    }

    /// <summary>The row of the file for each row of the table, -1 where there is none.</summary>
    private int[] Partners(Table table, Dictionary<string, int> rowOf)
    {
        string[] names = [.. lookup.Key.Where(key => key != WaveKey)];
        int[] keys = RowKeys.Of(table, names), partner = new int[table.RowCount];
        var partnerOf = new Dictionary<int, int>();
        var lacking = new Dictionary<int, (string Key, int First, int Rows)>();
        var used = new HashSet<int>();
        for (int row = 0; row < partner.Length; row++)
        {
            if (!partnerOf.TryGetValue(keys[row], out partner[row]))
            {
                string key = KeyText(names.Select(name => table[name].TextAt(row)));
                partner[row] = keys[row] == RowKeys.Missing ? -1 : rowOf.GetValueOrDefault(key, -1);
                partnerOf.Add(keys[row], partner[row]);
                if (partner[row] < 0 && keys[row] != RowKeys.Missing)
                    lacking.Add(keys[row], (key, row, 0));
                used.Add(partner[row]);
            }
            if (lacking.TryGetValue(keys[row], out var own))
                lacking[keys[row]] = own with { Rows = own.Rows + 1 };
        }
        SayLacking([.. lacking.Values]);
        SayUnused([.. rowOf.Where(pair => !used.Contains(pair.Value)).Select(pair => Shown(pair.Key)).Order(LevelOrder.Natural)]);
        if (keys.Count(key => key == RowKeys.Missing) is > 0 and int missing)
            findings.Add(Severity.Doubt, wave.Id, $"{Invariant.Count(missing)} row{(missing == 1 ? "" : "s")} of {wave.Id} without {Keys} get nothing from {_path}.", _path, column: lookup.Key[^1], rows: missing);
        return partner;
    }

    private string Keys => string.Join(", ", lookup.Key.Where(key => key != WaveKey));

    private void SayLacking((string Key, int First, int Rows)[] lacking)
    {
        if (lacking.Length == 0)
            return;
        (string file, int number, string text) = placeOf(lacking.Min(key => key.First));
        long count = lacking.Sum(key => (long)key.Rows);
        findings.Add(Severity.Unresolved, wave.Id,
            $"{text}: {lacking.Length} value{(lacking.Length == 1 ? "" : "s")} of {Keys}, here and in {Invariant.Count(count - 1)} more rows of {wave.Id}, {(lacking.Length == 1 ? "is" : "are")} not in {_path}: {KeyList.Of([.. lacking.Select(key => Shown(key.Key)).Order(LevelOrder.Natural)])}; complete that file, or correct the values where they come from.",
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

    /// <summary>The parts of a key in one text; folded texts have no unit separators.</summary>
    private static string KeyText(IEnumerable<string?> parts) => string.Join(UnitSeparator, parts);

    private static string Shown(string key) => key.Replace($"{UnitSeparator}", " / ", StringComparison.Ordinal);

    /// <summary>The headings that a key may have in the file: its name, or those that it may have in the data.</summary>
    private List<string> CandidatesOf(string key) =>
        key == WaveKey ? [WaveKey, "年份", "年度"] : [key, .. wave.Columns.Concat(study.Columns).Where(column => column.Name == key).SelectMany(column => column.From).Distinct()];
}
