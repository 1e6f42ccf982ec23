using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Looks for values that are possible and unlikely: days after the fieldwork, births after the interview, levels without a label, personal data.</summary>
/// <param name="study">Whose wave it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="labels">Of levels.</param>
/// <param name="findings">Where each is named.</param>
internal sealed class Plausibility(Study study, StudyWave wave, LabelBook labels, FindingList findings)
{
    private static readonly int Earliest = new DateOnly(1900, 1, 1).DayNumber;

    /// <param name="table">All columns of the wave.</param>
    /// <param name="placeOf">Where a row comes from.</param>
    public void Look(Table table, Func<int, (string File, int Row, string Text)> placeOf)
    {
        foreach (StudyColumn column in wave.Columns.Where(column => table.Columns.Contains(column.Name, StringComparer.Ordinal)))
        {
            if (table[column.Name] is DateColumn days)
                LookAtDays(column.Name, days, placeOf);
            if (table[column.Name] is CategoryColumn levels)
                labels.SayUnmatched(column, levels, wave.Id);
            if (column.Derive is { } derive && derive.Contains("age(", StringComparison.OrdinalIgnoreCase))
                LookAtAges(column, table, placeOf);
        }
        foreach (PersonalDataColumn personal in PersonalColumns.Find(wave, table, table.Columns.Except(study.PersonalData.Harmless)))
            findings.Add(Severity.Doubt, wave.Id, $"In {wave.Id} {personal}; name its heading in personalData.drop, or the column in personalData.keep if it holds none.", column: personal.Column, rows: personal.Rows);
    }

    private void LookAtDays(string name, DateColumn days, Func<int, (string File, int Row, string Text)> placeOf)
    {
        int last = wave.Fieldwork?.Last.DayNumber ?? int.MaxValue;
        Say(name, "before 1900", [.. Rows(days, day => day < Earliest)], placeOf);
        Say(name, "after the last day of fieldwork", [.. Rows(days, day => day > last)], placeOf);
    }

    private static IEnumerable<int> Rows(DateColumn days, Func<int, bool> isOdd) =>
        Enumerable.Range(0, days.Length).Where(row => !days.IsMissing(row) && isOdd(days.Days[row]));

    /// <summary>An age is missing although its days are known where the first day is after the second.</summary>
    private void LookAtAges(StudyColumn column, Table table, Func<int, (string File, int Row, string Text)> placeOf)
    {
        Column[] days = [.. Variable.Parse(column.Derive!).Of.Columns.Select(name => table[name]).OfType<DateColumn>()];
        int[] odd = [.. Enumerable.Range(0, table.RowCount).Where(row => table[column.Name].IsMissing(row) && Array.TrueForAll(days, own => !own.IsMissing(row)))];
        Say(column.Name, $"missing although its days are known ({column.Derive}: the first is after the second)", odd, placeOf);
    }

    private void Say(string name, string what, int[] rows, Func<int, (string File, int Row, string Text)> placeOf)
    {
        if (rows.Length == 0)
            return;
        (string file, int number, string text) = placeOf(rows[0]);
        findings.Add(Severity.Doubt, wave.Id, $"{text}: {name} is {what}{(rows.Length == 1 ? "" : $", as in {Invariant.Count(rows.Length - 1)} more rows of {wave.Id}")}; check the questionnaire.", file, number, name, rows.Length);
    }
}
