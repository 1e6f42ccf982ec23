namespace Survey.Monitoring.Intake;

/// <summary>Leaves out rows of which no cell that the study reads is filled in, and names those with a single one, and those that say they are totals: lines of commas, of totals and of signatures.</summary>
/// <param name="wave">Whose rows they are.</param>
/// <param name="places">Where each row comes from, and how many of its cells are filled in.</param>
/// <param name="findings">Where they are said.</param>
internal sealed class EmptyRows(StudyWave wave, RowPlaces places, FindingList findings)
{
    /// <summary>With fewer columns a single cell says nothing.</summary>
    private const int FewestColumns = 3;

    /// <summary>The rows that are kept, in order.</summary>
    public int[] Kept(Table table)
    {
        int[] all = [.. Enumerable.Range(0, table.RowCount)];
        int[] empty = [.. all.Where(row => places.ValuesOf(row) == 0)], odd = [.. all.Where(row => places.ValuesOf(row) > 0 && (places.IsTotal(row) || (places.ValuesOf(row) == 1 && table.Columns.Count >= FewestColumns)))];
        if (empty.Length > 0)
            Say(Severity.Change, empty, $"{Count(empty)} of {wave.Id} with nothing in the columns of the study {(empty.Length == 1 ? "is" : "are")} left out");
        if (odd.Length > 0)
            Say(Severity.Doubt, odd, $"{Count(odd)} of {wave.Id} {(odd.Length == 1 ? "has" : "have")} a single cell filled in, or 合计 or the like, and may be no person (a total, a signature)");
        return empty.Length == 0 ? all : [.. all.Where(row => places.ValuesOf(row) > 0)];
    }

    private static string Count(int[] rows) => $"{Invariant.Count(rows.Length)} row{(rows.Length == 1 ? "" : "s")}";

    private void Say(Severity severity, int[] rows, string what)
    {
        RowPlace first = places.Of(rows[0]);
        findings.Add(severity, wave.Id, $"{first.Text}: {what}{(rows.Length == 1 ? "" : ", this the first")}.", first.File, first.Row, rows: rows.Length);
    }
}
