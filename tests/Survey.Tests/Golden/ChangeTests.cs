using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Two waves with all, some and none of their villages in common, against R.</summary>
public class ChangeTests
{
    private static IEnumerable<TestCaseData> OwnWaves => GoldenCase.Of("change_2.json");

    [TestCaseSource(nameof(OwnWaves))]
    public void EachWaveInItsOwnDesign(GoldenCase golden)
    {
        Waves waves = WavesOf(golden.Design, samePlaces: golden.Numbers("shared")[0] > 0 ? true : null);
        Estimates joint = waves.Estimate(Proportion("literate"));
        Change change = waves.Change(Proportion("literate"));
        double[] estimates = golden.Numbers("estimates");
        FiellerSet fieller = FiellerSet.Of(
            change.Before.Value, change.After.Value, joint.Covariance(0, 0), joint.Covariance(1, 1), joint.Covariance(0, 1), StudentT.UpperQuantile(0.05, 30), cutAtZero: true);

        using (Assert.EnterMultipleScope())
        {
            CompareMatrix(golden, joint, estimates);
            Assert.That(change.Covariance, Close(golden.Matrix("vcov")[0][1], ClosedForm, golden.Matrix("vcov")[0][0]));
            Assert.That((change.Before.DegreesOfFreedom, change.After.DegreesOfFreedom), Is.EqualTo((golden.Numbers("df")[0], golden.Numbers("df")[1])));
            Assert.That(waves.Overlap(), Has.Property("SharedPsus").EqualTo((int)golden.Numbers("shared")[0]).And.Property("FirstPsus").EqualTo(golden.Numbers("psus")[0]).And.Property("SecondPsus").EqualTo(golden.Numbers("psus")[1]));
            Compare(change.Difference, golden.Numbers("difference"));
            Compare(change.LogRatio, golden.Numbers("log_ratio"));
            Compare(joint.Contrast("p2 - 1.2 * p1"), golden.Numbers("gap20"));
            Compare(joint.Contrast([0.9, -1]), golden.Numbers("fall10"));
            Assert.That(fieller.Low, Close(golden.Numbers("fieller90_df30")[0], ClosedForm));
            Assert.That(fieller.High, Close(golden.Numbers("fieller90_df30")[1], ClosedForm));
        }
    }

    [Test]
    public void SharedVillagesAreRsStackedDesign() => CompareStacked("change.shared_villages", samePlaces: true, degrees: 42);

    // R counts all PSUs of both waves less all strata; this library's degrees of freedom for independent waves are Welch and Satterthwaite's
    [Test]
    public void IndependentWaves()
    {
        GoldenCase golden = Case("change.independent");
        (double v1, double v2) = (golden.Matrix("vcov")[0][0], golden.Matrix("vcov")[1][1]);
        CompareStacked("change.independent", samePlaces: false, degrees: (v1 + v2) * (v1 + v2) / (v1 * v1 / 42 + v2 * v2 / 42));
    }

    [Test]
    public void WavesStackedAsStrataOfOneDesign()
    {
        GoldenCase golden = Case("change.independent");
        Table table = Samples.Table("two_waves").With("h", Col("stratum") + 1000 * Col("year"));
        Estimates by = new SurveyDesign(table, "w", "h", "village", degreesOfFreedom: DegreesOfFreedomRule.Design).By("year").Proportion("literate");
        Contrast difference = by.Contrast("""  "2024" - "2023"  """);
        using (Assert.EnterMultipleScope())
        {
            Compare(difference, [golden.Numbers("contrast")[0], golden.Numbers("se")[0]]);
            Assert.That(difference.DegreesOfFreedom, Is.EqualTo(golden.Numbers("df")[0]));
        }
    }

    private static IEnumerable<TestCaseData> Nhanes => GoldenCase.Of("change.json", id => id.StartsWith("nhanes", StringComparison.Ordinal));

    [TestCaseSource(nameof(Nhanes))]
    public void TenCyclesOfNhanes(GoldenCase golden)
    {
        var design = new SurveyDesign(Samples.Reference("nhanes_1999_2020_smoking").With("smoker", Col("cc_smoke") == "Current"), "svy_weight_mec", "svy_strata", "svy_psu", degreesOfFreedom: DegreesOfFreedomRule.Design);
        SurveyDesign adults = design.Where(Col("demo_age_years") >= 20);
        if (golden.Id.Contains("change", StringComparison.Ordinal))
        {
            Contrasts contrasts = adults.By("svy_year").Mean("smoker").Contrasts("""  "2015-2016" - "2013-2014"  """, """  log("2015-2016" / "2013-2014")  """);
            using (Assert.EnterMultipleScope())
                for (int k = 0; k < 2; k++)
                    Compare(contrasts[k], [golden.Numbers("estimate")[k], golden.Numbers("se")[k]]);
            return;
        }
        Estimates by = golden.Id.EndsWith("sex", StringComparison.Ordinal) ? adults.By("svy_year", "demo_gender").Mean("smoker") : adults.By("svy_year").Mean("smoker");
        string[] ours = [.. by.Select(estimate => string.Join('.', estimate.Domain.Select(level => level.Level)))];
        AgainstR.Compare(golden, by, [.. golden.Names.Select(name => Array.IndexOf(ours, name))]);
    }

    [Test]
    public void CyclesAsWavesAreTheSameWhereTheyShareNothing()
    {
        Table table = Samples.Reference("nhanes_1999_2020_smoking");
        Waves waves = Waves.Of(table, "svy_year", rows => new SurveyDesign(rows, "svy_weight_mec", "svy_strata", "svy_psu"), samePlaces: false).Where(Col("demo_age_years") >= 20);
        Change change = waves.Change(Proportion((Col("cc_smoke") == "Current")), "2013-2014", "2015-2016");
        GoldenCase golden = Case("nhanes_smoking.change.1314.1516");
        Compare(change.Difference, [golden.Numbers("estimate")[0], golden.Numbers("se")[0]]);
        Compare(change.LogRatio, [golden.Numbers("estimate")[1], golden.Numbers("se")[1]]);
    }

    [Test]
    public void NoCaseIsLeftOutByMistake()
    {
        Assert.That(GoldenCase.Of("change.json").Count(), Is.EqualTo(2 + Nhanes.Count()));
        Assert.That((Nhanes.Count(), OwnWaves.Count()), Is.EqualTo((3, 6)));
    }

    private static GoldenCase Case(string id) => (GoldenCase)GoldenCase.Of("change.json", other => other == id).Single().Arguments[0]!;

    private static Waves WavesOf(string data, bool? samePlaces) =>
        Waves.Of(Samples.Table(data), "year", rows => new SurveyDesign(rows, "w", "stratum", "village"), samePlaces);

    private static void CompareStacked(string id, bool samePlaces, double degrees)
    {
        GoldenCase golden = Case(id);
        Waves waves = WavesOf("two_waves", samePlaces);
        Estimates joint = waves.Estimate(Proportion("literate"));
        Change change = waves.Change(Proportion("literate"));
        Contrasts contrasts = joint.Contrasts("p2 - p1", "log(p2 / p1)", "p2 / p1 - 1", "p2 - 1.2 * p1");
        using (Assert.EnterMultipleScope())
        {
            CompareMatrix(golden, joint, golden.Numbers("estimates"));
            for (int k = 0; k < contrasts.Count; k++)
                Compare(contrasts[k], [golden.Numbers("contrast")[k], golden.Numbers("se")[k]]);
            Assert.That(change.Difference.StandardError, Close(contrasts[0].StandardError, ClosedForm));
            Assert.That(change.LogRatio.StandardError, Close(contrasts[1].StandardError, ClosedForm));
            Assert.That(change.DegreesOfFreedom, Close(degrees, ClosedForm));
        }
    }

    private static void CompareMatrix(GoldenCase golden, Estimates joint, double[] estimates)
    {
        double[][] expected = golden.Matrix("vcov");
        double[,] matrix = joint.CovarianceMatrix();
        for (int i = 0; i < 2; i++)
        {
            Assert.That(joint[i].Value, Close(estimates[i], ClosedForm));
            Assert.That(joint[i].StandardError, Close(Math.Sqrt(expected[i][i]), ClosedForm));
            for (int j = 0; j < 2; j++)
                if (expected[i][j] == 0)
                    Assert.That(matrix[i, j], Is.Zero, "exactly");
                else
                    Assert.That(matrix[i, j], Close(expected[i][j], ClosedForm, Math.Sqrt(expected[i][i] * expected[j][j])));
        }
    }

    private static void Compare(Contrast contrast, double[] valueAndError)
    {
        Assert.That(contrast.Value, Close(valueAndError[0], ClosedForm, 1));
        Assert.That(contrast.StandardError, Close(valueAndError[1], ClosedForm));
    }
}
