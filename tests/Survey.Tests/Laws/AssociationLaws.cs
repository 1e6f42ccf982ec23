using Survey.Tests.Streamed;
using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of tests of association in every sample.</summary>
public class AssociationLaws
{
    private static readonly AssociationMethod[] Methods = Enum.GetValues<AssociationMethod>();

    private static RandomSample Sample(int seed) => RandomSample.Of(seed, new SamplePlan { Strata = 4, Clusters = 1, MostUnits = 12, MostRows = 20, Sizes = seed % 2 });

    /// <summary>Pearson's X² of the counts, a little smaller: every design effect is n/(n - 1).</summary>
    [Test]
    public void RowsDrawnWithReplacementAndEqualWeightsHaveTheTextbookTest([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        int n = 60 + random.Next(200), rows = random.Next(2, 5), columns = random.Next(2, 4);
        double[] row = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(rows))], column = [.. row.Select(own => (double)((random.Next(columns) + (random.Next(4) == 0 ? own : 0)) % columns))];
        var design = new SurveyDesign(Survey.Table.FromColumns([("r", (System.Collections.IEnumerable)row), ("c", column)]));
        double pearson = 0;
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
            {
                double met = row.Zip(column).Count(own => own == (i, j)), expected = (double)row.Count(own => own == i) * column.Count(own => own == j) / n;
                pearson += (met - expected) * (met - expected) / expected;
            }
        int k = (rows - 1) * (columns - 1);

        Association f = design.Association("r", "c"), chi = design.Association("r", "c", AssociationMethod.RaoScottChiSquared);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(f.PearsonChiSquared, Close(pearson, ClosedForm));
            Assert.That(f.MeanDesignEffect, Close(n / (n - 1.0), ClosedForm));
            Assert.That(f.Statistic, Close(pearson * (n - 1) / n / k, ClosedForm));
            Assert.That(f.NumeratorDegreesOfFreedom, Close(k, ClosedForm));
            Assert.That(f.DenominatorDegreesOfFreedom, Close(k * (n - 1.0), ClosedForm));
            Assert.That(chi.Statistic, Close(pearson * (n - 1) / n, ClosedForm));
            Assert.That(chi.PValue, Close(ChiSquared.UpperTail(pearson * (n - 1) / n, k), ClosedForm, 1));
        }
    }

    [Test]
    public void ATableTurnedRoundHasTheSameTest([Range(1, 20)] int seed, [ValueSource(nameof(Methods))] AssociationMethod method)
    {
        SurveyDesign design = Sample(seed).Design();
        Association one = design.Association("kind", "region", method), other = design.Association("region", "kind", method);

        Same(other, one);
        for (int i = 0; i < one.RowLevels.Count; i++)
            for (int j = 0; j < one.ColumnLevels.Count; j++)
                Assert.That(other.Cells[j * one.RowLevels.Count + i].Value, Is.EqualTo(one.Cells[i * one.ColumnLevels.Count + j].Value));
    }

    [Test]
    public void TheOrderOfLevelsAndTheScaleOfWeightsAreIrrelevant([Range(1, 10)] int seed, [ValueSource(nameof(Methods))] AssociationMethod method)
    {
        RandomSample sample = Sample(seed);
        Expr reordered = When(Col("kind") == "c", 1, When(Col("kind") == "a", 2, 3));
        SurveyDesign scaled = sample.With(sample.Rows.Select(row => row with { Weight = 7.3 * row.Weight })).Design();

        Association expected = sample.Design().Association("kind", "region", method);

        Same(sample.Design().Association(reordered, "region", method), expected);
        Same(scaled.Association("kind", "region", method), expected);
    }

    /// <summary>Of two by two cells the Wald statistic is a squared contrast of totals, and Rao's and Scott's design effect that of the log odds ratio.</summary>
    [Test]
    public void TwoByTwoCellsAreOneContrast([Range(1, 20)] int seed)
    {
        SurveyDesign design = Sample(seed).Design();
        Expr one = Col("smoker"), other = Col("kind") == "a";
        Expr[] cells = [!one * !other, !one * other, one * !other, one * other];
        Association wald = design.Association(one, other, AssociationMethod.Wald), f = design.Association(one, other);
        Contrast apart = design.Estimate([.. cells.Select(cell => Total(cell))]).Contrast("(p1 * p4 - p2 * p3) / (p1 + p2 + p3 + p4)");
        Estimates shares = design.Estimate([.. cells.Select(cell => Proportion(cell))]);
        double error = shares.Contrast("log(p1 * p4 / (p2 * p3))").StandardError;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wald.Statistic, Close(apart.TStatistic * apart.TStatistic, ClosedForm));
            Assert.That(wald.PValue, Close(apart.PValue, ClosedForm, 1));
            Assert.That(f.MeanDesignEffect, Close(f.Respondents * error * error / shares.Sum(share => 1 / share.Value), ClosedForm));
            Assert.That(f.Statistic, Close(f.PearsonChiSquared / f.MeanDesignEffect, ClosedForm));
            Assert.That(f.NumeratorDegreesOfFreedom, Close(1, ClosedForm));
            Assert.That(wald.NumeratorDegreesOfFreedom, Is.EqualTo(1));
        }
    }

    /// <summary>By the formula as it is written, from the covariance matrix of the shares, another basis of C and Gauss's elimination.</summary>
    [Test]
    public void RaoAndScottsCorrectionIsThatOfTheNaiveFormula([Range(1, 20)] int seed)
    {
        SurveyDesign design = Sample(seed).Design();
        Association f = design.Association("kind", "region");
        Estimates shares = design.Estimate([.. from kind in f.RowLevels from region in f.ColumnLevels select Proportion((Col("kind") == kind) * (Col("region") == region))]);

        (double trace, double squares) = NaiveRaoScott.Of(f.RowLevels.Count, f.ColumnLevels.Count, [.. shares.Select(share => share.Value)], shares.CovarianceMatrix(), f.Respondents);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(f.Statistic, Close(f.PearsonChiSquared / trace, ClosedForm));
            Assert.That(f.NumeratorDegreesOfFreedom, Close(trace * trace / squares, ClosedForm));
            Assert.That(f.DenominatorDegreesOfFreedom, Close(trace * trace / squares * shares[0].DegreesOfFreedom, ClosedForm));
        }
    }

    [Test]
    public void MissingRowsAreOutOfTheTableAndInTheDesign([Range(1, 10)] int seed, [ValueSource(nameof(Methods))] AssociationMethod method)
    {
        RandomSample sample = Sample(seed);
        SurveyDesign design = sample.Design(degrees: DegreesOfFreedomRule.Design);
        Association all = design.Association("kind", "region", method), known = design.Where(!Col("kind").IsMissing & !Col("region").IsMissing).Association("kind", "region", method);

        Same(all, known);
        Assert.That((all.Missing, known.Missing), Is.EqualTo(((long)sample.Rows.Count(row => row.Kind is null || row.Region is null), 0L)));
        Assert.That(all.Respondents, Is.EqualTo(sample.Rows.Count(row => row.Kind is not null && row.Region is not null && row.Weight > 0)));
    }

    /// <summary>A stratified jackknife of totals is their linearization.</summary>
    [Test]
    public void WaldTestsOfAJackknifeAreThoseOfTheDesign([Range(1, 10)] int seed)
    {
        SurveyDesign design = RandomSample.Of(seed, new SamplePlan { Strata = 4, Clusters = 1, MostUnits = 12, MostRows = 20 }).Design();
        Same(design.Replicates(ReplicateScheme.JKn()).Association("kind", "region", AssociationMethod.Wald), design.Association("kind", "region", AssociationMethod.Wald));
    }

    [Test]
    public void ManyTestsAreThoseOneByOne([Range(1, 10)] int seed, [Values(0, 1)] int clusters, [ValueSource(nameof(Methods))] AssociationMethod method)
    {
        SurveyDesign design = RandomSample.Of(seed, new SamplePlan { Clusters = clusters, MostUnits = clusters == 0 ? 200 : 20, MostRows = 20 }).Design();
        Variable[] groups = ["kind", "region", (Variable)(Col("y") > 60)];
        Associations together = design.Associations("smoker", groups, method);
        for (int k = 0; k < groups.Length; k++)
            Same(together[k], design.Association(groups[k], "smoker", method));
    }

    [Test]
    public void ThreadsChangeNothing([Values(0, 1)] int clusters, [ValueSource(nameof(Methods))] AssociationMethod method)
    {
        Table table = RandomSample.Of(5, new SamplePlan { Clusters = clusters, Strata = 6, MostUnits = 500 }).Table();
        table = table.Concat([.. Enumerable.Repeat(table, 200_000 / table.RowCount)]);
        var design = new SurveyDesign(table, "w", "stratum", clusters == 0 ? default(Names) : "u1");
        double[] statistics = [.. ((int[])[1, 2, 8]).Select(threads =>
        {
            int before = OrderedPass.Threads;
            OrderedPass.Threads = threads;
            try
            {
                return design.Association("kind", "region", method).Statistic;
            }
            finally
            {
                OrderedPass.Threads = before;
            }
        })];
        Assert.That(statistics, Is.All.EqualTo(statistics[0]).And.All.GreaterThan(0));
    }

    /// <summary>Also numbers, and levels, that only the last rows have.</summary>
    [Test]
    public void StreamedRowsHaveTheSameTest([Values("number", "date", "level")] string late)
    {
        const int Rows = 3 * Chunk.Size / 2;
        bool[] isLate = [.. Enumerable.Range(0, Rows).Select(row => row > Rows - 500)];
        Table table = Survey.Table.FromColumns([
            ("psu", (System.Collections.IEnumerable)isLate.Select((_, row) => (double)(row % 30)).ToArray()),
            ("number", isLate.Select((own, row) => own ? 3.0 : row % 7 % 2).ToArray()),
            ("date", isLate.Select((own, row) => new DateOnly(2024, own ? 3 : 1 + row % 7 % 2, 1)).ToArray()),
            ("level", isLate.Select((own, row) => own ? "z" : row % 7 % 2 == 0 ? "x" : "y").ToArray()),
            ("outcome", isLate.Select((_, row) => row % 11 % 3 == 0).ToArray())]);

        Association streamed = new SurveyDesign(new StreamedTable(table, 1_000), clusters: "psu").Association(late, "outcome"), held = new SurveyDesign(table, clusters: "psu").Association(late, "outcome");

        Assert.That(streamed.RowLevels, Is.EqualTo(held.RowLevels).And.Count.EqualTo(3));
        Assert.That((streamed.Statistic, streamed.PValue, streamed.Respondents), Is.EqualTo((held.Statistic, held.PValue, (long)Rows)));
    }

    /// <summary>With two groups of which each PSU has both, the degrees of freedom are those of the whole less 1; the difference is that of domains.</summary>
    [Test]
    public void TheDifferenceOfMeansIsThatOfDomains([Range(1, 20)] int seed, [Values("y", "smoker")] string of)
    {
        SurveyDesign design = Sample(seed).Design(degrees: DegreesOfFreedomRule.Design);
        Expr group = Col("kind") == "a";
        Contrast difference = design.MeanDifference(of, ((Variable)group).As("a"));
        Contrast domains = of == "y" ? design.By(group).Mean(of).Differences()[0] : design.By(group).Proportion(of).Differences()[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(difference.Value, Close(domains.Value, ClosedForm));
            Assert.That(difference.StandardError, Close(domains.StandardError, ClosedForm));
            Assert.That(difference.DegreesOfFreedom, Is.EqualTo(domains.DegreesOfFreedom - 1));
            Assert.That(difference.Name, Is.EqualTo("true - false"));
            Assert.That(difference.ToString(), of == "y" ? Does.Not.Contain("points") : Does.Contain("points"));
        }
    }

    private static void Same(Association actual, Association expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(actual.Statistic, Close(expected.Statistic, ClosedForm));
            Assert.That(actual.PearsonChiSquared, Close(expected.PearsonChiSquared, ClosedForm));
            Assert.That(actual.NumeratorDegreesOfFreedom, Close(expected.NumeratorDegreesOfFreedom, ClosedForm));
            Assert.That(actual.DenominatorDegreesOfFreedom, Close(expected.DenominatorDegreesOfFreedom, ClosedForm));
            Assert.That(actual.PValue, Close(expected.PValue, ClosedForm, 1));
        }
    }
}
