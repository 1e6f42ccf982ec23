namespace Survey.Engines.Benchmarks;

/// <summary>What is asked of each place: an estimate, and the GROUP BY that somebody would write by hand for the same sums.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Clusters">The column of PSUs; null where rows are the units.</param>
internal sealed record Question(string Name, string? Clusters)
{
    public static readonly Question Psus = new("300 strata x 20 PSUs", "psu");
    public static readonly Question RowsInStrata = new("rows in 300 strata", null);

    /// <summary>A mean, a proportion and a total of each of five regions, with standard errors.</summary>
    public Estimates Ask(Rows rows) =>
        new SurveyDesign(rows, "weight", "stratum", Clusters).By("region").Estimate(Statistic.Mean("height"), Statistic.Proportion("smoker"), Statistic.Total("income"));

    /// <summary>Sums by unit and domain; where rows are units, their squares by stratum and domain, about a centre that somebody knows.</summary>
    public string Bare(string table)
    {
        string keys = Clusters is null ? "stratum, region" : $"stratum, {Clusters}, region";
        string smokes = "CASE WHEN smoker = 'true' THEN weight ELSE 0 END", answered = "CASE WHEN income IS NOT NULL THEN weight ELSE 0 END";
        string sums = $"count(*), sum(weight), sum(weight * weight), sum(weight * (height - 100000)), sum({smokes}), count(income), sum({answered}), sum(weight * income)";
        string squares = $"sum(weight * weight * (height - 100000)), sum(weight * weight * (height - 100000) * (height - 100000)), sum(weight * {smokes}), sum(weight * weight * income), sum(weight * weight * income * income)";
        return $"SELECT {keys}, {(Clusters is null ? $"{sums}, {squares}" : sums)} FROM {table} GROUP BY {keys}";
    }
}
