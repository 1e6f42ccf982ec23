using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Adds the columns of a file to a wave by a key, and names the keys on either side that find no partner.</summary>
/// <param name="study">Whose lookup it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="lookup">The file, its key and its columns.</param>
/// <param name="places">Where each row comes from.</param>
/// <param name="findings">Where keys without a partner are named.</param>
internal sealed class LookupJoin(Study study, StudyWave wave, StudyLookup lookup, RowPlaces places, FindingList findings)
{
    private const char UnitSeparator = '\u001F';

    private readonly LookupRows _rows = new(study, wave, lookup);
    private bool _isPersonal;

    /// <exception cref="SurveyDataException">The file cannot be read, lacks a column, or has a key twice.</exception>
    public Table To(Table table)
    {
        Table rows = _rows.Read();
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < rows.RowCount; row++)
            rowOf.Add(KeyText(_rows.Keys.Select(name => rows[name].TextAt(row))), row);
        int[] partner = Partners(table, rowOf);
        foreach ((string name, _) in lookup.Columns)
            table = table.With(name, rows[name].Take(partner));
        return table;
    }

    /// <summary>The row of the file for each row of the table, -1 where there is none.</summary>
    private int[] Partners(Table table, Dictionary<string, int> rowOf)
    {
        IReadOnlyList<string> names = _rows.Keys;
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
        _isPersonal = PersonalColumns.Find(wave, table, names).Any();
        SayLacking([.. lacking.Values]);
        SayUnused([.. rowOf.Where(pair => !used.Contains(pair.Value)).Select(pair => Shown(pair.Key)).Order(LevelOrder.Natural)]);
        if (keys.Count(key => key == RowKeys.Missing) is > 0 and int missing)
            findings.Add(Severity.Doubt, wave.Id, $"{Invariant.Count(missing)} row{(missing == 1 ? "" : "s")} of {wave.Id} without {Keys} {(missing == 1 ? "gets" : "get")} nothing from {_rows.Path}.", _rows.Path, column: lookup.Key[^1], rows: missing);
        return partner;
    }

    private string Keys => string.Join(", ", _rows.Keys);

    private void SayLacking((string Key, int First, int Rows)[] lacking)
    {
        if (lacking.Length == 0)
            return;
        RowPlace place = places.Of(lacking.Min(key => key.First));
        long count = lacking.Sum(key => (long)key.Rows);
        findings.Add(Severity.Unresolved, wave.Id,
            $"{place.Text}: {lacking.Length} value{(lacking.Length == 1 ? "" : "s")} of {Keys}{(count == 1 ? "" : $", here and in {Invariant.Count(count - 1)} more row{(count == 2 ? "" : "s")} of {wave.Id},")} {(lacking.Length == 1 ? "is" : "are")} not in {_rows.Path}: {Excerpt.List([.. lacking.Select(key => Shown(key.Key)).Order(LevelOrder.Natural)])}; complete that file, or correct the values where they come from.",
            place.File, place.Row, lookup.Key[^1], count);
    }

    private void SayUnused(string[] keys)
    {
        if (keys.Length > 0)
            findings.Add(Severity.Doubt, wave.Id, $"{keys.Length} value{(keys.Length == 1 ? "" : "s")} of {Keys} in {_rows.Path} {(keys.Length == 1 ? "has" : "have")} no row in {wave.Id}: {Excerpt.List(keys)}.", _rows.Path, column: lookup.Key[^1]);
    }

    private static string KeyText(IEnumerable<string?> parts) => string.Join(UnitSeparator, parts);

    private string Shown(string key) => _isPersonal ? Texts.Unshown : key.Replace($"{UnitSeparator}", " / ", StringComparison.Ordinal);
}
