namespace Survey.Cli;

/// <summary>Estimates as a table of their own, for CSV: one row an estimate, one column a figure.</summary>
internal static class EstimatesTable
{
    private static readonly string[] Names =
        ["statistic", "variable", "category", "value", "standardError", "degreesOfFreedom", "low", "high", "level", "method", "respondents", "missing", "sumOfWeights",
        "designEffect", "effectiveSampleSize", "kishDesignEffect", "coefficientOfVariation", "unknownDomain", "remark", "presentation", "presentationReasons"];

    public static Table Of(Estimates estimates, Reporting reporting)
    {
        Interval[] intervals = [.. estimates.Select(reporting.Intervals.Of)];
        var columns = new List<(string, Column)>
        {
            ("statistic", Texts(estimates, estimate => estimate.Statistic)),
            ("variable", Texts(estimates, estimate => estimate.Variable)),
        };
        if (estimates.Any(estimate => estimate.Category is not null))
            columns.Add(("category", Texts(estimates, estimate => estimate.Category)));
        for (int k = 0; k < estimates[0].Domain.Count; k++)
        {
            int variable = k;
            columns.Add((estimates[0].Domain[k].Variable, Texts(estimates, estimate => estimate.Domain[variable].Level)));
        }
        columns.AddRange(
        [
            ("value", Numbers(estimates, estimate => estimate.Value)),
            ("standardError", Numbers(estimates, estimate => estimate.StandardError)),
            ("degreesOfFreedom", Numbers(estimates, estimate => estimate.DegreesOfFreedom)),
            ("low", new NumberColumn([.. intervals.Select(interval => interval.Low)])),
            ("high", new NumberColumn([.. intervals.Select(interval => interval.High)])),
            ("level", new NumberColumn([.. intervals.Select(interval => interval.Level)])),
            ("method", new CategoryColumn([.. intervals.Select(interval => interval.Method.Called())])),
            ("respondents", Numbers(estimates, estimate => estimate.Respondents)),
            ("missing", Numbers(estimates, estimate => estimate.Missing)),
            ("sumOfWeights", Numbers(estimates, estimate => estimate.SumOfWeights)),
            .. reporting.DesignEffects ? Effects(estimates) : [],
            ("unknownDomain", Numbers(estimates, _ => estimates.Sample.UnknownDomain)),
            ("remark", new CategoryColumn([.. intervals.Select(interval => interval.Remark)])),
        ]);
        if (reporting.Standard is { } standard)
            columns.AddRange(PresentationColumns([.. estimates.Select(standard.Of)]));
        return Table.FromColumns(columns);
    }

    private static IEnumerable<(string, Column)> PresentationColumns(Presentation[] presentations) =>
    [
        ("presentation", new CategoryColumn([.. presentations.Select(presentation => presentation.Status.Called())])),
        ("presentationReasons", new CategoryColumn([.. presentations.Select(presentation => presentation.Reasons.Count == 0 ? null : string.Join("; ", presentation.Reasons))])),
    ];

    private static (string, Column)[] Effects(Estimates estimates) =>
    [
        ("designEffect", Numbers(estimates, estimate => estimate.DesignEffect)),
        ("effectiveSampleSize", Numbers(estimates, estimate => estimate.EffectiveSampleSize)),
        ("kishDesignEffect", Numbers(estimates, estimate => estimate.KishDesignEffect)),
        ("coefficientOfVariation", Numbers(estimates, estimate => estimate.CoefficientOfVariation)),
    ];

    /// <summary>Refuses a variable that splits the sample and is called as a column of the results.</summary>
    public static void CheckNames(IReadOnlyList<Variable> by)
    {
        foreach (Variable variable in by)
            if (Names.Contains(variable.Name))
                throw new ArgumentException($"A variable of --by is called '{variable.Name}', as is a column of the results; name it otherwise, such as --by \"{variable.Of} as {variable.Name}_\".");
    }

    private static CategoryColumn Texts(Estimates estimates, Func<Estimate, string?> text) => new([.. estimates.Select(text)]);

    private static NumberColumn Numbers(Estimates estimates, Func<Estimate, double> number) => new([.. estimates.Select(number)]);
}
