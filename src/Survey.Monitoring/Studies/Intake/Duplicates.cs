using System.Text.RegularExpressions;

namespace Survey.Monitoring.Intake;

/// <summary>Finds rows with the same key, and keeps one of each as the study says.</summary>
/// <param name="wave">Whose rows they are.</param>
/// <param name="table">With the columns of the rule.</param>
/// <param name="places">Where each row comes from.</param>
/// <param name="findings">Where each is named.</param>
internal sealed partial class Duplicates(StudyWave wave, Table table, RowPlaces places, FindingList findings)
{
    /// <summary>The most duplicates of a wave that are named one by one.</summary>
    private const int MostNamed = 50;

    private readonly ShownKeys _shown = new(wave, table, wave.Duplicates!.Key);

    /// <summary>The rows that are kept, in order.</summary>
    public int[] Kept(DuplicateRule rule)
    {
        int[] keys = RowKeys.Of(table, rule.Key);
        SayMissing(rule, keys);
        var dropped = new HashSet<int>();
        int named = 0;
        var unnamed = new Dictionary<Severity, int>();
        foreach (IReadOnlyList<int> rows in RowKeys.Groups(keys))
        {
            bool isNamed = named++ < MostNamed;
            Severity severity = Settle(rule, rows, dropped, isNamed);
            if (!isNamed)
                unnamed[severity] = unnamed.GetValueOrDefault(severity) + 1;
        }
        foreach ((Severity severity, int groups) in unnamed)
            findings.Add(severity, wave.Id, $"{groups} more values of {KeyText(rule)} stand in several rows of {wave.Id}{(severity == Severity.Change ? ", of which one is kept" : "")}.", rows: groups);
        return [.. Enumerable.Range(0, table.RowCount).Where(row => !dropped.Contains(row))];
    }

    /// <summary>Keeps one of some rows with the same key, where the study says which.</summary>
    private Severity Settle(DuplicateRule rule, IReadOnlyList<int> rows, HashSet<int> dropped, bool isNamed)
    {
        string key = string.Join(", ", rule.Key.Select(column => $"{column} = {_shown.Of(column, rows[0])}"));
        if (rule.Then == DuplicateAction.Fail)
        {
            if (isNamed)
                Say(Severity.Unresolved, rows[1], $"{key} stands in {rows.Count} rows of {wave.Id}: {PlacesOf(rows)}; correct the key where the rows are of different people, else let duplicates keep the first or the last by a column.");
            return Severity.Unresolved;
        }
        int[] ordered = [.. rows.Order(Comparer<int>.Create((a, b) => Compare(table[rule.By!], a, b)))];
        int kept = rule.Then == DuplicateAction.First ? ordered[0] : ordered[^1];
        if (!HaveOneForm(table[rule.By!], rows) || Array.Exists(ordered, row => table[rule.By!].IsMissing(row) || (Compare(table[rule.By!], kept, row) == 0 && !AreSame(kept, row))))
        {
            if (isNamed)
                Say(Severity.Unresolved, rows[1], $"{key} stands in {rows.Count} rows of {wave.Id}, and {rule.By} does not say which comes {(rule.Then == DuplicateAction.First ? "first" : "last")}: {PlacesOf(rows)}; name a column in by that tells them apart, such as the moment of sending (as: text, written in one form of 24 hours).");
            return Severity.Unresolved;
        }
        dropped.UnionWith(rows.Where(row => row != kept));
        if (isNamed)
            Say(Severity.Change, rows.First(row => row != kept), $"{key} stands in {rows.Count} rows of {wave.Id}; {places.Of(kept).Text} is kept as the {(rule.Then == DuplicateAction.First ? "first" : "last")} by {rule.By}, and left out {(rows.Count == 2 ? "is" : "are")} {PlacesOf([.. rows.Where(row => row != kept)])}.");
        return Severity.Change;
    }

    private void SayMissing(DuplicateRule rule, int[] keys)
    {
        int missing = keys.Count(key => key == RowKeys.Missing);
        if (missing == 0)
            return;
        int first = Array.IndexOf(keys, RowKeys.Missing);
        Say(Severity.Unresolved, first, $"{KeyText(rule)} is missing in {Invariant.Count(missing)} row{(missing == 1 ? "" : "s")} of {wave.Id}, the first {places.Of(first).Text}; every row needs its key.", missing);
    }

    /// <summary>Numbers and days by their size; texts with their digits read as numbers, so that moments of one form stand in order.</summary>
    private static int Compare(Column by, int a, int b) =>
        by switch
        {
            NumberColumn numbers => numbers.Values[a].CompareTo(numbers.Values[b]),
            DateColumn dates => dates.Days[a].CompareTo(dates.Days[b]),
            _ => LevelOrder.Natural.Compare(by.TextAt(a), by.TextAt(b)),
        };

    /// <summary>Whether texts differ in their digits only, so that their natural order is that of time. Half days, zones and two ways of writing have none.</summary>
    private static bool HaveOneForm(Column by, IReadOnlyList<int> rows)
    {
        if (by is not CategoryColumn)
            return true;
        string[] forms = [.. rows.Select(row => Digits().Replace(by.TextAt(row) ?? "", "0")).Distinct(StringComparer.Ordinal)];
        return forms.Length == 1 && !HalfDayOrZone().IsMatch(forms[0]);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"上午|下午|[AaPp]\.?[Mm]|\+0")]
    private static partial Regex HalfDayOrZone();

    private bool AreSame(int a, int b) => table.Columns.All(name => table[name].TextAt(a) == table[name].TextAt(b));

    private string PlacesOf(IReadOnlyList<int> rows) => string.Join("; ", rows.Take(5).Select(row => places.Of(row).Text)) + (rows.Count > 5 ? "; ..." : "");

    private static string KeyText(DuplicateRule rule) => string.Join(", ", rule.Key);

    private void Say(Severity severity, int row, string message, long rows = 1) =>
        findings.Add(severity, wave.Id, message, places.Of(row).File, places.Of(row).Row, KeyText(wave.Duplicates!), rows);
}
