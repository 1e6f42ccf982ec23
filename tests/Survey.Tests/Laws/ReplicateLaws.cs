using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of replicate weights, whatever the sample.</summary>
public class ReplicateLaws
{
    private static readonly Table People = CalibrationSample.People;

    // two villages a stratum
    private static Table Paired => People.With("pair", Round((Col("village") + 0.5) / 2)).With("place", 100 - 3 * Col("village"));

    private static SurveyDesign Stratified(bool sizes = false) => new(People, "w", "town", "village", sizes ? "villages" : default);

    private static SurveyDesign Pairs(bool sizes = false) => new(Paired, "w", "pair", "village", sizes ? "villages" : default);

    [TestCase(false)]
    [TestCase(true)]
    public void TheJackknifeOfATotalIsTaylors(bool sizes)
    {
        Assert.That(Stratified(sizes).Replicates(ReplicateScheme.JKn()).Total("income").StandardError, Close(Stratified(sizes).Total("income").StandardError, ClosedForm));
        var one = new SurveyDesign(People, "w", clusters: "village");
        Assert.That(one.Replicates(ReplicateScheme.JK1()).Total("income").StandardError, Close(one.Total("income").StandardError, ClosedForm));
        Assert.That(Pairs(sizes).Replicates(ReplicateScheme.JK2()).Total("income").StandardError, Close(Pairs(sizes).Total("income").StandardError, ClosedForm));
    }

    [Test]
    public void TheJackknifeOfRowsIsTaylors()
    {
        SurveyDesign rows = CalibrationSample.Design("rows with sizes");
        Assert.That(rows.Replicates(ReplicateScheme.JKn()).Total("income").StandardError, Close(rows.Total("income").StandardError, ClosedForm));
        Assert.That(rows.Replicates(ReplicateScheme.JKn()).DegreesOfFreedom, Is.EqualTo(rows.DegreesOfFreedom));
    }

    [TestCase(0.0, false)]
    [TestCase(0.5, false)]
    [TestCase(0.3, true)]
    public void HalfSamplesOfTotalsAreTaylorsWithTheirCovariances(double rho, bool sizes)
    {
        SurveyDesign design = Pairs(sizes);
        ReplicateDesign halves = design.Replicates(rho == 0 ? ReplicateScheme.Brr() : ReplicateScheme.Fay(rho));
        Assert.That(halves.ReplicateCount, Is.EqualTo(12));
        double[,] expected = design.Estimate(Total("income"), Total("rooms")).CovarianceMatrix(), own = halves.Estimate(Total("income"), Total("rooms")).CovarianceMatrix();
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++)
                Assert.That(own[i, j], Close(expected[i, j], ClosedForm, Math.Sqrt(expected[i, i] * expected[j, j])));
        // balanced: replicates average to the sample
        foreach (double[] unit in Transposed(((UnitFactors)halves.Replicates).OfReplicate))
            Assert.That(unit.Average(), Close(1, ClosedForm));
    }

    [Test]
    public void SuccessiveDifferencesOfTotalsGoAroundTheCircle()
    {
        SurveyDesign design = new(Paired, "w", "town", "village", "villages", systematicOrder: "place");
        Estimate own = design.Replicates(ReplicateScheme.SuccessiveDifferences()).Total("income");
        double[] weight = Numbers("w"), income = Numbers("income"), village = Numbers("village");
        double[] totals = [.. Enumerable.Range(1, 20).Select(id => Enumerable.Range(0, weight.Length).Where(row => village[row] == id).Sum(row => weight[row] * income[row]))];
        double variance = 0;
        for (int town = 0; town < 4; town++)
            for (int k = 0; k < 5; k++)
                variance += (1 - 5 / 12.0) * Math.Pow(totals[5 * town + k] - totals[5 * town + (k + 1) % 5], 2) / 2;
        Assert.That(own.StandardError, Close(Math.Sqrt(variance), ClosedForm));
        ReplicateDesign few = design.Replicates(ReplicateScheme.SuccessiveDifferences(8));
        Assert.That(few.ReplicateCount, Is.EqualTo(8));
        Assert.That(few.Notes, Has.One.StartsWith("8 replicates are fewer than the 20 PSUs"));
    }

    // 4 Monte Carlo standard errors of a variance of R nearly normal replicates
    [TestCase("rao-wu", false)]
    [TestCase("rao-wu", true)]
    [TestCase("canty-davison", false)]
    [TestCase("all stages", true)]
    public void BootstrapsOfTotalsTendToTaylor(string kind, bool sizes)
    {
        const int Replicates = 4_000;
        SurveyDesign design = kind == "all stages" ? CalibrationSample.Design("two stages") : Stratified(sizes);
        ReplicateScheme scheme = kind switch
        {
            "rao-wu" => ReplicateScheme.RaoWu(Replicates, 20),
            "canty-davison" => ReplicateScheme.CantyDavison(Replicates, 20),
            _ => ReplicateScheme.RaoWuYueBeaumont(Replicates, 20),
        };
        ReplicateDesign bootstrap = design.Replicates(scheme);
        foreach (Statistic total in (Statistic[])[Total("income"), Total("rooms"), Total(Col("sex") == "female")])
        {
            double expected = Math.Pow(design.Estimate(total)[0].StandardError, 2), own = Math.Pow(bootstrap.Estimate(total)[0].StandardError, 2);
            Assert.That(own / expected, Is.EqualTo(1).Within(4 * Math.Sqrt(2.2 / Replicates)), total.ToString());
        }
    }

    /// <summary>Where the second stage matters most: PSUs all alike, taken nearly whole.</summary>
    [Test]
    public void TheBootstrapOfAllStagesHasTheVarianceWithinPsus()
    {
        Table table = People.With("nearly", 6 + Col("village") * 0).With("w", Col("village") * 0 + 6 / 5.0 * 60 / 5);
        var design = new SurveyDesign(table, null, "town", ["village", "household"], ["nearly", "households"]);
        double expected = design.Total("rooms").StandardError, own = design.Replicates(ReplicateScheme.RaoWuYueBeaumont(4_000, 3)).Total("rooms").StandardError;
        Assert.That(own * own / (expected * expected), Is.EqualTo(1).Within(4 * Math.Sqrt(2.2 / 4_000)));
        Assert.That(new SurveyDesign(table, "w", "town", "village", "nearly").Total("rooms").StandardError, Is.LessThan(0.9 * expected));
    }

    [Test]
    public void TheSameSeedGivesTheSameReplicatesAndAnotherSeedOthers()
    {
        double[][] one = FactorsOf(7), same = FactorsOf(7), other = FactorsOf(8);
        Assert.That(same, Is.EqualTo(one));
        Assert.That(other, Is.Not.EqualTo(one));

        static double[][] FactorsOf(ulong seed) => ((UnitFactors)Stratified().Replicates(ReplicateScheme.RaoWu(50, seed)).Replicates).OfReplicate;
    }

    /// <summary>Unit totals times factors, and columns of weights: the same replicates by two roads.</summary>
    [Test]
    public void FactorsOfUnitsAreColumnsOfWeights()
    {
        ReplicateDesign made = Stratified().Replicates(ReplicateScheme.RaoWu(30, 5));
        double[] weight = Numbers("w");
        Table table = People.With("x", When(Col("rooms") == 2, Missing, Col("income")));
        ReplicateDesign asked = new SurveyDesign(table, "w", "town", "village").Replicates(ReplicateScheme.RaoWu(30, 5));
        double[][] factors = ((UnitFactors)made.Replicates).OfReplicate;
        for (int r = 0; r < 30; r++)
            table = table.With($"rep{r + 1}", NumberColumn.Owning([.. weight.Select((own, row) => own * factors[r][made.Sample.UnitOfRow[row]])]));
        var columns = new ReplicateDesign(table, "w", "rep*", ReplicateMethod.Bootstrap);
        Statistic[] statistics = [Mean("x"), Total("x"), Proportion(Col("x") > 800), Ratio("income", "rooms"), Variance("x"), StandardDeviation("income")];
        foreach ((Estimates a, Estimates b) in ((Estimates, Estimates)[])[
            (asked.Estimate(statistics), columns.Estimate(statistics)), (asked.By("sex", "age").Estimate(statistics), columns.By("sex", "age").Estimate(statistics)),
            (asked.Where(Col("age") == "old").Estimate(statistics), columns.Where(Col("age") == "old").Estimate(statistics)),
            (asked.Shares("age"), columns.Shares("age"))])
            for (int k = 0; k < a.Count; k++)
            {
                Assert.That(b[k].Value, Close(a[k].Value, ClosedForm));
                Assert.That(b[k].StandardError, Close(a[k].StandardError, 1e-11), a[k].Title);
                Assert.That((b[k].Respondents, b[k].Missing), Is.EqualTo((a[k].Respondents, a[k].Missing)));
            }
        Assert.That(columns.By("sex").Mean("x").Contrast("female - male").StandardError, Close(asked.By("sex").Mean("x").Contrast("female - male").StandardError, 1e-11));
    }

    [Test]
    public void ColumnsOfFactorsAreColumnsOfWeights()
    {
        Table table = People;
        for (int r = 1; r <= 5; r++)
            table = table.With($"f{r}", 1 + 0.1 * r * Round(Col("village") / (r + 1) - 0.5)).With($"g{r}", Col("w") * Col($"f{r}"));
        var factors = new ReplicateDesign(table, "w", "f*", ReplicateMethod.Other, scale: 0.2, areCombined: false);
        var weights = new ReplicateDesign(table, "w", ["g1", "g2", "g3", "g4", "g5"], ReplicateMethod.Other, scale: 0.2);
        Assert.That(factors.Mean("income").StandardError, Close(weights.Mean("income").StandardError, ClosedForm));
        Assert.That(factors.DegreesOfFreedom, Is.EqualTo(weights.DegreesOfFreedom));
    }

    /// <summary>One file of two waves is a stacked design: the covariance of replicates made together is that of domains of it.</summary>
    [Test]
    public void WavesMadeTogetherAreDomainsOfOneDesign()
    {
        ReplicateDesign all = Stratified().PostStratify(CalibrationSample.Sex).Replicates(ReplicateScheme.JKn());
        var table = (Table)all.Rows;
        Table withWave = table.With("wave", When(Col("income2") < 25, 2023, 2024));
        ReplicateDesign stacked = Of(withWave);
        Waves waves = Waves.Of(withWave, "wave", Of, samePlaces: true);
        Estimates domains = stacked.By("wave").Mean("income");
        Change change = waves.Change(Mean("income"));
        double[,] expected = domains.CovarianceMatrix();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.Covariance, Close(expected[0, 1], 1e-11, Math.Sqrt(expected[0, 0] * expected[1, 1])));
            Assert.That(change.Difference.StandardError, Close(domains.Contrast([-1, 1]).StandardError, 1e-11));
            Assert.That(change.Overlap.ToString(), Is.EqualTo("the 20 replicates of 2023 and of 2024 were declared made together: their covariance is that of the replicates"));
            Assert.That(waves.Pooled(Mean("income"))[0].Value, Close(stacked.Mean("income").Value, ClosedForm));
            Assert.That(waves.Pooled(Mean("income"))[0].StandardError, Is.EqualTo(stacked.Mean("income").StandardError).Within(2).Percent); // linearized in each replicate
            Assert.That(waves.Decompose(Mean("income"), "sex").Change.Value, Close(change.Difference.Value, 1e-11));
        }
        Waves apart = Waves.Of(withWave, "wave", Of, samePlaces: false);
        Assert.That(apart.Change(Mean("income")).Covariance, Is.Zero);
        Assert.That(() => Waves.Of(withWave, "wave", Of, samePlaces: null), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(
            "2023 and 2024 both have 20 replicates (JKn): say whether they were made together, of the same places (samePlaces: true or false), which the weights alone cannot tell."));

        ReplicateDesign Of(Table rows) => new(rows, Calibration.Weight, "replicate*", ReplicateMethod.JKn, rscales: all.RScales);
    }

    [Test]
    public void CalibrationIsTakenInEveryReplicate()
    {
        Margin[] margins = [CalibrationSample.Sex, CalibrationSample.Age];
        ReplicateDesign before = Stratified().Replicates(ReplicateScheme.RaoWu(200, 4)).Rake(margins), after = Stratified().Rake(margins).Replicates(ReplicateScheme.RaoWu(200, 4));
        var table = (Table)before.Rows;
        foreach (int r in (int[])[1, 77, 200])
        {
            var replicate = new SurveyDesign(table, $"replicate{r}");
            Assert.That(replicate.By("age").Total("one").Select(total => total.Value), Is.EqualTo(new double[] { 1_500, 1_100, 900 }).Within(1e-6));
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.By("sex").Total("one")[0].StandardError, Is.LessThan(1e-6));
            Assert.That(after.Mean("income").StandardError, Close(before.Mean("income").StandardError, 1e-9));
            // near to the linearized one, by which 200 replicates are off by up to a fifth
            Assert.That(after.Mean("income").StandardError, Is.EqualTo(Stratified().Rake(margins).Mean("income").StandardError).Within(20).Percent);
            Assert.That(after.Log!.Steps.Select(step => step.What), Is.EqualTo(new[] { "given", "raking" }));
        }
    }

    /// <summary>Whatever steps came before, and also where units of later stages are resampled, every replicate meets the margins of the last one.</summary>
    [Test]
    public void EveryReplicateMeetsTheMarginsAlsoByClustersAndStages()
    {
        SurveyDesign design = CalibrationSample.Design("two stages").Rake(CalibrationSample.Sex).Calibrate([CalibrationSample.Age], CalibrationDistance.Raking, constantInClusters: true);
        foreach (ReplicateScheme scheme in (ReplicateScheme[])[ReplicateScheme.JKn(), ReplicateScheme.RaoWuYueBeaumont(40, 3)])
        {
            ReplicateDesign replicates = design.Replicates(scheme);
            var table = (Table)replicates.Rows;
            for (int r = 1; r <= replicates.ReplicateCount; r += 7)
                Assert.That(new SurveyDesign(table, $"replicate{r}").By("age").Total("one").Select(total => total.Value), Is.EqualTo(new double[] { 1_500, 1_100, 900 }).Within(1e-5), $"{scheme}, replicate {r}");
        }
    }

    [Test]
    public void AReplicateThatCannotMeetTheMarginsIsNamed()
    {
        // of this level there are people in one village only
        Table table = People.With("where", When(Col("village") == 7 & Col("sex") == "male", Text("rare"), Text("common")));
        var design = new SurveyDesign(table, "w", "town", "village");
        Margin margin = Margin.Counts("where", ("rare", 60), ("common", 3_440));
        foreach (Func<object> act in (Func<object>[])[() => design.PostStratify(margin).Replicates(ReplicateScheme.JKn()), () => design.Replicates(ReplicateScheme.JKn()).PostStratify(margin)])
            Assert.That(() => act(), Throws.TypeOf<NoConvergenceException>().With.Message.StartsWith("In 1 of 20 replicates the step cannot be taken, first in replicate 7: No weights meet the margins: after "));
    }

    [Test]
    public void StepsThatFollowAndAreFixedAreTakenAlong()
    {
        SurveyDesign chain = Stratified().PostStratify(CalibrationSample.Sex).Trim(above: WeightLimit.Medians(1.3)).Calibrate([CalibrationSample.Age]);
        ReplicateDesign replicates = chain.Replicates(ReplicateScheme.JKn());
        Assert.That(replicates.By("age").Total("one").Select(total => total.StandardError), Is.All.LessThan(1e-6));
        Assert.That(replicates.Total("income").StandardError, Is.EqualTo(chain.Total("income").StandardError).Within(10).Percent);
        Assert.That(((UnitFactors)Stratified().Replicates(ReplicateScheme.JKn()).Replicates).Count, Is.EqualTo(replicates.ReplicateCount));
    }

    [Test]
    public void ReplicatesWanted()
    {
        Assert.That(ReplicatePrecision.ReplicatesFor(0.05), Is.EqualTo(201)); // 1/(2 · 200) = 0.05²
        Estimates estimates = Stratified().Replicates(ReplicateScheme.RaoWu(2_000, 9)).Estimate(Mean("income"));
        Assert.That(estimates.ReplicatesFor(0, 0.05), Is.EqualTo(201).Within(30)); // nearly normal
        // what it promises: over seeds the standard error varies by the share given
        double[] errors = [.. Enumerable.Range(0, 200).Select(seed => Stratified().Replicates(ReplicateScheme.RaoWu(201, (ulong)seed)).Mean("income").StandardError)];
        double mean = errors.Average();
        Assert.That(Math.Sqrt(errors.Sum(error => Math.Pow(error - mean, 2)) / 199) / mean, Is.EqualTo(0.05).Within(0.012));
        Assert.That(() => Stratified().Replicates(ReplicateScheme.JKn()).Estimate(Mean("income")).ReplicatesFor(0, 0.05), Throws.ArgumentException);
    }

    private static double[] Numbers(string column) => ((NumberColumn)People[column]).Values.ToArray();

    private static IEnumerable<double[]> Transposed(double[][] of) => Enumerable.Range(0, of[0].Length).Select(k => of.Select(own => own[k]).ToArray());
}
