namespace Survey;

/// <summary>Changes as rows: one a change, one column a figure.</summary>
internal static class ChangesTable
{
    /// <summary>The columns that a table of changes may have, beside those of variables that split.</summary>
    public static readonly string[] Columns =
    [
        "statistic", "variable", "category", "from", "to", "before", "beforeStandardError", "beforeLow", "beforeHigh", "beforeRespondents", "beforeMissing",
        "after", "afterStandardError", "afterLow", "afterHigh", "afterRespondents", "afterMissing", "covariance", "correlation", "difference", "standardError", "degreesOfFreedom", "low", "high", "level",
        "relative", "relativeLow", "relativeHigh", "relativeMethod", "g", "logRatio", "logRatioStandardError", "logRatioLow", "logRatioHigh", "unknownDomain", "remark",
    ];

    /// <param name="steps">Changes of one pair of waves after another.</param>
    /// <param name="choice">Of intervals.</param>
    public static Table Of(IReadOnlyList<Changes> steps, IntervalChoice choice) => Of([.. steps.SelectMany(changes => changes.Select(change => new Row(change, choice, changes.Sample.UnknownDomain)))]);

    /// <summary>One change alone; of whom the domain is unknown, it does not know.</summary>
    public static Table Of(Change change) => Of([new Row(change, new IntervalChoice(), double.NaN)]);

    private static Table Of(Row[] all)
    {
        var rows = new ResultTable<Row>(all);
        rows.Text("statistic", row => row.After.Statistic).Text("variable", row => row.After.Variable);
        if (Array.Exists(all, row => row.After.Category is not null))
            rows.Text("category", row => row.After.Category);
        rows.Keys(all.Length == 0 ? [] : all[0].After.Domain.Select(level => level.Variable), (row, k) => row.After.Domain[k].Level);
        rows.Text("from", row => row.Change.From).Text("to", row => row.Change.To);
        AddWave(rows, "before", row => row.Before, row => row.BeforeInterval);
        AddWave(rows, "after", row => row.After, row => row.AfterInterval);
        return rows.Number("covariance", row => row.Change.Covariance).Number("correlation", row => row.Change.Correlation)
            .Number("difference", row => row.Change.Difference.Value).Number("standardError", row => row.Change.Difference.StandardError).Number("degreesOfFreedom", row => row.Change.DegreesOfFreedom)
            .Number("low", row => row.Difference.Low).Number("high", row => row.Difference.High).Number("level", row => row.Difference.Level)
            .Number("relative", row => row.RelativeChange).Number("relativeLow", row => row.Relative.Low).Number("relativeHigh", row => row.Relative.High)
            .Text("relativeMethod", row => row.Relative.Method.Called()).Number("g", row => row.Fieller.G)
            .Number("logRatio", row => row.Change.LogRatio.Value).Number("logRatioStandardError", row => row.Change.LogRatio.StandardError).Number("logRatioLow", row => row.Log.Low).Number("logRatioHigh", row => row.Log.High)
            .Number("unknownDomain", row => row.UnknownDomain).Text("remark", row => row.Remark)
            .ToTable();
    }

    private static void AddWave(ResultTable<Row> rows, string wave, Func<Row, Estimate> of, Func<Row, Interval> interval) =>
        rows.Number(wave, row => of(row).Value).Number(wave + "StandardError", row => of(row).StandardError).Number(wave + "Low", row => interval(row).Low).Number(wave + "High", row => interval(row).High)
            .Number(wave + "Respondents", row => of(row).Respondents).Number(wave + "Missing", row => of(row).Missing);

    /// <summary>A change with its intervals.</summary>
    private sealed class Row(Change change, IntervalChoice choice, double unknownDomain)
    {
        public Change Change => change;

        public Estimate Before => change.Before;

        public Estimate After => change.After;

        public Interval BeforeInterval { get; } = choice.Of(change.Before);

        public Interval AfterInterval { get; } = choice.Of(change.After);

        public Interval Difference { get; } = change.Difference.Interval(choice.Level);

        public FiellerSet Fieller { get; } = change.Fieller(choice.Level);

        public RelativeInterval Relative { get; } = change.RelativeInterval(choice.Level);

        public RelativeInterval Log { get; } = change.RelativeInterval(choice.Level, RelativeMethod.LogRatio);

        public double RelativeChange => change.NoRelative(Fieller) is null ? change.Relative : double.NaN;

        public double UnknownDomain => unknownDomain;

        public string? Remark => ((string?[])[change.Remark, Difference.Remark, Relative.Remark]).OfType<string>().Distinct().ToArray() is { Length: > 0 } said ? string.Join("; ", said) : null;
    }
}
