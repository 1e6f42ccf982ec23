namespace Survey;

/// <summary>Estimates as rows: one an estimate, one column a figure.</summary>
internal static class EstimatesTable
{
    /// <summary>The columns that a table of estimates may have, beside those of variables that split.</summary>
    public static readonly string[] Columns =
        ["statistic", "variable", "category", "value", "standardError", "degreesOfFreedom", "low", "high", "level", "method", "respondents", "missing", "sumOfWeights",
        "designEffect", "effectiveSampleSize", "kishDesignEffect", "coefficientOfVariation", "unknownDomain", "remark", "presentation", "presentationReasons"];

    /// <param name="estimates">Its rows.</param>
    /// <param name="choice">Of intervals.</param>
    /// <param name="designEffects">Whether design effects stand beside.</param>
    /// <param name="standard">The presentation standard that they are held against, or null.</param>
    /// <param name="unknownDomain">Rows of unknown domain; NaN where it is not known.</param>
    public static Table Of(IReadOnlyList<Estimate> estimates, IntervalChoice choice, bool designEffects, Func<Estimate, Presentation>? standard, double unknownDomain)
    {
        var rows = new ResultTable<(Estimate Of, Interval Interval, Presentation? Presentation)>([.. estimates.Select(estimate => (estimate, choice.Of(estimate), standard?.Invoke(estimate)))]);
        rows.Text("statistic", row => row.Of.Statistic).Text("variable", row => row.Of.Variable);
        if (estimates.Any(estimate => estimate.Category is not null))
            rows.Text("category", row => row.Of.Category);
        rows.Keys(estimates.Count == 0 ? [] : estimates[0].Domain.Select(level => level.Variable), (row, k) => row.Of.Domain[k].Level);
        rows.Number("value", row => row.Of.Value).Number("standardError", row => row.Of.StandardError).Number("degreesOfFreedom", row => row.Of.DegreesOfFreedom)
            .Number("low", row => row.Interval.Low).Number("high", row => row.Interval.High).Number("level", row => row.Interval.Level).Text("method", row => row.Interval.Method.Called())
            .Number("respondents", row => row.Of.Respondents).Number("missing", row => row.Of.Missing).Number("sumOfWeights", row => row.Of.SumOfWeights);
        if (designEffects)
            rows.Number("designEffect", row => row.Of.DesignEffect).Number("effectiveSampleSize", row => row.Of.EffectiveSampleSize)
                .Number("kishDesignEffect", row => row.Of.KishDesignEffect).Number("coefficientOfVariation", row => row.Of.CoefficientOfVariation);
        rows.Number("unknownDomain", _ => unknownDomain).Text("remark", row => row.Interval.Remark);
        if (standard is not null)
            rows.Text("presentation", row => row.Presentation!.Status.Called()).Text("presentationReasons", row => string.Join("; ", row.Presentation!.Reasons));
        return rows.ToTable();
    }
}
