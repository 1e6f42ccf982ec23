using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Comparing;

/// <summary>How waves are declared and matched, and what a change says of itself.</summary>
public class WavesTests
{
    [Test]
    public void IdsInTwoWavesMustBeDeclared() =>
        Assert.That(
            () => new Waves(null, ("2023", Wave("a", "b", "c")), ("2024", Wave("b", "c", "d"))),
            Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(
                "2 of 3 village ids of 2024 occur in 2023: say whether they are the same places (samePlaces: true or false), which ids alone cannot tell, as many surveys use them anew."));

    [Test]
    public void IdsInNoTwoWavesNeedNoDeclaration()
    {
        var waves = new Waves(null, ("2023", Wave("a", "b")), ("2024", Wave("c", "d", "e")));
        Assert.That(waves.Overlap(), Is.EqualTo(new WaveOverlap("2023", "2024", 2, 3, null, 0, 0, 0)));
        Assert.That(waves.Overlap().ToString(), Is.EqualTo("no PSU of 2024 is in 2023: the waves are independent"));
        Assert.That(waves.Change(Mean("y")).Covariance, Is.Zero);
    }

    [Test]
    public void ADeclarationIsReported()
    {
        var same = new Waves(true, ("2023", Wave("a", "b", "c")), ("2024", Wave("b", "c", "d")));
        var other = new Waves(false, ("2023", Wave("a", "b", "c")), ("2024", Wave("b", "c", "d")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(same.Overlap().ToString(), Is.EqualTo("2 of 3 PSUs of 2024 are among the 3 of 2023 (declared the same places)"));
            Assert.That(other.Overlap().ToString(), Is.EqualTo("2 of 3 PSU ids of 2024 occur in 2023 and were declared different places: the waves are independent"));
            Assert.That(same.Change(Mean("y")).Covariance, Is.Not.Zero);
            Assert.That(other.Change(Mean("y")).Covariance, Is.Zero);
            Assert.That(same.Estimate(Mean("y")).Sample.Notes, Is.EqualTo([same.Overlap().ToString()]));
        }
    }

    [Test]
    public void ACrosswalkFindsChangedIds()
    {
        SurveyDesign before = Wave("old", "b", "c"), after = Wave("b", "c", "new");
        var waves = new Waves(true, new Dictionary<string, string> { ["old"] = "new" }, ("2023", before), ("2024", after));
        Table table = (Table)before.Rows;
        table = table.With("village", When(Col("village") == "old", Expr.Text("new"), Col("village")));
        var renamed = new Waves(true, ("2023", new SurveyDesign(table, "w", clusters: "village")), ("2024", after));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(waves.Overlap().SharedPsus, Is.EqualTo(3));
            Assert.That(waves.Change(Mean("y")).Covariance, Close(renamed.Change(Mean("y")).Covariance, ClosedForm));
        }
    }

    [TestCase("olb", "new", "The crosswalk names 'olb', and no earlier wave has such a PSU; did you mean 'old'?")]
    [TestCase("old", "never", "The crosswalk turns 'old' into 'never', and 2024 has no such PSU; leave such lines out of it.")]
    [TestCase("old", "b", "The crosswalk makes one place 'b' of the village ids 'b' and 'old', two PSUs of one wave; places that were merged are new places, so leave them out of it.")]
    public void ACrosswalkThatCannotBeIsRefused(string from, string to, string message) =>
        Assert.That(
            () => new Waves(true, new Dictionary<string, string> { [from] = to }, ("2023", Wave("old", "b", "c")), ("2024", Wave("b", "c", "new"))),
            Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(message));

    [Test]
    public void ACrosswalkOfIdsThatBeginAnewIsRefused()
    {
        SurveyDesign before = InStrata(("s1", "1"), ("s1", "2"), ("s2", "1"), ("s2", "2")), after = InStrata(("s1", "9"), ("s1", "2"), ("s2", "1"), ("s2", "2"));
        Assert.That(
            () => new Waves(true, new Dictionary<string, string> { ["1"] = "9" }, ("2023", before), ("2024", after)),
            Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The crosswalk names PSU ids, and they begin anew in each stratum"));
    }

    [Test]
    public void ACrosswalkWithoutADeclarationIsRefused() =>
        Assert.That(
            () => new Waves(false, new Dictionary<string, string> { ["a"] = "c" }, ("2023", Wave("a", "b")), ("2024", Wave("c", "b"))),
            Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The crosswalk says how ids of the same places changed, and the waves are not declared to be in the same places"));

    [Test]
    public void RowsWithoutIdsAreNoSamePlaces()
    {
        var rows = new SurveyDesign(Survey.Table.FromColumns([("y", (System.Collections.IEnumerable)(double[])[1, 2, 4])]));
        Assert.That(() => new Waves(true, ("2023", rows), ("2024", rows)), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The waves are declared to be in the same places, but in 2023 each row is a PSU of its own"));
        Change change = new Waves(null, ("2023", rows), ("2024", rows)).Change(Mean("y"));
        Assert.That((change.Difference.Value, change.Covariance), Is.EqualTo((0.0, 0.0)));
        Assert.That(change.Difference.StandardError, Close(Math.Sqrt(2) * change.Before.StandardError, ClosedForm));
    }

    [Test]
    public void IdsThatAreUsedAnewInEachStratumAreOfTheirStratum()
    {
        SurveyDesign before = InStrata(("s1", "1"), ("s1", "2"), ("s2", "1"), ("s2", "2")), after = InStrata(("s1", "1"), ("s1", "2"), ("s2", "2"), ("s2", "3"));
        WaveOverlap overlap = new Waves(true, ("2023", before), ("2024", after)).Overlap();
        Assert.That((overlap.SharedPsus, overlap.StratumChanges), Is.EqualTo((3, 0)));

        // unique in both waves: a village that moved to another stratum is the same village
        overlap = new Waves(true, ("2023", InStrata(("s1", "1"), ("s1", "2"), ("s2", "3"), ("s2", "4"))), ("2024", InStrata(("s1", "1"), ("s1", "3"), ("s2", "2"), ("s2", "4")))).Overlap();
        Assert.That((overlap.SharedPsus, overlap.StratumChanges), Is.EqualTo((4, 2)));
        Assert.That(overlap.ToString(), Does.EndWith("(declared the same places), 2 of them in another stratum"));
    }

    [Test]
    public void ADomainOfOneWaveIsNoted()
    {
        SurveyDesign before = Wave("a", "b", "c"), after = Wave("a", "b", "d");
        Changes changes = new Waves(true, ("2023", before), ("2024", after)).By("village").Changes(Mean("y"));
        Assert.That(changes.Select(change => change.After.Domain[0].Level), Is.EqualTo(["a", "b"]));
        Assert.That(changes.Sample.Notes, Is.EqualTo([
            "the mean of y, village = c is not compared: 2024 does not have it",
            "the mean of y, village = d is not compared: 2023 does not have it"]));
    }

    [Test]
    public void WavesOfOneTable()
    {
        Table both = Survey.Table.FromColumns([
            ("year", (System.Collections.IEnumerable)(double[])[2024, 2023, 2023, 2024, 2023, 2024]), ("village", (string[])["a", "a", "b", "b", "c", "c"]), ("y", (double[])[5, 1, 2, 7, 4, 6])]);
        Waves waves = Waves.Of(both, "year", rows => new SurveyDesign(rows, clusters: "village"), samePlaces: true);
        Change change = waves.Change(Mean("y"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((change.From, change.To), Is.EqualTo(("2023", "2024")));
            Assert.That(change.Difference.Value, Close(6 - 7.0 / 3, ClosedForm));
            Assert.That(waves.Estimate(Mean("y")).Sample.Notes.Where(note => note.Contains("deleted", StringComparison.Ordinal)), Is.Empty);
        }

        Assert.That(() => Waves.Of(both.With("year", Expr.Missing), "year", rows => new SurveyDesign(rows), null), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("'year' is missing in 6 of 6 rows"));
        Assert.That(() => Waves.Of(both.Filter(Col("year") == 2023), "year", rows => new SurveyDesign(rows), null), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("'year' is 2023 in every row, and a comparison takes at least two waves."));
    }

    [Test]
    public void WhatIsNoComparisonIsRefused()
    {
        SurveyDesign wave = Wave("a", "b");
        Assert.That(() => new Waves(true, ("2023", wave)), Throws.ArgumentException.With.Message.StartsWith("A comparison takes at least two waves."));
        Assert.That(() => new Waves(true, ("2023", wave), ("2023", wave)), Throws.ArgumentException.With.Message.StartsWith("Two waves are called '2023'"));
        var waves = new Waves(true, ("2023", wave), ("2024", wave));
        Assert.That(() => waves.Change(Mean("y"), "2022"), Throws.ArgumentException.With.Message.StartsWith("There is no wave '2022'; they are 2023, 2024."));
        Assert.That(() => waves.Change(Shares("village")), Throws.ArgumentException.With.Message.StartsWith("The proportion of village stands for 2 changes here"));
        Assert.That(() => waves.Change(Mean("y"), "2024"), Throws.ArgumentException.With.Message.StartsWith("A change is between two waves, and 2024 is both; name an earlier wave as the first."));
        Assert.That(() => waves.By(((Variable)"y").As("wave")), Throws.ArgumentException.With.Message.StartsWith("A variable that splits waves cannot be called 'wave'"));
        Assert.That(() => new Waves(true, ("2023", wave), (" ", wave)), Throws.ArgumentException.With.Message.StartsWith("A wave has no name"));
        Assert.That(() => new Waves(true, ("2024", wave), ("2023", wave)).Trend(Mean("y")), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The waves are called 2024, 2023, and for a trend the numbers must rise"));
        Assert.That(() => waves.Change(Mean("z")), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("In 2023: There is no column 'z'"));
    }

    [Test]
    public void TheSameWaveTwiceHasNotChanged()
    {
        SurveyDesign wave = Wave("a", "b", "c");
        Change change = new Waves(true, ("2023", wave), ("2024", wave)).Change(Mean("y"));
        Assert.That((change.Difference.Value, change.Difference.StandardError, change.LogRatio.StandardError), Is.EqualTo((0.0, 0.0, 0.0)));
        Assert.That(change.Correlation, Close(1, ClosedForm));
    }

    [Test]
    public void ABaseOfZeroHasNoRelativeChange()
    {
        Change change = new Waves(true, ("2023", Wave(late: false, "a", "b", "c")), ("2024", Wave("a", "b", "c"))).Change(Proportion(Col("late") & Col("y") > 3));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.Before.Value, Is.Zero);
            Assert.That(change.Relative, Is.NaN);
            Assert.That(change.RelativeInterval(), Has.Property("Low").NaN.And.Property("Remark").EqualTo("no relative change: the base is 0"));
            Assert.That(change.Difference.Value, Is.GreaterThan(0));
            Assert.That(change.Remark, Is.EqualTo("an estimate of 0 or 1 shows no sampling error, so the intervals of its change are too narrow"));
        }
    }

    [Test]
    public void ABaseNotDistinguishableFromZeroHasNone()
    {
        Change change = Of(0.02, 0.02, 0.10, 0.02);
        Assert.That(change.RelativeInterval().Remark, Does.StartWith("no relative change: the base is not distinguishable from 0 (g = 4.3"));
        Assert.That(change.RelativeInterval(0.95, RelativeMethod.LogRatio).Low, Is.NaN);
        Assert.That(change.Fieller().Shape, Is.EqualTo(FiellerShape.Outside));
        Assert.That(Of(0.1, 0.035, 0.2, 0.02).Remark, Is.EqualTo("the base is imprecise: its relative standard error is 35 %"));
        Assert.That(Of(0.1, 0.03, 0.2, 0.02).BaseIsImprecise, Is.False);
    }

    [Test]
    public void WithoutDegreesOfFreedomThereAreNoIntervals()
    {
        Change change = Of(0.3, 0.02, 0.4, 0.02, df: 0);
        Assert.That((change.Difference.Interval().Low, change.RelativeInterval().Low), Is.EqualTo((double.NaN, double.NaN)));
        Assert.That(change.RelativeInterval().Remark, Is.EqualTo("no interval: there are no degrees of freedom"));
        Assert.That(change.Relative, Close(1.0 / 3, ClosedForm));
    }

    /// <summary>Of three waves the first two share a village, the first and the last none.</summary>
    [Test]
    public void DegreesOfFreedomAreThoseOfThePairCompared()
    {
        var waves = new Waves(true, ("1", Wave("a", "b", "c")), ("2", Wave("c", "d", "e")), ("3", Wave("f", "g", "h", "i")));
        Change shared = waves.Change(Mean("y"), "1", "2"), apart = waves.Change(Mean("y"), "1", "3");
        Contrasts contrasts = waves.Contrasts(["p2 - p1", "p3 - p1", "-1 0 1"], Mean("y"));
        double v1 = Math.Pow(apart.Before.StandardError, 2), v3 = Math.Pow(apart.After.StandardError, 2), welch = (v1 + v3) * (v1 + v3) / (v1 * v1 / 2 + v3 * v3 / 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((shared.DegreesOfFreedom, contrasts[0].DegreesOfFreedom), Is.EqualTo((2.0, 2.0)));
            Assert.That(apart.DegreesOfFreedom, Close(welch, ClosedForm));
            Assert.That(contrasts[1].DegreesOfFreedom, Close(welch, ClosedForm));
            Assert.That(apart.Fieller().High, Close(FiellerSet.Of(apart.Before.Value, apart.After.Value, v1, v3, 0, StudentT.UpperQuantile(0.025, welch), cutAtZero: false).High, ClosedForm));
            Assert.That((contrasts[2].Value, contrasts[2].StandardError), Is.EqualTo((contrasts[1].Value, contrasts[1].StandardError)));
            Assert.That(() => waves.Contrasts(["-1 1"], Mean("y")), Throws.ArgumentException.With.Message.StartsWith("The contrast '-1 1' has 2 coefficients for 3 waves"));
        }
    }

    /// <summary>The last wave has a new place under an id that another place had.</summary>
    [Test]
    public void ACrosswalkLeavesTheLastWaveAsItIs()
    {
        var waves = new Waves(true, new Dictionary<string, string> { ["old"] = "new" }, ("2023", Wave("old", "b")), ("2024", Wave("old", "b", "new")));
        Assert.That(waves.Overlap().SharedPsus, Is.EqualTo(2));
    }

    [Test]
    public void AWaveInWhichNobodyAnsweredDoesNotCountInWhatIsPooled()
    {
        Expr answer = When(Col("late"), Col("y"), Expr.Missing);
        var waves = new Waves(true, ("1", Wave(late: false, "c", "d")), ("2", Wave("c", "d", "e")), ("3", Wave("f", "g", "h", "i")));
        Estimate pooled = waves.Pooled(Mean(answer))[0], others = new Waves(null, ("2", Wave("c", "d", "e")), ("3", Wave("f", "g", "h", "i"))).Pooled(Mean("y"))[0];
        Assert.That(pooled.Value, Close(others.Value, ClosedForm));
        Assert.That(pooled.DegreesOfFreedom, Close(others.DegreesOfFreedom, ClosedForm));
    }

    [Test]
    public void OnlyTheWavesComparedAreAsked()
    {
        SurveyDesign odd = new(Survey.Table.FromColumns([("village", (System.Collections.IEnumerable)(string[])["x", "z"])]), clusters: "village");
        var waves = new Waves(true, ("2022", Wave("a", "b")), ("2023", odd), ("2024", Wave("a", "b")));
        Assert.That(waves.Changes("2022", "2024", Mean("y")), Has.Count.EqualTo(1));
    }

    [Test]
    public void AfterNothingThereIsNoRelativeInterval()
    {
        Change change = Of(0.3, 0.02, 0, 0);
        Assert.That(change.Relative, Is.EqualTo(-1));
        Assert.That(change.RelativeInterval(), Has.Property("Low").NaN.And.Property("Remark").EqualTo("no interval: an estimate of 0 shows no sampling error"));
    }

    [Test]
    public void NobodyAnsweredInAWave()
    {
        Change change = Of(0.3, 0.02, double.NaN, double.NaN);
        Assert.That((change.Remark, change.RelativeInterval().Remark), Is.EqualTo(("no change: nobody answered in 2024", "no change: nobody answered in 2024")));
    }

    [Test]
    public void AverageAndTrend()
    {
        Waves waves = new(true, ("2021", Wave("a", "b", "c")), ("2023", Wave("b", "c", "d")), ("2024", Wave("c", "d", "e")));
        Estimates joint = waves.Estimate(Mean("y"));
        Contrast average = waves.Average(Mean("y"))[0], trend = waves.Trend(Mean("y"))[0], steps = waves.Trend([1, 2, 3], Mean("y"))[0];
        double mean = 6068.0 / 3, squares = (2021 - mean) * (2021 - mean) + (2023 - mean) * (2023 - mean) + (2024 - mean) * (2024 - mean);
        double[] weights = [(2021 - mean) / squares, (2023 - mean) / squares, (2024 - mean) / squares];
        double[,] v = joint.CovarianceMatrix();
        double variance = 0;
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                variance += weights[i] * weights[j] * v[i, j];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(average.Value, Close(joint.Average(estimate => estimate.Value), ClosedForm));
            Assert.That(trend.Value, Close(weights[0] * joint[0].Value + weights[1] * joint[1].Value + weights[2] * joint[2].Value, ClosedForm));
            Assert.That(trend.StandardError, Close(Math.Sqrt(variance), ClosedForm));
            Assert.That(steps.Value, Close((joint[2].Value - joint[0].Value) / 2, ClosedForm));
            Assert.That(steps.StandardError, Close(waves.Change(Mean("y")).Difference.StandardError / 2, ClosedForm));
            Assert.That(() => waves.Trend([1, 1, 2], Mean("y")), Throws.ArgumentException);
        }
    }

    private static Change Of(double before, double seBefore, double after, double seAfter, double df = 20) => new()
    {
        Overlap = new WaveOverlap("2023", "2024", 48, 48, false, 0, 0, 0),
        Before = Proportion(before, seBefore, df),
        After = Proportion(after, seAfter, df),
        Covariance = 0,
        Difference = new Contrast { Name = "difference", Value = after - before, StandardError = Math.Sqrt(seBefore * seBefore + seAfter * seAfter), DegreesOfFreedom = df },
        LogRatio = new Contrast { Name = "log ratio", Value = Math.Log(after / before), StandardError = 0.1, DegreesOfFreedom = df },
    };

    private static Estimate Proportion(double value, double standardError, double df) => new()
    {
        Statistic = "proportion",
        Variable = "y",
        Domain = [],
        Value = value,
        StandardError = standardError,
        DegreesOfFreedom = df,
        Respondents = 100,
        Missing = 0,
        SumOfWeights = 1_000,
    };

    private static Statistic Proportion(Expr of) => Statistic.Proportion(of);

    private static SurveyDesign Wave(params string[] villages) => Wave(late: true, villages);

    /// <summary>Three people a village, whose answers depend on its name and the wave.</summary>
    private static SurveyDesign Wave(bool late, params string[] villages) =>
        new(
            Survey.Table.FromColumns([
                ("village", (System.Collections.IEnumerable)villages.SelectMany(village => (string[])[village, village, village]).ToArray()),
                ("w", villages.SelectMany(_ => (double[])[1, 1, 1]).ToArray()),
                ("late", villages.SelectMany(_ => (bool[])[late, late, late]).ToArray()),
                ("y", villages.SelectMany((village, k) => (double[])[village[0] % 7, k + village[^1] % 5, 3]).ToArray())]),
            "w",
            clusters: "village");

    private static SurveyDesign InStrata(params (string Stratum, string Village)[] villages) =>
        new(
            Survey.Table.FromColumns([
                ("stratum", (System.Collections.IEnumerable)villages.Select(village => village.Stratum).ToArray()), ("village", villages.Select(village => village.Village).ToArray()),
                ("y", villages.Select((_, k) => (double)(k * k % 5)).ToArray())]),
            strata: "stratum", clusters: "village");
}
