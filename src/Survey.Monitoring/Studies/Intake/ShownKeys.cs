using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Values of key columns as messages show them: none of a column that looks like personal data.</summary>
/// <param name="wave">Whose table it is.</param>
/// <param name="table">With the keys.</param>
/// <param name="keys">Columns of it.</param>
internal sealed class ShownKeys(StudyWave wave, Table table, IReadOnlyList<string> keys)
{
    private readonly Lazy<HashSet<string>> _personal = new(() => [.. PersonalColumns.Find(wave, table, keys).Select(column => column.Column)]);

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Columns => keys;

    /// <summary>Whether one of them looks like personal data.</summary>
    public bool IsPersonal => _personal.Value.Count > 0;

    /// <summary>The value in quotes, or that it is not shown.</summary>
    public string Of(string column, int row) => _personal.Value.Contains(column) ? Texts.Unshown : $"'{Texts.Short(table[column].TextAt(row))}'";
}
