using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of calibrated weights, whatever the sample.</summary>
public class CalibrationLaws
{
    private const double Margins = 1e-9;

    private static readonly string[] Kinds = ["clusters", "two stages", "rows", "rows with sizes"];

    [TestCaseSource(nameof(Kinds))]
    public void MarginsAreMetAndHaveNoError(string kind)
    {
        SurveyDesign design = CalibrationSample.Design(kind);
        foreach (SurveyDesign calibrated in (SurveyDesign[])[
            design.Rake(CalibrationSample.Sex, CalibrationSample.Age),
            design.Calibrate([CalibrationSample.SexByAge, Margin.Total("income", 3_250_000)]),
            design.Calibrate([CalibrationSample.Sex, Margin.Total("income", 3_250_000)], CalibrationDistance.Raking),
            design.Calibrate([CalibrationSample.Age, Margin.Total("income", 3_250_000)], CalibrationDistance.Logit, (0.2, 5))])
        {
            bool byAge = calibrated.Log!.Steps[^1].Balance.Any(line => line.Variables.Contains("age"));
            Estimates totals = byAge ? calibrated.By("age").Total("one") : calibrated.By("sex").Total("one");
            double[] expected = byAge ? [1_500, 1_100, 900] : [1_700, 1_800];
            for (int k = 0; k < expected.Length; k++)
            {
                Assert.That(totals[k].Value, Close(expected[k], Margins));
                Assert.That(totals[k].StandardError, Is.LessThanOrEqualTo(Margins * expected[k]));
            }
            if (calibrated.Log.Steps[^1].Balance.Any(line => !line.IsShare))
            {
                Estimate income = calibrated.Total("income");
                Assert.That(income.Value, Close(3_250_000, Margins));
                Assert.That(income.StandardError, Is.LessThanOrEqualTo(Margins * income.Value));
            }
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void OneVariableRakedIsPostStratifiedIsCalibrated(string kind)
    {
        SurveyDesign design = CalibrationSample.Design(kind), post = design.PostStratify(CalibrationSample.Age);
        foreach (SurveyDesign other in (SurveyDesign[])[design.Rake(CalibrationSample.Age), design.Calibrate([CalibrationSample.Age]), design.Calibrate([CalibrationSample.Age], CalibrationDistance.Raking), design.Calibrate([CalibrationSample.Age], CalibrationDistance.Logit, (0.1, 10))])
            AreEqual(other, post);
    }

    [TestCaseSource(nameof(Kinds))]
    public void CalibratingTwiceChangesNothing(string kind)
    {
        SurveyDesign design = CalibrationSample.Design(kind);
        SurveyDesign once = design.Rake(CalibrationSample.Sex, CalibrationSample.Age), twice = once.Rake(CalibrationSample.Sex, CalibrationSample.Age);
        Assert.That(CalibrationSample.WeightsOf(twice), Is.EqualTo(CalibrationSample.WeightsOf(once)));
        Assert.That(twice.Log!.Steps[^1].Convergence!.Iterations, Is.Zero);
        AreEqual(twice, once);
    }

    /// <summary>The linearized score of a row is its weight times the derivative of the estimate by that weight: seen by moving one PSU's base weights a little.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public void ScoresAreDerivativesByTheWeightsBefore(int steps)
    {
        const double Step = 1e-5;
        Table table = CalibrationSample.People;
        Estimate full = Taken(table).Mean("income");
        double[] psus = [.. CalibrationSample.Psus(table)];
        // one stratum, so that V = n/(n - 1) Σ (z - mean)²
        double[] derivatives = [.. psus.Select(psu => (ValueOf(psu, Step) - ValueOf(psu, -Step)) / (2 * Step))];
        double mean = derivatives.Average();
        double variance = psus.Length / (psus.Length - 1.0) * derivatives.Sum(own => (own - mean) * (own - mean));
        Assert.That(full.StandardError, Is.EqualTo(Math.Sqrt(variance)).Within(1e-6).Percent);

        double ValueOf(double psu, double change) => Taken(table.With("w", When(Col("village") == psu, Col("w") * (1 + change), Col("w")))).Mean("income").Value;

        SurveyDesign Taken(Table rows)
        {
            SurveyDesign design = new SurveyDesign(rows, "w", clusters: "village").Calibrate([CalibrationSample.Age, Margin.Total("income2", 90_000)]);
            return steps == 1 ? design : design.Calibrate([CalibrationSample.Sex, Margin.Total("rooms", 9_000)]);
        }
    }

    /// <summary>Shares alone leave the number of people to the sample, and its error to totals.</summary>
    [Test]
    public void SharesLeaveTheNumberOfPeopleUncertain()
    {
        SurveyDesign design = CalibrationSample.Design("clusters");
        Margin shares = Margin.Shares("age", ("old", 1_100 / 3_500.0), ("middle", 1_500 / 3_500.0), ("young", 900 / 3_500.0));
        SurveyDesign byShares = design.PostStratify(shares), byCounts = design.PostStratify(CalibrationSample.Age);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byShares.Total("one").Value, Close(design.Total("one").Value, ClosedForm));
            Assert.That(byShares.Total("one").StandardError, Close(design.Total("one").StandardError, 1e-10));
            Assert.That(byShares.Mean("income").Value, Close(byCounts.Mean("income").Value, ClosedForm));
            Assert.That(byShares.Mean("income").StandardError, Close(byCounts.Mean("income").StandardError, 1e-10));
            Assert.That(byShares.Proportion(Col("age") == "old").StandardError, Is.LessThan(1e-12));
        }
    }

    [Test]
    public void BoundsHoldAndLeaveTheMarginsMet()
    {
        SurveyDesign design = CalibrationSample.Design("clusters");
        foreach (CalibrationDistance distance in Enum.GetValues<CalibrationDistance>())
        {
            SurveyDesign bounded = design.Calibrate([CalibrationSample.SexByAge, Margin.Total("income", 3_250_000)], distance, (0.3, 2.2));
            WeightStep step = bounded.Log!.Steps[^1];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(step.SmallestFactor, Is.GreaterThanOrEqualTo(0.3 - 1e-12));
                Assert.That(step.GreatestFactor, Is.LessThanOrEqualTo(2.2 + 1e-12));
                Assert.That(bounded.Total("income").Value, Close(3_250_000, Margins));
            }
        }
    }

    /// <summary>With factors from 0.2 to 5 the least total of income that the ages leave is 2,735,435, by filling up from the poorest: nearly that is met, and less is refused.</summary>
    [TestCase(CalibrationDistance.Linear)]
    [TestCase(CalibrationDistance.Raking)]
    [TestCase(CalibrationDistance.Logit)]
    public void MarginsAreMetUpToWhatBoundsLeave(CalibrationDistance distance)
    {
        SurveyDesign design = CalibrationSample.Design("clusters");
        Assert.That(design.Calibrate([CalibrationSample.Age, Margin.Total("income", 2_738_000)], distance, (0.2, 5)).Total("income").Value, Close(2_738_000, Margins));
        Assert.That(
            () => design.Calibrate([CalibrationSample.Age, Margin.Total("income", 2_735_000)], distance, (0.2, 5)),
            Throws.TypeOf<NoConvergenceException>().With.Message.StartsWith("No weights with factors between 0.2 and 5 meet the margins: "));
    }

    [Test]
    public void FactorsConstantInClustersAreOneAPsu()
    {
        SurveyDesign design = CalibrationSample.Design("clusters"), constant = design.Calibrate([CalibrationSample.Sex, CalibrationSample.Age], constantInClusters: true);
        var table = (Table)constant.Rows;
        double[] before = ((NumberColumn)table["w"]).Values.ToArray(), after = CalibrationSample.WeightsOf(constant), village = ((NumberColumn)table["village"]).Values.ToArray();
        foreach (IGrouping<double, int> psu in Enumerable.Range(0, before.Length).GroupBy(row => village[row]))
            foreach (int row in psu)
                Assert.That(after[row] / before[row], Close(after[psu.First()] / before[psu.First()], ClosedForm));
        Assert.That(constant.By("age").Total("one").Select(total => total.Value), Is.EqualTo(new double[] { 1_500, 1_100, 900 }).Within(1e-6));
        Assert.That(constant.By("age").Total("one")[0].StandardError, Is.LessThan(1e-6));
    }

    [Test]
    public void MarginsThatALaterStepLeavesUnmetAreWarnedOf()
    {
        SurveyDesign once = CalibrationSample.Design("clusters").PostStratify(CalibrationSample.Sex), twice = once.PostStratify(CalibrationSample.Age), trimmed = once.Trim(above: WeightLimit.Medians(1.2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(once.Log!.Steps[^1].Warnings, Is.Empty);
            Assert.That(twice.Log!.Steps[^1].Warnings.Single(), Does.Match("^margins that were met before are no longer: 'sex = (fe)?male' is at [0-9.]+ people where 1[78]00 are wanted; take the step earlier, or calibrate to all margins together$"));
            Assert.That(trimmed.Log!.Steps[^1].Warnings, Has.One.StartsWith("margins that were met before are no longer: "));
            Assert.That(twice.Notes, Has.One.EqualTo("weights are those after post-stratification").And.One.StartsWith("post-stratification: margins that were met before are no longer"));
            Assert.That(once.Rake(CalibrationSample.Sex, CalibrationSample.Age).Log!.Steps[^1].Warnings, Is.Empty);
        }
    }

    [Test]
    public void RowsOfWeightZeroStayAndMayLackTheirLevels()
    {
        Table table = CalibrationSample.People;
        Table more = table.Concat(table.Head(3).With("w", Col("w") * 0).With("age", When(Col("w") > 1, Col("age"), Missing)));
        SurveyDesign one = new SurveyDesign(table, "w", clusters: "village").PostStratify(CalibrationSample.Age), other = new SurveyDesign(more, "w", clusters: "village").PostStratify(CalibrationSample.Age);
        Assert.That(other.Mean("income").StandardError, Close(one.Mean("income").StandardError, ClosedForm));
        Assert.That(CalibrationSample.WeightsOf(other)[^3..], Is.EqualTo(new double[3]));
    }

    private static void AreEqual(SurveyDesign one, SurveyDesign other)
    {
        Assert.That(CalibrationSample.WeightsOf(one), Is.EqualTo(CalibrationSample.WeightsOf(other)).Within(1e-9).Percent);
        foreach (Statistic statistic in (Statistic[])[Mean("income"), Total("income"), Proportion(Col("income") > 800)])
        {
            Estimate a = one.Estimate(statistic)[0], b = other.Estimate(statistic)[0];
            Assert.That(a.Value, Close(b.Value, 1e-11));
            Assert.That(a.StandardError, Close(b.StandardError, 1e-10));
        }
    }
}
