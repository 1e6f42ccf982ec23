using System.Globalization;
using System.Text.Json;
using static Survey.Expr;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Tests of association and of two means against R: whole samples by the oracle; subsets, missing values, empty cells, calibrated and replicate weights by association.R.</summary>
public class AssociationTests
{
    private static readonly Margin Types = Margin.Counts("stype", ("E", 4_421), ("H", 755), ("M", 1_018));

    // the other p values, by numerical integration and saddlepoint, and the rank tests are not here
    private static IEnumerable<TestCaseData> Tables => GoldenCase.Of("tests.json", id => id.Split('.') is [_, "chisq", "F" or "Chisq" or "Wald" or "adjWald"]);

    private static IEnumerable<TestCaseData> Means => GoldenCase.Of("tests.json", id => id.EndsWith(".ttest.two", StringComparison.Ordinal));

    private static IEnumerable<TestCaseData> Parts =>
        from line in File.ReadLines(GoldenCase.Path("association.tsv")).Skip(2)
        let cells = line.Split('\t')
        select new TestCaseData(cells[0].Split(' '), Array.ConvertAll(cells[1..], Number)).SetName(cells[0]);

    [TestCaseSource(nameof(Tables))]
    public void MatchesR(GoldenCase golden)
    {
        string method = golden.Id.Split('.')[2];
        SurveyDesign design = Samples.Design(golden.Design);
        Association test = golden.Design == "dnhanes" ? design.Association("race", "HI_CHOL", MethodOf(method)) : design.Association("sch.wide", "stype", MethodOf(method));
        JsonElement degrees = golden.Result.GetProperty("parameter");

        Compare(
            test,
            method,
            golden.Result.GetProperty("statistic").EnumerateObject().Single().Value.GetDouble(),
            degrees.GetProperty(method == "Chisq" ? "df" : "ndf").GetDouble(),
            method == "Chisq" ? double.PositiveInfinity : degrees.GetProperty("ddf").GetDouble(),
            golden.Numbers("p_value")[0]);
    }

    [TestCaseSource(nameof(Means))]
    public void MeansMatchR(GoldenCase golden)
    {
        Contrast difference = Samples.Design(golden.Design, DegreesOfFreedomRule.Answered).MeanDifference("enroll", "comp.imp");

        Compare(
            difference,
            golden.Result.GetProperty("statistic").GetProperty("t").GetDouble(),
            golden.Result.GetProperty("parameter").GetProperty("df").GetDouble(),
            golden.Result.GetProperty("estimate").GetProperty("difference in mean").GetDouble(),
            golden.Numbers("p_value")[0]);
    }

    [TestCaseSource(nameof(Parts))]
    public void PartsMatchR(string[] words, double[] expected)
    {
        string name = $"{words[0]} {words[1]}";
        if (words[2] == "t")
            Compare(DifferenceOf(name), expected[0], expected[1], expected[2], expected[3]);
        else
            Compare(TestOf(name, MethodOf(words[2])), words[2], expected[0], expected[1], expected[2], expected[3]);
    }

    [Test]
    public void NoCaseIsLeftOutByMistake() => Assert.That((Tables.Count(), Means.Count(), Parts.Count()), Is.EqualTo((3 * 4 + 1, 3, 12 * 4 + 3)));

    private static void Compare(Association test, string method, double statistic, double numerator, double denominator, double p)
    {
        using (Assert.EnterMultipleScope())
        {
            // R prints X² itself, and takes p of it over the mean design effect
            Assert.That(method == "Chisq" ? test.PearsonChiSquared : test.Statistic, Close(statistic, ClosedForm));
            Assert.That(test.NumeratorDegreesOfFreedom, Close(numerator, ClosedForm));
            Assert.That(test.DenominatorDegreesOfFreedom, Close(denominator, ClosedForm));
            Assert.That(Math.Log(test.PValue), Close(Math.Log(p), ClosedForm, 1)); // what the statistic rounds off counts in its tail as often as the tail's logarithm
        }
    }

    private static void Compare(Contrast difference, double t, double degrees, double value, double p)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(difference.TStatistic, Close(t, ClosedForm));
            Assert.That(difference.DegreesOfFreedom, Is.EqualTo(degrees));
            Assert.That(difference.Value, Close(value, ClosedForm));
            Assert.That(Math.Log(difference.PValue), Close(Math.Log(p), ClosedForm, 1));
        }
    }

    private static Association TestOf(string name, AssociationMethod method) =>
        name switch
        {
            "dstrat empty" => Design("dstrat").Association(Cut(Col("enroll"), 0, 250, 1200, 5000), "stype", method),
            "dstrat subset" => Design("dstrat").Where(Col("stype") != "H").Association("comp.imp", "sch.wide", method),
            "dclus2 subset" => Design("dclus2").Where(Col("stype") == "E").Association("awards", "sch.wide", method),
            "dclus1 subset" => Design("dclus1").Where(Col("meals") > 40).Association("awards", "both", method),
            "dmissing missing" => Missing().Association(Col("a") > 600, "stype", method),
            "dmissing both" => Missing().Association(Col("a") > 600, Col("b") > 620, method),
            "dnhanes age" => Design("dnhanes").Association("agecat", Col("HI_CHOL") == 1, method),
            "dnhanes subset" => Design("dnhanes").Where(Col("RIAGENDR") == 2).Association("race", "HI_CHOL", method),
            "dclus1 calibrated" => Design("dclus1").PostStratify(Types).Association("comp.imp", "sch.wide", method),
            "dclus1 JK1" => Design("dclus1").Replicates(ReplicateScheme.JK1()).Association("sch.wide", "stype", method),
            "dstrat JKn" => Design("dstrat").Replicates(ReplicateScheme.JKn()).Association("sch.wide", "stype", method),
            "dclus1 JK1subset" => Design("dclus1").Replicates(ReplicateScheme.JK1()).Where(Col("meals") > 40).Association("awards", "comp.imp", method),
            _ => throw new ArgumentException($"No test is written for {name}."),
        };

    private static Contrast DifferenceOf(string name) =>
        name switch
        {
            "dmissing missing" => Missing(DegreesOfFreedomRule.Answered).MeanDifference("b", Col("stype") == "E"),
            "dclus2 subset" => Samples.Design("dclus2", DegreesOfFreedomRule.Answered).Where(Col("stype") == "E").MeanDifference("enroll", "comp.imp"),
            "dclus1 JK1" => Design("dclus1").Replicates(ReplicateScheme.JK1()).MeanDifference("enroll", "comp.imp"),
            _ => throw new ArgumentException($"No difference is written for {name}."),
        };

    private static SurveyDesign Design(string name) => Samples.Design(name, DegreesOfFreedomRule.Domain);

    private static SurveyDesign Missing(DegreesOfFreedomRule rule = DegreesOfFreedomRule.Domain) =>
        new(Samples.Table("apiclus1_missing"), "pw", clusters: "dnum", populationSizes: "fpc", degreesOfFreedom: rule);

    private static AssociationMethod MethodOf(string r) =>
        r switch
        {
            "F" => AssociationMethod.RaoScottF,
            "Chisq" => AssociationMethod.RaoScottChiSquared,
            "Wald" => AssociationMethod.Wald,
            "adjWald" => AssociationMethod.AdjustedWald,
            _ => throw new ArgumentException($"No method is called {r}."),
        };

    private static double Number(string text) => text == "Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);
}
