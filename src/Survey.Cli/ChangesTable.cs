namespace Survey.Cli;

/// <summary>Changes as a table of their own, for CSV: one row a change, one column a figure.</summary>
internal static class ChangesTable
{
    private static readonly string[] Names =
    [
        "statistic", "variable", "category", "from", "to", "before", "beforeStandardError", "beforeLow", "beforeHigh", "beforeRespondents", "beforeMissing",
        "after", "afterStandardError", "afterLow", "afterHigh", "afterRespondents", "afterMissing", "covariance", "correlation", "difference", "standardError", "degreesOfFreedom", "low", "high", "level",
        "relative", "relativeLow", "relativeHigh", "relativeMethod", "g", "logRatio", "logRatioStandardError", "logRatioLow", "logRatioHigh", "unknownDomain", "remark",
    ];

    public static Table Of(IReadOnlyList<Changes> steps, IntervalChoice intervals)
    {
        Change[] changes = [.. steps.SelectMany(own => own)];
        double[] unknown = [.. steps.SelectMany(own => own.Select(_ => (double)own.Sample.UnknownDomain))];
        double level = intervals.Level;
        Interval[] befores = [.. changes.Select(change => intervals.Of(change.Before))], afters = [.. changes.Select(change => intervals.Of(change.After))];
        Interval[] differences = [.. changes.Select(change => change.Difference.Interval(level))];
        RelativeInterval[] logs = [.. changes.Select(change => change.RelativeInterval(level, RelativeMethod.LogRatio))];
        RelativeInterval[] relatives = [.. changes.Select(change => change.RelativeInterval(level))];
        var columns = new List<(string, Column)> { ("statistic", Texts(change => change.After.Statistic)), ("variable", Texts(change => change.After.Variable)) };
        if (changes.Any(change => change.After.Category is not null))
            columns.Add(("category", Texts(change => change.After.Category)));
        for (int k = 0; k < changes[0].After.Domain.Count; k++)
        {
            int variable = k;
            columns.Add((changes[0].After.Domain[k].Variable, Texts(change => change.After.Domain[variable].Level)));
        }
        columns.AddRange(
        [
            ("from", Texts(change => change.From)),
            ("to", Texts(change => change.To)),
            ("before", Numbers(change => change.Before.Value)),
            ("beforeStandardError", Numbers(change => change.Before.StandardError)),
            ("beforeLow", new NumberColumn([.. befores.Select(interval => interval.Low)])),
            ("beforeHigh", new NumberColumn([.. befores.Select(interval => interval.High)])),
            ("beforeRespondents", Numbers(change => change.Before.Respondents)),
            ("beforeMissing", Numbers(change => change.Before.Missing)),
            ("after", Numbers(change => change.After.Value)),
            ("afterStandardError", Numbers(change => change.After.StandardError)),
            ("afterLow", new NumberColumn([.. afters.Select(interval => interval.Low)])),
            ("afterHigh", new NumberColumn([.. afters.Select(interval => interval.High)])),
            ("afterRespondents", Numbers(change => change.After.Respondents)),
            ("afterMissing", Numbers(change => change.After.Missing)),
            ("covariance", Numbers(change => change.Covariance)),
            ("correlation", Numbers(change => change.Correlation)),
            ("difference", Numbers(change => change.Difference.Value)),
            ("standardError", Numbers(change => change.Difference.StandardError)),
            ("degreesOfFreedom", Numbers(change => change.DegreesOfFreedom)),
            ("low", new NumberColumn([.. differences.Select(interval => interval.Low)])),
            ("high", new NumberColumn([.. differences.Select(interval => interval.High)])),
            ("level", Numbers(_ => level)),
            ("relative", Numbers(change => change.NoRelative(change.Fieller(level)) is null ? change.Relative : double.NaN)),
            ("relativeLow", new NumberColumn([.. relatives.Select(interval => interval.Low)])),
            ("relativeHigh", new NumberColumn([.. relatives.Select(interval => interval.High)])),
            ("relativeMethod", Texts(_ => RelativeMethod.Fieller.Called())),
            ("g", Numbers(change => change.Fieller(level).G)),
            ("logRatio", Numbers(change => change.LogRatio.Value)),
            ("logRatioStandardError", Numbers(change => change.LogRatio.StandardError)),
            ("logRatioLow", new NumberColumn([.. logs.Select(interval => interval.Low)])),
            ("logRatioHigh", new NumberColumn([.. logs.Select(interval => interval.High)])),
            ("unknownDomain", new NumberColumn(unknown)),
            ("remark", new CategoryColumn([.. changes.Select((change, k) => Remark(change.Remark, differences[k].Remark, relatives[k].Remark))])),
        ]);
        return Table.FromColumns(columns);

        CategoryColumn Texts(Func<Change, string?> text) => new([.. changes.Select(text)]);

        NumberColumn Numbers(Func<Change, double> number) => new([.. changes.Select(number)]);
    }

    private static string? Remark(params string?[] remarks) => remarks.OfType<string>().Distinct().ToArray() is { Length: > 0 } said ? string.Join("; ", said) : null;

    /// <summary>Refuses a variable that splits the sample and is called as a column of the results.</summary>
    public static void CheckNames(IReadOnlyList<Variable> by)
    {
        foreach (Variable variable in by)
            if (Names.Contains(variable.Name))
                throw new ArgumentException($"A variable of --by is called '{variable.Name}', as is a column of the results; name it otherwise, such as --by \"{variable.Of} as {variable.Name}_\".");
    }
}
