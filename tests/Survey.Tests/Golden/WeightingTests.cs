using System.Text.Json;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Post-stratification, raking, calibration and trimming against R: the weights, and what is estimated after them.</summary>
public class WeightingTests
{
    private const double Weights = 1e-9;

    private static readonly Margin Types = Margin.Counts("stype", ("E", 4_421), ("H", 755), ("M", 1_018));
    private static readonly Margin SchoolWide = Margin.Counts("sch.wide", ("No", 1_072), ("Yes", 5_122));

    // as R's dummies: those of E follow from the number of people
    private static readonly Margin[] TypesAndScore = [Types, Margin.Total("api99", 3_914_069)];

    private static IEnumerable<TestCaseData> First => GoldenCase.Of("weighting.json");

    private static IEnumerable<TestCaseData> Second => GoldenCase.Of("weighting_2.json");

    [Test]
    public void NoCaseIsLeftOut() => Assert.That((First.Count(), Second.Count()), Is.EqualTo((15, 9)));

    [TestCaseSource(nameof(First))]
    [TestCaseSource(nameof(Second))]
    public void MatchesR(GoldenCase golden)
    {
        SurveyDesign design = Weighted(golden);
        double[] expected = golden.Numbers("weights"), weights = ((NumberColumn)((Table)design.Rows)[Calibration.Weight]).Values.ToArray();
        Assert.That(weights, Has.Length.EqualTo(expected.Length));
        using (Assert.EnterMultipleScope())
            for (int row = 0; row < expected.Length; row++)
                Assert.That(weights[row], Close(expected[row], Weights), $"row {row + 1}");
        if (golden.Has("sum"))
            Assert.That(weights.Sum(), Close(golden.Numbers("sum")[0], ClosedForm));
        if (!golden.Has("mean.api00"))
            return;
        Compare(golden, "total.enroll", design.Estimate(Total("enroll")));
        Compare(golden, "mean.api00", design.Estimate(Mean("api00")));
        Compare(golden, "mean.by.stype", design.By("stype").Mean("api00"));
    }

    private static SurveyDesign Weighted(GoldenCase golden)
    {
        SurveyDesign design = Samples.Design(golden.Design);
        return golden.Id[(golden.Design.Length + 1)..] switch
        {
            "poststratify" => design.PostStratify(Types),
            "rake" => design.Rake(Types, SchoolWide),
            "calibrate.linear" => design.Calibrate(TypesAndScore),
            "calibrate.raking" => design.Calibrate(TypesAndScore, CalibrationDistance.Raking),
            "calibrate.logit" => design.Calibrate(TypesAndScore, CalibrationDistance.Logit, (0.4, 2.5)),
            "trim" => design.Rake(Types, SchoolWide).Trim(above: 45, below: 10, strict: true),
            "calibrate.raking.margins" => design.Calibrate([Types, SchoolWide], CalibrationDistance.Raking),
            "calibrate.linear.bounded" => design.Calibrate(TypesAndScore, bounds: golden.Design switch { "dclus1" => (0.5, 2), "dsrs" => (0.92, 1.12), _ => (0.805, 1.45) }),
            "calibrate.cluster_constant" => design.Calibrate([Types], constantInClusters: true),
            "calibrate.linear.negative" => design.Calibrate([Margin.Counts("stype", ("E", 6_194 - 400 - 1_018), ("H", 400), ("M", 1_018)), Margin.Total("api99", 4_600_000)]),
            "trim.loose" => design.Calibrate([Types, SchoolWide], CalibrationDistance.Raking).Trim(above: 60, below: 10),
            _ => throw new ArgumentException($"No step is written for {golden.Id}."),
        };
    }

    private static void Compare(GoldenCase golden, string part, Estimates estimates)
    {
        JsonElement result = golden.Result.GetProperty(part);
        var own = new GoldenCase(golden.Id, golden.Design, part, result);
        double[] values = own.Numbers("estimate"), errors = own.Numbers("se");
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < values.Length; k++)
            {
                Assert.That(estimates[k].Value, Close(values[k], Iterative), part);
                Assert.That(estimates[k].StandardError, Close(errors[k], Iterative), part);
            }
    }
}
