using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Totals, means, ratios, shares and domains against R.</summary>
public class EstimatesTests
{
    // contrasts have their own tests; what is standardized within race and sex is an overall mean with the shares of race and sex fixed, another thing
    private static bool IsEstimated(string id) => !id.Contains(".contrast.") && !id.EndsWith("standardized.within_race_sex", StringComparison.Ordinal);

    private static StandardPopulation Ages => new("agecat", ("(0,19]", 55_901), ("(19,39]", 77_670), ("(39,59]", 72_816), ("(59,Inf]", 45_364));

    private static IEnumerable<TestCaseData> Estimates => GoldenCase.Of("estimates.json", IsEstimated);

    [TestCaseSource(nameof(Estimates))]
    public void MatchesR(GoldenCase golden)
    {
        SurveyDesign design = Samples.Design(golden.Design);
        string asked = golden.Id[(golden.Design.Length + 1)..];
        Estimates estimates = asked switch
        {
            "total.enroll" => design.Estimate(Total("enroll")),
            "mean.api" => design.Estimate(Mean("api00"), Mean("api99")),
            "mean.api.deffreplace" => design.Estimate(Mean("api00")),
            "prop.stype" => design.Shares("stype"),
            "total.stype" => design.Estimate(Total(Col("stype") == "E"), Total(Col("stype") == "H"), Total(Col("stype") == "M")),
            "by.api00.schwide" => design.By("sch.wide").Mean("api00"),
            "by.total.enroll.stype" => design.By("stype").Total("enroll"),
            "domain.api00.E.awardsYes" => design.Where(Col("stype") == "E" & Col("awards") == "Yes").Estimate(Mean("api00")),
            "var.api00" => design.Estimate(Variance("api00")),
            "ratio.apistu.enroll" => design.Estimate(Ratio("api.stu", "enroll")),
            "total" => design.Estimate(Total(golden.Design == "dfpc" ? "x" : "y1")),
            "mean" => design.Estimate(Mean(golden.Design == "dfpc" ? "x" : "y1")),
            "mean.chol" => design.Estimate(Mean("HI_CHOL")),
            "by.race.sex" => design.By("race", "RIAGENDR").Mean("HI_CHOL"),
            "by.race.sex.standardized" => design.By("race", "RIAGENDR").StandardizedMean("HI_CHOL", Ages),
            "by.agecat" => design.By("agecat").Mean("HI_CHOL"),
            "mean.qn8" => design.Estimate(Mean("qn8")),
            _ => throw new ArgumentException($"No request is written for {golden.Id}."),
        };
        AgainstR.Compare(golden, estimates, asked.StartsWith("by.", StringComparison.Ordinal) ? OrderOf(golden, estimates) : null);
    }

    [Test]
    public void NoCaseIsLeftOutByMistake()
    {
        Assert.That(Estimates.Count(), Is.EqualTo(82 - 6 * 2 - 1));
        Assert.That(Second.Count(), Is.EqualTo(21 - 1));
    }

    // imputation has a test of its own
    private static IEnumerable<TestCaseData> Second => GoldenCase.Of("estimates_2.json", id => IsEstimated(id) && !id.StartsWith("mi.", StringComparison.Ordinal));

    [TestCaseSource(nameof(Second))]
    public void MatchesRAgain(GoldenCase golden)
    {
        Estimates estimates = golden.Id switch
        {
            "missing.separate" => Samples.Design("apiclus1_missing").Estimate(Mean("a"), Mean("b")),
            "missing.listwise" => Samples.Design("apiclus1_missing").Where(!Col("a").IsMissing & !Col("b").IsMissing).Estimate(Mean("a"), Mean("b")),
            "zero_weights.mean" => ZeroWeights.Estimate(Mean("api00")),
            "zero_weights.total" => ZeroWeights.Estimate(Total("api00")),
            "fraction.mean" => new SurveyDesign(Samples.Table("apiclus1_missing"), "pw", clusters: "dnum", populationSizes: "f").Estimate(Mean("api00")),
            "three_stage.total" => Samples.Design("three_stage").Estimate(Total("y")),
            "three_stage.mean" => Samples.Design("three_stage").Estimate(Mean("y")),
            "three_stage.fpc1only" => FirstStageSizesOnly.Estimate(Total("y")),
            _ => golden.Id[(golden.Design.Length + 1)..] switch
            {
                "domain.df" => Elementary(golden).Estimate(Mean("api00")),
                "domain.total.deff" => Elementary(golden).Estimate(Total("enroll")),
                "domain.total.deff.wholesample" => Samples.Design(golden.Design).Estimate(Total(When(Col("stype") == "E", Col("enroll"), 0))),
                "by.two" => Samples.Design(golden.Design).By("stype", "sch.wide").Estimate(Mean("api00"), Mean("api99")),
                "standardized.simple" => Samples.Design(golden.Design).Estimate(StandardizedProportion("HI_CHOL", Ages)),
                "by.sex.standardized.cov" => Samples.Design(golden.Design).By("RIAGENDR").StandardizedProportion("HI_CHOL", Ages),
                "by.ratio" => Samples.Design(golden.Design).By("stype").Ratio("api.stu", "enroll"),
                _ => throw new ArgumentException($"No request is written for {golden.Id}."),
            },
        };
        AgainstR.Compare(golden, estimates, golden.Id.EndsWith("by.two", StringComparison.Ordinal) ? OrderOf(golden, estimates) : null);
    }

    [TestCase("dclus1")]
    [TestCase("dclus2")]
    public void ATotalOfADomainHasADesignEffectInTheWholeSample(string design)
    {
        GoldenCase golden = GoldenCase.Named("estimates_2.json", design + ".domain.total.deff.wholesample");
        Estimate total = Samples.Design(design).Where(Col("stype") == "E").Total("enroll");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(total.Value, Close(golden.Numbers("estimate")[0], ClosedForm));
            Assert.That(total.DesignEffectInWholeSample, Close(golden.Numbers("deff")[0], ClosedForm));
        }
    }

    private static SurveyDesign ZeroWeights => new(Samples.Table("apiclus1_missing"), "w0", clusters: "dnum");

    private static SurveyDesign FirstStageSizesOnly =>
        new(Samples.Table("three_stage").With("w", Col("N") / 2 * (Col("M") / 3) * (Col("K") / 3)), "w", "h", ["p", "s", "t"], "N");

    private static SurveyDesign Elementary(GoldenCase golden) => Samples.Design(golden.Design, DegreesOfFreedomRule.Domain).Where(Col("stype") == "E");

    /// <summary>R names a domain by its levels, "E.No", and a variable in it "E.No:api00"; its first level runs fastest, ours last.</summary>
    private static int[] OrderOf(GoldenCase golden, Estimates estimates)
    {
        bool variables = golden.Names.Any(name => name.Contains(':'));
        string[] ours = [.. estimates.Select(estimate => string.Join('.', estimate.Domain.Select(level => level.Level)) + (variables ? ":" + estimate.Variable : ""))];
        return [.. golden.Names.Select(name => Array.IndexOf(ours, name))];
    }
}
