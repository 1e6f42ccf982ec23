using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Values of key columns as messages show them: none of a column that looks like personal data.</summary>
/// <param name="table">Any table.</param>
/// <param name="keys">Columns of it.</param>
internal sealed class ShownKeys(Table table, IReadOnlyList<string> keys)
{
    private readonly Lazy<HashSet<string>> _personal = new(() => [.. PersonalData.Find(table.Select(keys)).Select(column => column.Column)]);

    /// <summary>The value in quotes, or that it is not shown.</summary>
    public string Of(string column, int row) => IsPersonal(column) ? "(not shown)" : $"'{Texts.Short(table[column].TextAt(row))}'";

    /// <summary>Whether a column looks like personal data.</summary>
    public bool IsPersonal(string column) => _personal.Value.Contains(column);
}
