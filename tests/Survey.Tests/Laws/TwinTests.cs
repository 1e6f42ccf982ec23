using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Values, standard errors, covariances and counts against the naive twin.</summary>
public class TwinTests
{
    private static readonly string[] Kinds = ["a", "b", "c", "never"], Regions = ["west", "nowhere", "north", "east"];

    [Test]
    public void AgreesWithTheTwin([Values] LonelyPsu rule, [Range(1, 75)] int seed)
    {
        var random = new Random(seed);
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(random, rule));
        bool domainLonely = random.Next(3) == 0;
        var degrees = (DegreesOfFreedomRule)random.Next(3);
        Compare(sample.Design(rule, domainLonely, degrees), new Twin(sample, rule, domainLonely), degrees);
    }

    /// <summary>Strata merged, systematic samples, and both.</summary>
    [Test]
    public void AgreesOnMergedStrataAndSystematicSamples([Values] LonelyPsu rule, [Range(101, 145)] int seed)
    {
        var random = new Random(seed);
        RandomSample sample = RandomSample.Of(seed, SamplePlan.Of(random, rule));
        bool systematic = random.Next(3) > 0, domainLonely = random.Next(3) == 0 && !(systematic && rule == LonelyPsu.Adjust);
        Dictionary<string, string>? collapse = sample.Plan.Strata > 0 && (!systematic || random.Next(2) == 0) ? RandomMap(sample, random) : null;
        var degrees = (DegreesOfFreedomRule)random.Next(3);
        Compare(sample.Design(rule, domainLonely, degrees, collapse, systematic ? "place" : null), new Twin(sample, rule, domainLonely, collapse, systematic), degrees);
    }

    /// <summary>Some strata into new names, some into that of another, some left alone.</summary>
    private static Dictionary<string, string> RandomMap(RandomSample sample, Random random)
    {
        string[] strata = [.. sample.Rows.Select(row => row.Stratum).Distinct()];
        return strata.Where(_ => random.Next(4) > 0).ToDictionary(stratum => stratum, _ => random.Next(2) == 0 ? $"new {random.Next(2)}" : strata[random.Next(strata.Length)]);
    }

    [Test]
    public void AgreesOverSeveralChunks([Values(0, 1, 2, 3)] int clusters, [Values] bool sizes)
    {
        int units = clusters switch { 0 => 25_000, 1 => 400, 2 => 30, _ => 15 };
        var plan = new SamplePlan { Strata = 9, Clusters = clusters, Sizes = sizes ? Math.Max(1, clusters) : 0, MostUnits = units, MostRows = clusters == 3 ? 50 : 120 };
        RandomSample sample = RandomSample.Of(20 + clusters, plan);
        Assert.That(sample.Rows, Has.Count.GreaterThan(Chunk.Size));
        var collapse = new Dictionary<string, string> { ["s00"] = "s21", ["s13"] = "s21", ["s34"] = "new" };

        using (Assert.EnterMultipleScope())
        {
            Same(sample.Design(), new Twin(sample));
            // where rows are units a list would number them
            Same(sample.Design(collapse: collapse, order: clusters == 0 ? null : "place"), new Twin(sample, collapse: collapse, systematic: clusters > 0));
        }

        static void Same(SurveyDesign design, Twin twin) =>
            CompareAll(design.By("region").Estimate(Some), SomeAnswers(twin, ByRegion(_ => true)), twin, DegreesOfFreedomRule.Domain);
    }

    [Test]
    public void AgreesWhereOnlySomePairsOfUnitAndDomainOccur()
    {
        RandomSample sample = RandomSample.Of(5, new SamplePlan { Strata = 6, MostUnits = 800, MostRows = 4, Missing = false });
        double[] villages = [.. sample.Rows.Select((_, i) => Math.Floor(Math.Sqrt(i)) * 11)];
        SurveyDesign design = sample.Design(sample.Table().With("village", new NumberColumn(villages)));
        var villageOf = sample.Rows.Zip(villages).ToDictionary(pair => pair.First, pair => pair.Second);
        double[] levels = [.. villages.Distinct().Order()];
        int few = levels.Length;

        Estimates estimates = design.Where(Col("region") != "north").By("village", "kind", "smoker", "region").Estimate(Some);

        Assert.That((long)design.PsuCount * few * 4 * 2 * 4 * 8, Is.GreaterThan(1L << 23), "sums of all pairs would have a place");
        var twin = new Twin(sample);
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < few; k += 9)
            {
                int domain = (k * 4 + 1) * 8; // b, false, west
                double village = levels[k];
                Twin.Answer[] expected = SomeAnswers(twin, [row => villageOf[row] == village && row.Kind == "b" && row.Smoker == false && row.Region == "west"]);
                for (int s = 0; s < expected.Length; s++)
                {
                    Estimate estimate = estimates[s * few * 32 + domain];
                    Assert.That(estimate.Value, CloseOrNaN(expected[s].Value, 0), estimate.Title);
                    Assert.That(estimate.StandardError, CloseOrNaN(Math.Sqrt(twin.Covariance(expected[s], expected[s])), expected[s].Value), estimate.Title);
                    Assert.That(
                        estimates.Covariance(domain, s * few * 32 + domain),
                        CloseOrNaN(twin.Covariance(expected[0], expected[s]), estimates[domain].StandardError * estimate.StandardError),
                        estimate.Title);
                }
            }
    }

    private static void Compare(SurveyDesign design, Twin twin, DegreesOfFreedomRule degrees)
    {
        Statistic[] asked = [Total("y"), Mean("y"), Proportion("smoker"), Ratio("y", "x"), Total("smoker"), Mean("x"), Variance("y"), Shares("kind")];
        using (Assert.EnterMultipleScope())
        {
            CompareAll(design.Estimate(asked), Answers(twin, [_ => true]), twin, degrees);
            CompareAll(design.Where(Col("x") > 0.8).Estimate(asked), Answers(twin, [row => row.X > 0.8]), twin, degrees);
            CompareAll(design.By("region").Estimate(asked), Answers(twin, ByRegion(_ => true)), twin, degrees);
            CompareAll(
                design.Where(Col("kind") != "a").By("region", "smoker").Estimate(Some),
                SomeAnswers(twin, ByRegion(row => row.Kind is "b" or "c").SelectMany(region => ((bool[])[false, true]).Select(smokes => (Func<Row, bool>)(row => region(row) && row.Smoker == smokes)))),
                twin,
                degrees);
        }
    }

    private static Statistic[] Some => [Mean("y"), Ratio("y", "x"), Total("x")];

    private static Twin.Answer[] SomeAnswers(Twin twin, IEnumerable<Func<Row, bool>> domains)
    {
        Func<Row, bool>[] all = [.. domains];
        return [
            .. all.Select(domain => twin.Mean(row => row.Y, domain)),
            .. all.Select(domain => twin.Ratio(row => row.Y, row => row.X, domain)),
            .. all.Select(domain => twin.Total(row => row.X, domain))];
    }

    private static IEnumerable<Func<Row, bool>> ByRegion(Func<Row, bool> meant) => Regions.Select(region => (Func<Row, bool>)(row => meant(row) && row.Region == region));

    private static Twin.Answer[] Answers(Twin twin, IEnumerable<Func<Row, bool>> domains)
    {
        Func<Row, bool>[] all = [.. domains];
        return [
            .. all.Select(domain => twin.Total(row => row.Y, domain)),
            .. all.Select(domain => twin.Mean(row => row.Y, domain)),
            .. all.Select(domain => twin.Mean(Smoker, domain)),
            .. all.Select(domain => twin.Ratio(row => row.Y, row => row.X, domain)),
            .. all.Select(domain => twin.Total(Smoker, domain)),
            .. all.Select(domain => twin.Mean(row => row.X, domain)),
            .. all.Select(domain => twin.Variance(row => row.Y, domain)),
            .. Kinds.SelectMany(kind => all.Select(domain => twin.Mean(row => row.Kind is null ? double.NaN : row.Kind == kind ? 1 : 0, domain)))];
    }

    private static double Smoker(Row row) => row.Smoker switch { null => double.NaN, true => 1, false => 0 };

    private static void CompareAll(Estimates estimates, Twin.Answer[] expected, Twin twin, DegreesOfFreedomRule degrees)
    {
        Assert.That(estimates, Has.Count.EqualTo(expected.Length));
        for (int k = 0; k < expected.Length; k++)
        {
            Estimate estimate = estimates[k];
            Assert.That(estimate.Value, CloseOrNaN(expected[k].Value, expected[k].Value), estimate.Title);
            Assert.That(estimate.Respondents, Is.EqualTo(expected[k].Respondents), estimate.Title);
            Assert.That(estimate.Missing, Is.EqualTo(expected[k].Missing), estimate.Title);
            Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(twin.DegreesOfFreedom(expected[k], degrees)), estimate.Title);
        }
        CompareCovariances(estimates, expected, twin);
        for (int k = 0; k < expected.Length; k++)
            CompareDesignEffects(estimates[k], expected[k], twin);
    }

    private static void CompareDesignEffects(Estimate estimate, Twin.Answer expected, Twin twin)
    {
        Assert.That(estimate.KishDesignEffect, CloseOrNaN(twin.KishDesignEffect(expected), 0), estimate.Title);
        double effect = twin.DesignEffect(expected, withReplacement: true);
        // of a variance that is the rounding of 0, or of a variable that does not vary, neither has digits
        bool known = estimate.StandardError > 1e-6 * Math.Abs(estimate.Value) && estimate.Respondents > 1 && double.IsFinite(effect) && effect < 1e6;
        if (!known)
            return;
        // it is known to twice the digits that the variance has lost to the squared estimate
        double scale = Math.Max(1, Math.Pow(estimate.Value / estimate.StandardError, 2)) * effect;
        Assert.That(estimate.DesignEffectWithReplacement, Close(effect, ClosedForm, scale), estimate.Title);
        if (estimate.SumOfWeights > estimate.Respondents)
            Assert.That(estimate.DesignEffect, Close(twin.DesignEffect(expected, withReplacement: false), ClosedForm, scale / (1 - estimate.Respondents / estimate.SumOfWeights)), estimate.Title);
        else
            Assert.That(estimate.DesignEffect, Is.NaN, estimate.Title);
    }

    private static void CompareCovariances(Estimates estimates, Twin.Answer[] expected, Twin twin)
    {
        double[,] matrix = estimates.CovarianceMatrix();
        for (int k = 0; k < expected.Length; k++)
            for (int l = 0; l <= k; l++)
            {
                // a variance is held as its root is: relative to the squared estimate
                double floor = Math.Max(Math.Sqrt(matrix[k, k] * matrix[l, l]), Math.Abs(expected[k].Value * expected[l].Value));
                double covariance = twin.Covariance(expected[k], expected[l]);
                string pair = $"{estimates[k].Title} and {estimates[l].Title}";
                Assert.That(matrix[k, l], CloseOrNaN(covariance, floor), pair);
                Assert.That(BitConverter.DoubleToInt64Bits(matrix[l, k]), Is.EqualTo(BitConverter.DoubleToInt64Bits(matrix[k, l])), pair);
                if (k == l)
                    Assert.That(estimates[k].StandardError, Is.EqualTo(Math.Sqrt(matrix[k, k])), pair);
            }
    }

    private static NUnit.Framework.Constraints.Constraint CloseOrNaN(double expected, double scale) =>
        double.IsNaN(expected) ? Is.NaN : Close(expected, ClosedForm, scale);
}
