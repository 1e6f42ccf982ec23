using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>What is true of every sample of unequal probabilities.</summary>
public class UnequalLaws
{
    private static readonly Statistic[] Asked = [Total("y"), Mean("y"), Proportion("smoker"), Ratio("y", "x")];

    /// <summary>p = n/N is what population sizes say, at the first stage and with all that are after it.</summary>
    [Test]
    public void BrewerOfEqualProbabilitiesIsTheOrdinaryDesign([Range(1, 40)] int seed, [Values] LonelyPsu rule)
    {
        SamplePlan plan = SamplePlan.Of(new Random(seed), rule) with { Clusters = 1 + seed % 3, Fractions = true, Missing = seed % 2 == 0 };
        plan = plan with { Sizes = Math.Max(1, Math.Min(plan.Sizes, plan.Clusters)), Weighted = plan.Weighted || plan.Sizes < plan.Clusters };
        RandomSample sample = RandomSample.Of(seed, plan);
        SurveyDesign unequal = Unequal(sample, UnequalProbabilities.Brewer("n1"), rule);

        EstimateLaws.Same(unequal.By("region").Estimate(Asked), sample.Design(rule).By("region").Estimate(Asked));
    }

    [Test]
    public void TheOthersOfEqualProbabilitiesAreTheOrdinaryDesign([Range(1, 20)] int seed, [Values("Overton", "HartleyRao", "HorvitzThompson", "YatesGrundy")] string estimator)
    {
        SamplePlan plan = SamplePlan.Of(new Random(seed), LonelyPsu.Fail) with { Clusters = 1, Sizes = 1, Fractions = true, Weighted = seed % 2 == 0 };
        RandomSample sample = RandomSample.Of(seed, plan);
        (string Stratum, int Psu, double P)[] psus = [.. sample.Rows.Select(row => (row.Stratum, row.Units[0], row.Sizes[0])).Distinct()];
        Dictionary<string, int> drawn = psus.GroupBy(psu => psu.Stratum).ToDictionary(same => same.Key, same => same.Count());
        UnequalProbabilities unequal = estimator switch
        {
            "Overton" => UnequalProbabilities.Overton("n1"),
            "HartleyRao" => UnequalProbabilities.HartleyRao("n1", "squares"),
            "HorvitzThompson" => UnequalProbabilities.HorvitzThompson("n1", Pairs(psus, drawn)),
            _ => UnequalProbabilities.YatesGrundy("n1", Pairs(psus, drawn)),
        };
        // N units of probability n/N; those of a stratum taken whole are certain
        Table table = sample.Table().With("squares", new NumberColumn([.. sample.Rows.Select(row => row.Sizes[0] == 1 ? 0 : drawn[row.Stratum] * row.Sizes[0])]));

        EstimateLaws.Same(Unequal(sample, unequal, LonelyPsu.Fail, table).By("region").Estimate(Asked), sample.Design().By("region").Estimate(Asked));
    }

    /// <summary>y = p in every PSU of equal size: the total is the number drawn, whoever is drawn.</summary>
    [Test]
    public void YatesGrundyOfWhatIsProportionalToTheProbabilitiesIsExactlyNothing([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Table table = OneRowEach(sample, psu => 3 * sample.P[psu]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SurveyDesign(table, strata: "stratum", clusters: "psu", unequal: UnequalProbabilities.YatesGrundy("p", sample.Pairs())).Total("y").StandardError, Is.Zero);
            Assert.That(new SurveyDesign(table, strata: "stratum", clusters: "psu", unequal: UnequalProbabilities.Brewer("p")).Total("y").StandardError, Is.Zero);
        }
    }

    [Test]
    public void TheOrderOfRowsIsIrrelevant([Range(1, 10)] int seed)
    {
        var sample = new UnequalSample(seed);
        Table table = sample.Table();
        int[] order = [.. Enumerable.Range(0, table.RowCount)];
        new Random(seed).Shuffle(order);
        Table shuffled = Table.FromColumns(table.Columns.Select(name => (name, Taken(table[name], order))));

        foreach (UnequalProbabilities unequal in (UnequalProbabilities[])[UnequalProbabilities.Brewer("p"), UnequalProbabilities.Overton("p"), UnequalProbabilities.HartleyRao("p"), UnequalProbabilities.YatesGrundy("p", sample.Pairs())])
            EstimateLaws.Same(Design(shuffled, unequal).By("inside").Mean("y"), Design(table, unequal).By("inside").Mean("y"));
    }

    /// <summary>A PSU that is certain might be drawn, or not, without a trace but in degrees of freedom.</summary>
    [Test]
    public void CertainPsusAddNothing([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        Table table = sample.Table();
        foreach (UnequalProbabilities unequal in (UnequalProbabilities[])[UnequalProbabilities.Brewer("p"), UnequalProbabilities.Overton("p"), UnequalProbabilities.HartleyRao("p"), UnequalProbabilities.HorvitzThompson("p", sample.Pairs())])
            Assert.That(Design(table, unequal).Total("y").StandardError, CloseOrNaN(Design(table.Filter(Expr.Col("p") < 1), unequal).Total("y").StandardError));
    }

    /// <summary>Waves in the same places with the same people, by Brewer's estimator: nothing changed, for certain.</summary>
    [Test]
    public void WavesOfTheSamePsusMoveTogether([Range(1, 20)] int seed)
    {
        var sample = new UnequalSample(seed);
        SurveyDesign before = sample.Design(UnequalProbabilities.Brewer("p"));
        SurveyDesign after = Design(sample.Table().With("y", Expr.Col("y") + 1), UnequalProbabilities.Brewer("p"));
        Change change = new Waves(samePlaces: true, ("first", before), ("second", after)).Change(Mean("y"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.Difference.Value, Close(1, ClosedForm, change.Before.Value));
            Assert.That(change.Covariance, Close(change.Before.StandardError * change.After.StandardError, ClosedForm));
        }
    }

    private static NUnit.Framework.Constraints.Constraint CloseOrNaN(double expected) => double.IsNaN(expected) ? Is.NaN : Close(expected, ClosedForm);

    private static Column Taken(Column column, int[] order) => column switch
    {
        NumberColumn numbers => new NumberColumn([.. order.Select(row => numbers.Values[row])]),
        FlagColumn flags => new FlagColumn([.. order.Select(row => flags.TextAt(row) is { } text ? (bool?)(text == "true") : null)]),
        _ => new CategoryColumn([.. order.Select(column.TextAt)]),
    };

    private static SurveyDesign Design(Table table, UnequalProbabilities unequal) => new(table, strata: "stratum", clusters: "psu", unequal: unequal);

    private static SurveyDesign Unequal(RandomSample sample, UnequalProbabilities unequal, LonelyPsu rule, Table? table = null) => new(
        table ?? sample.Table(),
        sample.Plan.Weighted ? "w" : null,
        sample.Plan.Strata > 0 ? "stratum" : null,
        Names.Of([.. Enumerable.Range(1, sample.Plan.Clusters).Select(stage => $"u{stage}")]),
        Names.Of([.. Enumerable.Range(2, sample.Plan.Sizes - 1).Select(stage => $"n{stage}")]),
        rule,
        unequal: unequal);

    private static Table Pairs((string Stratum, int Psu, double P)[] psus, Dictionary<string, int> drawn)
    {
        var pairs = (from first in psus from second in psus where first.Stratum == second.Stratum && first.Psu < second.Psu select (First: first, Second: second)).ToArray();
        return Table.FromColumns([
            ("stratum", new CategoryColumn([.. pairs.Select(pair => pair.First.Stratum)])),
            ("first", new NumberColumn([.. pairs.Select(pair => (double)pair.First.Psu)])),
            ("second", new NumberColumn([.. pairs.Select(pair => (double)pair.Second.Psu)])),
            ("probability", new NumberColumn([.. pairs.Select(pair => JointOf(drawn[pair.First.Stratum], pair.First.P))]))]);
    }

    /// <summary>n(n - 1)/(N(N - 1)).</summary>
    private static double JointOf(double n, double fraction) => fraction == 1 ? 1 : fraction * (n - 1) / (n / fraction - 1);

    private static Table OneRowEach(UnequalSample sample, Func<int, double> y) => Table.FromColumns([
        ("psu", new NumberColumn([.. sample.P.Select((_, psu) => (double)psu)])),
        ("stratum", (Column)new CategoryColumn([.. sample.Stratum.Select(stratum => $"s{stratum}")])),
        ("p", new NumberColumn(sample.P)),
        ("y", new NumberColumn([.. sample.P.Select((_, psu) => y(psu))]))]);
}
