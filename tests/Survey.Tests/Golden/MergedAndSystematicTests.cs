using System.Globalization;
using static Survey.Expr;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Merged strata against survey's designs with strata recoded by hand, successive differences against their formula in R; merged_and_systematic.R wrote the figures.</summary>
public class MergedAndSystematicTests
{
    private static IEnumerable<TestCaseData> Cases =>
        from line in File.ReadLines(GoldenCase.Path("merged_and_systematic.tsv")).Skip(2)
        let cells = line.Split('\t')
        select new TestCaseData(cells[0].Split(' '), Array.ConvertAll(cells[1..], cell => double.Parse(cell, CultureInfo.InvariantCulture))).SetName(cells[0]);

    [TestCaseSource(nameof(Cases))]
    public void MatchesR(string[] words, double[] expected)
    {
        Estimate estimate = EstimateOf(DesignOf($"{words[0]} {words[1]}"), words[1], words[2]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Value, Close(expected[0], ClosedForm));
            Assert.That(estimate.StandardError, Close(expected[1], ClosedForm, estimate.Value));
            Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(expected[2]));
        }
    }

    [Test]
    public void NoCaseIsLeftOutByMistake() => Assert.That(Cases.Count(), Is.EqualTo(6 + 12));

    private static SurveyDesign DesignOf(string name)
    {
        const DegreesOfFreedomRule Rule = DegreesOfFreedomRule.Design;
        Table schools = Samples.Table("apistrat");
        return name switch
        {
            "merged small" => new SurveyDesign(Samples.Table("lonely"), "w", "stratum", "psu", collapse: South, degreesOfFreedom: Rule),
            "merged sizes" => new SurveyDesign(Samples.Table("lonely"), "w", "stratum", "psu", "N", collapse: South, degreesOfFreedom: Rule),
            "merged schools" => new SurveyDesign(schools, "pw", "stype", populationSizes: "fpc", collapse: new Dictionary<string, string> { ["M"] = "E" }, degreesOfFreedom: Rule),
            "systematic size" => new SurveyDesign(schools.With("place", 10_000 * Col("enroll") + Col("snum")), "pw", "stype", populationSizes: "fpc", systematicOrder: "place", degreesOfFreedom: Rule),
            "systematic code" => new SurveyDesign(schools, "pw", "stype", populationSizes: "fpc", systematicOrder: "cds", degreesOfFreedom: Rule),
            "systematic districts" => new SurveyDesign(Samples.Table("apiclus1"), "pw", clusters: "dnum", populationSizes: "fpc", systematicOrder: "dnum", degreesOfFreedom: Rule),
            "systematic stages" => new SurveyDesign(Samples.Table("apiclus2"), clusters: ["dnum", "snum"], populationSizes: ["fpc1", "fpc2"], lonelyPsu: LonelyPsu.Certainty, systematicOrder: "dnum", degreesOfFreedom: Rule),
            _ => throw new ArgumentException($"No design is written for {name}."),
        };
    }

    private static Dictionary<string, string> South => new() { ["1"] = "south", ["2"] = "south" };

    private static Estimate EstimateOf(SurveyDesign design, string sample, string what)
    {
        string variable = sample switch { "small" or "sizes" => "y", "stages" => "api99", _ => "api00" };
        return what switch
        {
            "total" => design.Total(variable),
            "mean" => design.Mean(variable),
            "ratio" => design.Ratio("api.stu", "enroll"),
            "domain" => design.Where(Col("awards") == "Yes").Mean(variable),
            _ => throw new ArgumentException($"No request is written for {what}."),
        };
    }
}
