using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of contrasts in every sample.</summary>
public class ContrastLaws
{
    private static RandomSample Sample(int seed) => RandomSample.Of(seed, SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Weighted = true });

    [Test]
    public void AnEstimateLessItselfIsExactlyNothing([Range(1, 20)] int seed)
    {
        Estimates by = Sample(seed).Design().By("region").Estimate(Mean("y"), Proportion("smoker"));
        for (int k = 1; k <= by.Count; k++)
            if (by[k - 1].Respondents > 0)
                foreach (string itself in (string[])[$"p{k} - p{k}", $"p{k} / p{k} - 1", $"log(p{k}) - log(p{k})"])
                {
                    Contrast contrast = by.Contrast(itself);
                    if (!double.IsNaN(contrast.Value))
                        Assert.That((contrast.Value, contrast.StandardError, contrast.DegreesOfFreedom), Is.EqualTo((0.0, 0.0, by[k - 1].DegreesOfFreedom)), itself);
                }
    }

    [Test]
    public void AllSharesTogetherHaveNoError([Range(1, 20)] int seed)
    {
        Estimates shares = Sample(seed).Design().Shares("kind");
        Contrast all = shares.Contrast([.. shares.Select(_ => 1.0)]);
        Assert.That(all.Value, Close(1, ClosedForm));
        Assert.That(all.StandardError, Is.Zero, "J V J' would leave about 1e-9, the scores alone 1e-17");
    }

    /// <summary>The mean in a domain: itself, a ratio, a quotient of totals, and one of differences of totals of all and of the rest.</summary>
    [Test]
    public void AMeanIsARatioIsAQuotientOfTotalsOrOfTheirDifferences([Range(1, 30)] int seed)
    {
        SurveyDesign design = Sample(seed).Design();
        Expr inside = Col("region") == "west", answered = inside & !Col("y").IsMissing;
        Estimate mean = design.Where(inside).Mean("y");
        Estimate ratio = design.Where(answered).Ratio("y", When(answered, 1, 1));
        Contrast totals = design.Where(answered).Estimate(Total(Col("y")), Total(answered)).Contrast("p1 / p2");
        Contrast through = design.Where(answered).Estimate(Total(Col("y")), Total(answered)).Contrast("exp(log(p1) - log(p2))");
        Contrast rest = design.Where(!Col("y").IsMissing & !Col("region").IsMissing).Estimate(Total(Col("y")), Total(When(inside, 0, Col("y"))), Total(When(inside, 1, 1)), Total(!inside)).Contrast("(p1 - p2) / (p3 - p4)");
        using (Assert.EnterMultipleScope())
        {
            foreach ((double value, double error) in ((double, double)[])[(rest.Value, rest.StandardError), (ratio.Value, ratio.StandardError), (totals.Value, totals.StandardError), (through.Value, through.StandardError)])
            {
                Assert.That(value, Close(mean.Value, ClosedForm));
                Assert.That(error, Close(mean.StandardError, ClosedForm, mean.Value));
            }
        }
    }

    /// <summary>Where rows are PSUs: the counts of all domains together are the size of the sample, which its design fixes.</summary>
    [Test]
    public void DomainsThatAddUpToWhatTheDesignFixesHaveNoError([Range(1, 60)] int seed, [Values(1, 3)] int strata, [Values] bool populations)
    {
        var random = new Random(seed);
        int n = 50 + random.Next(300);
        double[] stratum = [.. Enumerable.Range(0, n).Select(row => (double)(row % strata))];
        Table table = Survey.Table.FromColumns([
            ("h", (System.Collections.IEnumerable)stratum), ("w", stratum.Select(h => 10.1 + 3.3 * h).ToArray()), ("n", stratum.Select(h => 1000.0 + h).ToArray()),
            ("g", Enumerable.Range(0, n).Select(_ => ((string[])["a", "b", "c"])[random.Next(3)]).ToArray())]);
        var design = new SurveyDesign(table, "w", "h", default, populations ? "n" : default(Names));
        Contrast all = design.By("g").Total((Expr)1).Contrast("a + b + c");
        Contrast less = design.By("g").Total((Expr)1).Contrast("a + b + c - 2 * a");
        Assert.That(all.StandardError, Is.LessThanOrEqualTo(1e-13 * all.Value));
        Assert.That(less.StandardError, Is.GreaterThan(1));
    }

    /// <summary>Half of every PSU, whatever its weight.</summary>
    [Test]
    public void TheSameShareOfEveryPsuIsFixed([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        double[] weights = [.. Enumerable.Range(0, 12).Select(_ => 80 + 160 * random.NextDouble())];
        Table table = Survey.Table.FromColumns([
            ("c", (System.Collections.IEnumerable)Enumerable.Range(0, 240).Select(row => (double)(row / 20)).ToArray()), ("w", Enumerable.Range(0, 240).Select(row => weights[row / 20]).ToArray()),
            ("young", Enumerable.Range(0, 240).Select(row => row % 20 < 7).ToArray())]);
        Assert.That(new SurveyDesign(table, "w", clusters: "c").Proportion("young").StandardError, Is.Zero);
    }

    /// <summary>The shares of strata, where rows are PSUs and where they are not.</summary>
    [Test]
    public void WhatTheDesignFixesHasNoErrorInContrastsEither([Values(0, 1)] int clusters, [Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        double[] strata = [.. Enumerable.Range(0, 120).Select(row => (double)(row % 3))];
        Table table = Survey.Table.FromColumns([
            ("h", (System.Collections.IEnumerable)strata.Select(h => "abc"[(int)h].ToString()).ToArray()), ("w", strata.Select(h => 20.7 + 13.1 * h).ToArray()),
            ("c", strata.Select((_, row) => (double)(row / 6)).ToArray()), ("y", strata.Select(_ => random.NextDouble()).ToArray())]);
        Estimates shares = new SurveyDesign(table, "w", "h", clusters == 0 ? default(Names) : "c").Estimate(Shares("h"), Mean("y"));
        Assert.That(shares.Take(3).Select(share => share.StandardError), Is.All.Zero);
        Assert.That(shares.Contrasts("p1 - p2", "p1 / p3", "p1 + p2 + p3").Select(contrast => contrast.StandardError), Is.All.Zero);
        Assert.That(shares.Contrast("p4 + p1").StandardError, Close(shares[3].StandardError, ClosedForm));
        Assert.That((shares.Covariance(0, 1), shares.Covariance(0, 3)), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void ADifferenceHasTheVarianceOfTheMatrix([Range(1, 60)] int seed)
    {
        Estimates by = Sample(seed).Design().By("region").Estimate(Mean("y"), Total("smoker"));
        double[,] v = by.CovarianceMatrix();
        for (int i = 0; i < by.Count; i++)
            for (int j = 0; j < by.Count; j++)
            {
                if (i == j || double.IsNaN(v[i, i]) || double.IsNaN(v[j, j]))
                    continue;
                Contrast difference = by.Contrast($"2 * p{i + 1} - p{j + 1} + 3");
                Assert.That(difference.Value, Close(2 * by[i].Value - by[j].Value + 3, ClosedForm, by[i].Value));
                Assert.That(difference.StandardError * difference.StandardError, Close(4 * v[i, i] + v[j, j] - 4 * v[i, j], ClosedForm, 4 * v[i, i] + v[j, j] + by[i].Value * by[i].Value));
            }
    }

    /// <summary>Rows that are PSUs are seen in a second pass; numbered, each is a unit of its own.</summary>
    [Test]
    public void RowsAndNumberedRowsAgree([Range(1, 30)] int seed, [Values(LonelyPsu.Certainty, LonelyPsu.Adjust, LonelyPsu.Average)] LonelyPsu rule)
    {
        RandomSample sample = RandomSample.Of(seed, new SamplePlan { Clusters = 0, Strata = 5, MostUnits = 12, LonelyPsus = true, Sizes = seed % 2 });
        Table table = sample.Table();
        table = table.With("row", new NumberColumn([.. Enumerable.Range(0, table.RowCount).Select(row => (double)row)]));
        string sizes = "n1";
        Names names = seed % 2 == 1 ? sizes : default(Names);
        SurveyDesign rows = new(table, "w", "stratum", default, names, rule), numbered = new(table, "w", "stratum", "row", names, rule);
        Statistic[] asked = [Mean("y"), Proportion("smoker"), Shares("kind")];
        string[] contrasts = ["p1 - p4", "p2 / p1", "p1 + p5 - 2 * p9", "log(p13) - p14 * p1", "p1 - p3 + p2 - p4", "p1", "2 * p1", "p2"];
        Contrasts expected = numbered.By("region").Estimate(asked).Contrasts(contrasts), actual = rows.By("region").Estimate(asked).Contrasts(contrasts);
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < contrasts.Length; k++)
                for (int l = 0; l < contrasts.Length; l++)
                {
                    double floor = expected[k].StandardError * expected[l].StandardError;
                    Assert.That(actual.Covariance(k, l), double.IsNaN(expected.Covariance(k, l)) ? Is.NaN : Close(expected.Covariance(k, l), ClosedForm, Math.Max(floor, 1e-14)), $"{contrasts[k]} and {contrasts[l]}");
                }
    }

    [Test]
    public void ThreadsChangeNothing([Values(0, 1)] int clusters)
    {
        RandomSample sample = RandomSample.Of(5, new SamplePlan { Clusters = clusters, Strata = 6, MostUnits = 500 });
        Table table = sample.Table();
        table = table.Concat([.. Enumerable.Repeat(table, 200_000 / table.RowCount)]);
        var design = new SurveyDesign(table, "w", "stratum", clusters == 0 ? default(Names) : "u1");
        double[] errors = [.. ((int[])[1, 2, 8]).Select(threads =>
        {
            int before = OrderedPass.Threads;
            OrderedPass.Threads = threads;
            try
            {
                return design.By("region").Estimate(Mean("y"), Proportion("smoker")).Contrast("p1 / p4 - p5").StandardError;
            }
            finally
            {
                OrderedPass.Threads = before;
            }
        })];
        Assert.That(errors, Is.All.EqualTo(errors[0]).And.All.GreaterThan(0));
    }

    [Test]
    public void ManyContrastsAreTheSameAsOneByOne([Range(1, 10)] int seed)
    {
        Estimates by = Sample(seed).Design().By("region").Mean("y");
        string[] asked = ["p1 - p4", "p4 / p1", "p1 + p4"];
        Contrasts together = by.Contrasts(asked);
        for (int k = 0; k < asked.Length; k++)
            Assert.That(together[k], Is.EqualTo(by.Contrast(asked[k])));
    }
}
