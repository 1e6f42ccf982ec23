using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Counts who was drawn, met and interviewed, in all and by place.</summary>
/// <remarks>
/// drawn = met + not found + unknown; met = refused + ineligible + completed; completed = invalid, reason by reason, + valid.
/// Who fails a rule of status ineligible moves from completed to ineligible.
/// </remarks>
/// <param name="study">With the rule of the table.</param>
/// <param name="status">That gave each row its status.</param>
/// <param name="wave">The wave.</param>
/// <param name="findings">Where it is said that those drawn cannot be counted.</param>
internal sealed class ResponseTable(Study study, StatusColumn status, StudyWave wave, FindingList findings)
{
    /// <param name="everyone">With a column "status".</param>
    /// <returns>A row for everyone, then for each level of the first column of the rule, followed by those of the second within it; a missing place stands for all.</returns>
    public Table Of(Table everyone)
    {
        SayVarying(everyone);
        string[] by = [.. study.Response.By.Where(name => everyone.Columns.Contains(name, StringComparer.Ordinal))];
        foreach (PersonalDataColumn personal in PersonalColumns.Find(wave, everyone, [.. by.Except(study.PersonalData.Harmless)]))
        {
            by = [.. by.Where(name => name != personal.Column)];
            findings.Add(Severity.Unresolved, wave.Id, $"{study.File}: response.by names '{personal.Column}', and in {wave.Id} {personal}, which the table would show; leave it out of response.by.", study.File, column: personal.Column);
        }
        var groups = new List<(int?[] Levels, List<int> Rows)>();
        Split(everyone, by, new int?[by.Length], 0, [.. Enumerable.Range(0, everyone.RowCount)], groups);
        var columns = new List<(string, Column)>();
        for (int k = 0; k < by.Length; k++)
            columns.Add((by[k], Places(everyone[by[k]], [.. groups.Select(group => group.Levels[k])])));
        columns.AddRange(Counts([.. groups.Select(group => CountsOf(everyone, group.Rows))]));
        return new Table(columns);
    }

    private static void Split(Table everyone, string[] by, int?[] levels, int depth, List<int> rows, List<(int?[], List<int>)> groups)
    {
        groups.Add(([.. levels], rows));
        if (depth == by.Length)
            return;
        int[] codes = CodesOf(everyone[by[depth]]);
        foreach (IGrouping<int, int> group in rows.GroupBy(row => codes[row]).OrderBy(group => group.Key < 0 ? int.MaxValue : group.Key))
        {
            levels[depth] = group.Key;
            Split(everyone, by, levels, depth + 1, [.. group], groups);
            levels[depth] = null;
        }
    }

    private static int[] CodesOf(Column column) => column is CategoryColumn category ? category.Codes.ToArray() : CategoryOf(column).Codes.ToArray();

    private static CategoryColumn CategoryOf(Column column) => new([.. Enumerable.Range(0, column.Length).Select(column.TextAt)]);

    /// <summary>The places of the groups; rows whose place is missing are called so.</summary>
    private static CategoryColumn Places(Column column, int?[] codes)
    {
        const string unknown = "(missing)";
        CategoryColumn category = column as CategoryColumn ?? CategoryOf(column);
        bool anyUnknown = codes.Contains(-1);
        string[] levels = anyUnknown ? [.. category.Levels, unknown] : [.. category.Levels], labels = anyUnknown ? [.. category.Labels, unknown] : [.. category.Labels];
        return new CategoryColumn((ReadOnlyMemory<int>)codes.Select(code => code is null ? CategoryColumn.Missing : code == -1 ? levels.Length - 1 : code.Value).ToArray(), levels, labels);
    }

    private List<(string, Column)> Counts(Tally[] tallies)
    {
        bool isDrawn = study.Response.Disposition is not null;
        string[] invalid = [.. status.Rules.Where(rule => rule.Status == RuleStatus.Invalid).Select(rule => rule.Reason).Distinct()];
        var columns = new List<(string, Column)>
        {
            ("drawn", Numbers(tally => isDrawn ? tally.Rows : tally.Drawn)),
            ("met", Numbers(tally => isDrawn ? tally.Rows - tally[StatusColumn.NotFound] - tally[StatusColumn.Unknown] : double.NaN)),
            ("refused", Numbers(tally => isDrawn ? tally[StatusColumn.Refused] : double.NaN)),
            ("ineligible", Numbers(tally => tally[StatusColumn.Ineligible] + IneligibleReasons.Sum(reason => tally[reason]))),
            ("completed", Numbers(tally => invalid.Sum(reason => tally[reason]) + tally[StatusColumn.Valid])),
        };
        columns.AddRange(invalid.Select(reason => ($"invalid: {reason}", (Column)Numbers(tally => tally[reason]))));
        columns.Add(("valid", Numbers(tally => tally[StatusColumn.Valid])));
        return columns;

        NumberColumn Numbers(Func<Tally, double> of) => NumberColumn.Owning([.. tallies.Select(of)]);
    }

    private IEnumerable<string> IneligibleReasons => status.Rules.Where(rule => rule.Status == RuleStatus.Ineligible).Select(rule => rule.Reason).Distinct();

    private Tally CountsOf(Table everyone, List<int> rows)
    {
        var column = (CategoryColumn)everyone[StatusColumn.Name];
        var counts = new double[column.Levels.Count];
        foreach (int row in rows)
            counts[column.Codes[row]]++;
        return new Tally(rows.Count, DrawnOf(everyone, rows), column.Levels.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>The number drawn where it stands in a lookup: one count for each place of the last column of the table.</summary>
    private double DrawnOf(Table everyone, IReadOnlyList<int> rows) =>
        CountsDrawn(everyone, rows) is { } places ? places.Sum(place => place.Counts is [var count] ? count : double.NaN) : double.NaN;

    /// <summary>The different counts of those drawn that the rows of each place have; null where the study has none.</summary>
    private IEnumerable<(int Row, double[] Counts)>? CountsDrawn(Table everyone, IReadOnlyList<int> rows)
    {
        if (study.Response.Drawn is not { } name || !everyone.Columns.Contains(name, StringComparer.Ordinal) || everyone[name] is not NumberColumn drawn)
            return null;
        int[] places = study.Response.By is [.., var last] && everyone.Columns.Contains(last, StringComparer.Ordinal) ? CodesOf(everyone[last]) : new int[everyone.RowCount];
        return rows.GroupBy(row => places[row]).Select(place => (place.First(), place.Select(row => drawn.Values[row]).Where(count => !double.IsNaN(count)).Distinct().ToArray()));
    }

    /// <summary>Names a place with several counts of those drawn: they are of smaller places than the table has.</summary>
    private void SayVarying(Table everyone)
    {
        (int Row, double[] Counts)[] varying = [.. CountsDrawn(everyone, [.. Enumerable.Range(0, everyone.RowCount)])?.Where(place => place.Counts.Length > 1) ?? []];
        if (varying.Length == 0)
            return;
        string last = study.Response.By is [.., var by] ? $"places of {by}" : "waves";
        findings.Add(Severity.Unresolved, wave.Id, $"{study.File}: {study.Response.Drawn} has several values in {varying.Length} {last} of {wave.Id}, so that those drawn cannot be counted by it; add the column of the places that it counts to response.by, as the last.", study.File, column: study.Response.Drawn, rows: varying.Length);
    }

    /// <summary>Counts of a group of rows.</summary>
    private sealed record Tally(double Rows, double Drawn, IReadOnlyDictionary<string, double> Counts)
    {
        public double this[string status] => Counts.GetValueOrDefault(status);
    }
}
