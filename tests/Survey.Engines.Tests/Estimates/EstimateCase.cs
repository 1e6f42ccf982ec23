using static Survey.Expr;

namespace Survey.Engines.Tests;

/// <summary>Questions that are asked of a file and of a database alike.</summary>
/// <param name="Name">For the runner.</param>
/// <param name="Ask">The question.</param>
/// <param name="RowsAreUnits">Whether rows are the PSUs, so that variances come of a second statement.</param>
internal sealed record EstimateCase(string Name, Func<Rows, Estimates> Ask, bool RowsAreUnits = false)
{
    private static readonly StandardPopulation Ages = new((Variable)Cut(Col("age"), 15, 35, 60, 90), ("15-34", 5), ("35-59", 3), ("60-89", 2));

    private static readonly Expr Literate = (Col("age") < 60 & Col("opinion") != "说不清") | (!Col("smoker") & Col("children").In(0, 2));

    private static readonly Statistic[] All =
    [
        Statistic.Mean("height"), Statistic.Mean("debt"), Statistic.Mean("smoker"), Statistic.Total("height"), Statistic.Total("smoker"), Statistic.Proportion("smoker"), Statistic.Proportion("answered"), Statistic.Proportion(Literate),
        Statistic.Ratio("debt", "children"), Statistic.Ratio("height", "age"), Statistic.Variance("height"), Statistic.StandardDeviation("debt"), Statistic.Shares("opinion"), Statistic.Shares("smoker"),
        Statistic.Mean((Variable)(Log(Col("age")) + Col("debt") / Col("children"))), Statistic.StandardizedProportion("smoker", Ages), Statistic.StandardizedMean("height", Ages),
        Statistic.Mean((Variable)Age(Col("birth"), "2020-02-29")), Statistic.Proportion((Variable)Col("birth").IsMissing),
    ];

    private static readonly Expr Adults = Col("age") >= 18 & !(Col("opinion") == "back\\slash");

    public static IEnumerable<EstimateCase> Of()
    {
        foreach ((string name, bool areUnits, Func<Rows, Design> design) in Designs())
        {
            yield return new($"{name}, everyone", rows => design(rows).Estimate(All), areUnits);
            yield return new($"{name}, where", rows => design(rows).Where(Adults).Estimate(All), areUnits);
            yield return new($"{name}, by region and smoker", rows => design(rows).By("region", "smoker").Estimate(All[..14]), areUnits);
            yield return new($"{name}, where, by age groups, children and a level that is nobody's", rows => design(rows).Where(Adults).By((Variable)Cut(Col("age"), 15, 45, 90, 200), "children").Estimate(All[..8]), areUnits);
            yield return new($"{name}, by day of birth", rows => design(rows).Where(Col("birth") < "1970-02-01").By("birth").Estimate(Statistic.Mean("age"), Statistic.Proportion("answered")), areUnits);
        }
    }

    private static IEnumerable<(string, bool, Func<Rows, Design>)> Designs()
    {
        yield return ("strata and PSUs", false, rows => new SurveyDesign(rows, "w", "stratum", "psu"));
        yield return ("strata of texts, PSUs, households", false, rows => new SurveyDesign(rows, "w", "county", Names.Of(["psu", "household"]), Names.Of(["n psu", "n households"])));
        yield return ("weights that follow", false, rows => new SurveyDesign(rows, null, "stratum", Names.Of(["psu", "household"]), Names.Of(["n psu", "n households"])));
        yield return ("PSUs alone, answered", false, rows => new SurveyDesign(rows, "w", clusters: "psu", degreesOfFreedom: DegreesOfFreedomRule.Answered));
        yield return ("lonely PSUs adjusted", false, rows => new SurveyDesign(rows, "w", "stratum", "psu", lonelyPsu: LonelyPsu.Adjust, domainLonely: true));
        yield return ("collapsed strata", false, rows => new SurveyDesign(rows, "w", "county", "psu", collapse: new Dictionary<string, string> { ["县1"] = "县2", ["县7"] = "县8" }));
        yield return ("systematic", false, rows => new SurveyDesign(rows, "w", "stratum", "psu", systematicOrder: "psu"));
        yield return ("rows", true, rows => new SurveyDesign(rows, "w"));
        yield return ("rows without weights", true, rows => new SurveyDesign(rows));
        yield return ("rows in strata", true, rows => new SurveyDesign(rows, "w", "stratum"));
        yield return ("rows in strata of constant weights", true, rows => new SurveyDesign(rows, "ws", "county"));
        yield return ("rows in strata, averaged, collapsed", true, rows => new SurveyDesign(rows, "w", "county", lonelyPsu: LonelyPsu.Average, collapse: new Dictionary<string, string> { ["县1"] = "县2" }));
        yield return ("replicate weights", false, rows => new ReplicateDesign(rows, "w", "rep*", ReplicateMethod.JK1));
        yield return ("replicate weights about the estimate, answered", false, rows => new ReplicateDesign(rows, "w", "rep*", ReplicateMethod.Brr, centre: ReplicateCentre.FullEstimate, degreesOfFreedom: DegreesOfFreedomRule.Answered));
        yield return ("replicates made", false, rows => new SurveyDesign(rows, "w", "stratum", "psu").Replicates(ReplicateScheme.JKn()));
    }

    public override string ToString() => Name;
}
