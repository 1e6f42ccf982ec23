using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Reads the rows of a lookup that concern a wave: its key under the study's names, and the columns that it brings.</summary>
/// <param name="study">Whose lookup it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="lookup">The file, its key and its columns.</param>
internal sealed class LookupRows(Study study, StudyWave wave, StudyLookup lookup)
{
    /// <summary>The key that is the wave's id.</summary>
    public const string WaveKey = "wave";

    private static readonly string[] WaveHeadings = [WaveKey, "年份", "年度"];

    /// <summary>Its path.</summary>
    public string Path { get; } = System.IO.Path.Combine(study.Folder, lookup.File);

    /// <summary>The columns of the key that stand in the data.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. lookup.Key.Where(key => key != WaveKey)];

    /// <exception cref="SurveyDataException">The file cannot be read, lacks a column, or has a key twice.</exception>
    public Table Read()
    {
        var options = new ReadOptions { Sheet = lookup.Sheet, HeaderRow = lookup.HeaderRow };
        LookupFile file = LookupFile.Read(Path, options);
        int[] rows = RowsOfWave(file);
        (string, Column)[] keys = [.. Keys.Select(key => (key, TextsOf(file, file.Heading(CandidatesOf(key)), rows)))];
        string[] headings = [.. lookup.Columns.Select(column => file.Heading([column.Heading]))];
        Table values = Table.Read(Path, options with { Columns = [.. headings.Distinct()], Missing = study.Missing });
        var table = new Table([.. keys, .. lookup.Columns.Zip(headings).Select(pair => (pair.First.Name, Folded(values[pair.Second].Take(rows))))]);
        for (int row = 0; row < rows.Length; row++)
            if (Keys.Any(key => Totals.Are(table[key].TextAt(row))))
                throw new SurveyDataException($"{Path}, row {rows[row] + 1} is a total of others, which would count twice; take it out of the file, or name a sheet without it");
        if (RowKeys.Groups(RowKeys.Of(table, Keys)).FirstOrDefault() is { } twice)
            throw new SurveyDataException($"{Path} has a key twice, in rows {rows[twice[0]] + 1} and {rows[twice[1]] + 1} ({string.Join(", ", Keys)}); each key stands once.");
        return table;
    }

    private int[] RowsOfWave(LookupFile file)
    {
        int[] all = [.. Enumerable.Range(0, file.Table.RowCount)];
        if (!lookup.Key.Contains(WaveKey))
            return all;
        string heading = file.Heading(WaveHeadings);
        return [.. all.Where(row => (file.Text(heading, row) ?? throw file.Empty(heading, row)) == wave.Id)];
    }

    private static CategoryColumn TextsOf(LookupFile file, string heading, int[] rows) =>
        new([.. rows.Select(row => file.Text(heading, row) ?? throw file.Empty(heading, row))]);

    private static Column Folded(Column column) =>
        column is CategoryColumn category ? new CategoryColumn([.. Enumerable.Range(0, category.Length).Select(row => category.TextAt(row) is { } text ? Folding.Fold(text) : null)]) : column;

    /// <summary>The headings that a key may have in the file: its name, or those that it may have in the data.</summary>
    public List<string> CandidatesOf(string key) =>
        [key, .. wave.Columns.Concat(study.Columns).Where(column => column.Name == key).SelectMany(column => column.From).Distinct()];
}
