namespace Survey.Cli;

/// <summary>Changes as a table of their own, for CSV: one row a change, one column a figure.</summary>
internal static class ChangesTable
{
    private static readonly string[] Names =
    [
        "statistic", "variable", "category", "from", "to", "before", "beforeStandardError", "beforeRespondents", "after", "afterStandardError", "afterRespondents", "covariance", "difference",
        "standardError", "degreesOfFreedom", "low", "high", "level", "relative", "relativeLow", "relativeHigh", "relativeMethod", "g", "remark",
    ];

    public static Table Of(IReadOnlyList<Change> changes, double level)
    {
        Interval[] differences = [.. changes.Select(change => change.Difference.Interval(level))];
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
            ("beforeRespondents", Numbers(change => change.Before.Respondents)),
            ("after", Numbers(change => change.After.Value)),
            ("afterStandardError", Numbers(change => change.After.StandardError)),
            ("afterRespondents", Numbers(change => change.After.Respondents)),
            ("covariance", Numbers(change => change.Covariance)),
            ("difference", Numbers(change => change.Difference.Value)),
            ("standardError", Numbers(change => change.Difference.StandardError)),
            ("degreesOfFreedom", Numbers(change => change.DegreesOfFreedom)),
            ("low", new NumberColumn([.. differences.Select(interval => interval.Low)])),
            ("high", new NumberColumn([.. differences.Select(interval => interval.High)])),
            ("level", Numbers(_ => level)),
            ("relative", Numbers(change => change.Relative)),
            ("relativeLow", new NumberColumn([.. relatives.Select(interval => interval.Low)])),
            ("relativeHigh", new NumberColumn([.. relatives.Select(interval => interval.High)])),
            ("relativeMethod", Texts(_ => RelativeMethod.Fieller.Called())),
            ("g", Numbers(change => change.Fieller(level).G)),
            ("remark", new CategoryColumn([.. changes.Select((change, k) => differences[k].Remark ?? relatives[k].Remark ?? change.Remark)])),
        ]);
        return Table.FromColumns(columns);

        CategoryColumn Texts(Func<Change, string?> text) => new([.. changes.Select(text)]);

        NumberColumn Numbers(Func<Change, double> number) => new([.. changes.Select(number)]);
    }

    /// <summary>Refuses a variable that splits the sample and is called as a column of the results.</summary>
    public static void CheckNames(IReadOnlyList<Variable> by)
    {
        foreach (Variable variable in by)
            if (Names.Contains(variable.Name))
                throw new ArgumentException($"A variable of --by is called '{variable.Name}', as is a column of the results; name it otherwise, such as --by \"{variable.Of} as {variable.Name}_\".");
    }
}
