using static Survey.Expr;
using static Survey.Statistic;

namespace Survey.Tests.Golden;

/// <summary>Strata of one PSU under every rule, against R.</summary>
public class LonelyPsuTests
{
    private static IEnumerable<TestCaseData> Cases => [.. GoldenCase.Of("lonely_psu.json"), .. GoldenCase.Of("lonely_psu_2.json")];

    [TestCaseSource(nameof(Cases))]
    public void MatchesR(GoldenCase golden)
    {
        // an id reads lonely[.what].rule[.whether the rule acts in domains]
        string[] parts = golden.Id.Split('.');
        bool domainLonely = parts[^1] == "TRUE";
        int rule = parts[^1] is "TRUE" or "FALSE" ? parts.Length - 2 : parts.Length - 1;
        // certainty and remove are one rule
        LonelyPsu lonely = parts[rule] == "remove" ? LonelyPsu.Certainty : Enum.Parse<LonelyPsu>(parts[rule], ignoreCase: true);
        string what = string.Join('.', parts[1..rule]);

        SurveyDesign design = golden.Design == "lonely_two_stage"
            ? new SurveyDesign(Samples.Table("lonely_two_stage"), clusters: ["psu", "ssu"], populationSizes: ["N", "M"], lonelyPsu: lonely, domainLonely: domainLonely)
            : new SurveyDesign(Samples.Table("lonely"), "w", "stratum", "psu", what.StartsWith("fpc", StringComparison.Ordinal) ? "N" : default(Names), lonely, domainLonely);
        Statistic asked = what.Contains("total", StringComparison.Ordinal) ? Total("y") : Mean("y");
        Estimates estimates = what switch
        {
            "" or "total" or "fpc.total" or "stage2.total" => design.Estimate(asked),
            "domain" or "domain_total" => design.Where(Col("d") == 1).Estimate(asked),
            "domain_without_stratum.total" or "domain_without_stratum.mean" => design.Where(Col("e") == 1).Estimate(asked),
            "stage2.domain" => design.Where(Col("g") == 1).Estimate(asked),
            _ => throw new ArgumentException($"No request is written for {golden.Id}."),
        };
        AgainstR.Compare(golden, estimates);
    }

    [Test]
    public void NoCaseIsLeftOutByMistake() => Assert.That(Cases.Count(), Is.EqualTo(16 + 32));
}
