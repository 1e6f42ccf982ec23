namespace Survey.Monitoring.Intake;

/// <summary>Counts who was drawn, met and interviewed, in all and by place.</summary>
/// <remarks>
/// drawn = met + not found + unknown; met = refused + ineligible + completed; completed = invalid, reason by reason, + valid.
/// Who fails a rule of status ineligible, or may fail it as something is not known, moves from completed to ineligible.
/// </remarks>
/// <param name="study">With the rule of the table.</param>
/// <param name="wave">The wave.</param>
/// <param name="labels">Of levels.</param>
/// <param name="status">That gave each row its status.</param>
/// <param name="findings">Where it is said that a count is not known.</param>
internal sealed class ResponseTable(Study study, StudyWave wave, LabelBook labels, StatusColumn status, FindingList findings)
{
    /// <summary>Names of the counts.</summary>
    public static readonly string[] OwnColumns = ["drawn", "met", "refused", "ineligible", "completed", "valid", "wave"];

    /// <param name="everyone">With a column "status".</param>
    /// <param name="withheld">Columns whose values are not shown.</param>
    /// <returns>A row for everyone, then for each level of the first column of the rule, followed by those of the second within it; a missing place stands for all.</returns>
    public Table Of(Table everyone, IReadOnlyList<string> withheld)
    {
        string[] by = [.. study.Response.By.Where(name => everyone.Columns.Contains(name, StringComparer.Ordinal) && !withheld.Contains(name))];
        Table? register = new Register(study, wave, labels, findings).Read(by);
        ResponseSplit[] places = [.. by.Select(name => ResponseSplit.Of(name, everyone[name], register?[name]))];
        var groups = new List<(int?[] Levels, List<int> Rows)>();
        Split(places, new int?[by.Length], 0, [.. Enumerable.Range(0, everyone.RowCount + (register?.RowCount ?? 0))], groups);
        Tally[] tallies = [.. groups.Select(group => TallyOf(everyone, register, group.Rows))];
        return new Table([.. places.Select((place, k) => (place.Name, (Column)place.Column([.. groups.Select(group => group.Levels[k])]))), .. Counts(tallies)]);
    }

    private static void Split(ResponseSplit[] places, int?[] levels, int depth, List<int> rows, List<(int?[], List<int>)> groups)
    {
        groups.Add(([.. levels], rows));
        if (depth == places.Length)
            return;
        foreach (IGrouping<int, int> group in rows.GroupBy(row => places[depth].Codes[row]).OrderBy(group => group.Key < 0 ? int.MaxValue : group.Key))
        {
            levels[depth] = group.Key;
            Split(places, levels, depth + 1, [.. group], groups);
            levels[depth] = null;
        }
    }

    private List<(string, Column)> Counts(Tally[] tallies)
    {
        bool isDrawn = study.Response.Disposition is not null;
        string[] invalid = Reasons(RuleStatus.Invalid), ineligible = Reasons(RuleStatus.Ineligible);
        var columns = new List<(string, Column)>
        {
            ("drawn", Numbers(tally => isDrawn ? tally.Rows : tally.Drawn)),
            ("met", Numbers(tally => isDrawn ? tally.Rows - tally[Disposition.NotFound.Text()] - tally[Disposition.Unknown.Text()] : double.NaN)),
            ("refused", Numbers(tally => isDrawn ? tally[Disposition.Refused.Text()] : double.NaN)),
            ("ineligible", Numbers(tally => tally[Disposition.Ineligible.Text()] + ineligible.Sum(reason => tally[reason]))),
            ("completed", Numbers(tally => invalid.Sum(reason => tally[reason]) + tally[StatusColumn.Valid])),
        };
        columns.AddRange(invalid.Select(reason => ($"invalid: {reason}", (Column)Numbers(tally => tally[reason]))));
        columns.Add(("valid", Numbers(tally => tally[StatusColumn.Valid])));
        return columns;

        NumberColumn Numbers(Func<Tally, double> of) => NumberColumn.Owning([.. tallies.Select(of)]);
    }

    private string[] Reasons(RuleStatus own) => [.. status.Rules.Where(rule => rule.Status == own).Select(rule => rule.Reason).Distinct()];

    /// <param name="everyone">Whose rows come first.</param>
    /// <param name="register">Whose rows follow; or null.</param>
    /// <param name="rows">Of both.</param>
    private Tally TallyOf(Table everyone, Table? register, List<int> rows)
    {
        var column = (CategoryColumn)everyone[StatusColumn.Name];
        double[] counts = new double[column.Levels.Count];
        double drawn = register is null ? double.NaN : 0;
        ReadOnlySpan<double> inRegister = register is null ? [] : ((NumberColumn)register[study.Response.Drawn!]).Values;
        int people = 0;
        foreach (int row in rows)
            if (row >= everyone.RowCount)
                drawn += inRegister[row - everyone.RowCount];
            else
            {
                counts[column.Codes[row]]++;
                people++;
            }
        return new Tally(people, drawn, column.Levels.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>Counts of a group of rows.</summary>
    private sealed record Tally(double Rows, double Drawn, IReadOnlyDictionary<string, double> Counts)
    {
        public double this[string status] => Counts.GetValueOrDefault(status);
    }
}
