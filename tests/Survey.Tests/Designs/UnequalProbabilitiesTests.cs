using static Survey.Tests.Tolerance;

namespace Survey.Tests.Designs;

/// <summary>Designs of unequal probabilities: what they say, what they are worth by hand, and what they refuse.</summary>
public class UnequalProbabilitiesTests
{
    private static readonly UnequalProbabilities Brewer = UnequalProbabilities.Brewer("p"), Overton = UnequalProbabilities.Overton("p");

    // stratum a: PSUs 1, 2, 3 of probabilities 0.5, 0.25, 0.4; b: 1 and 2
    private static readonly Table People = Table.FromColumns([
        ("stratum", (Column)new CategoryColumn(["a", "a", "a", "a", "b", "b"])),
        ("psu", Numbers(1, 1, 2, 3, 1, 2)),
        ("p", Numbers(0.5, 0.5, 0.25, 0.4, 0.2, 0.5)),
        ("y", Numbers(1, 2, 3, 4, 5, 6))]);

    // one stratum of PSUs named by letters
    private static readonly Table Letters = Table.FromColumns([
        ("psu", (Column)new CategoryColumn(["A", "B", "C"])),
        ("p", Numbers(0.5, 0.25, 0.4)),
        ("y", Numbers(3, 3, 4))]);

    private static readonly Table Joint = Table.FromColumns([
        ("first", (Column)new CategoryColumn(["A", "C", "B"])),
        ("second", new CategoryColumn(["B", "A", "C"])),
        ("probability", Numbers(0.05, 0.1, 0.06))]);

    [Test]
    public void TheDesignSaysWhichEstimatorIsInForce()
    {
        SurveyDesign design = Design(People, Brewer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.Unequal, Is.SameAs(Brewer));
            Assert.That(design.Where(Expr.Col("y") > 2).Unequal, Is.SameAs(Brewer));
            Assert.That(Brewer.ToString(), Is.EqualTo("Brewer's estimator, probabilities 'p'"));
            Assert.That(design.Notes, Is.EqualTo(new[] { "PSUs were drawn without replacement with the probabilities 'p': their variance is estimated by Brewer's estimator" }));
            Assert.That(Design(People, Overton).Notes, Is.EqualTo(new[] { "PSUs were drawn without replacement with the probabilities 'p': their variance is estimated by Overton's estimator; it may be negative, and there is then no standard error" }));
            Assert.That(Design(People, UnequalProbabilities.HartleyRao("p")).Notes, Is.EqualTo(new[] { "PSUs were drawn without replacement with the probabilities 'p': their variance is estimated by Hartley and Rao's estimator, the sum of squared probabilities estimated from the sample; it may be negative, and there is then no standard error" }));
            Assert.That(Named(UnequalProbabilities.HorvitzThompson("p", Joint)).Notes[0], Does.Contain("Horvitz and Thompson's"));
            Assert.That(Named(UnequalProbabilities.YatesGrundy("p", Joint)).Total("y").StandardError, Is.GreaterThan(0));
            Assert.That(design.Mean("y").DegreesOfFreedom, Is.EqualTo(3));
        }
    }

    [Test]
    public void WeightsFollowFromProbabilitiesAndLaterSizes()
    {
        Table sized = People.With("N", Numbers(8, 8, 5, 6, 7, 9));
        SurveyDesign stages = new(sized.With("house", Numbers(1, 2, 1, 1, 1, 1)), strata: "stratum", clusters: ["psu", "house"], populationSizes: "N", lonelyPsu: LonelyPsu.Certainty, unequal: Brewer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design(People, Brewer).Total("y").Value, Close(3 / 0.5 + 3 / 0.25 + 4 / 0.4 + 5 / 0.2 + 6 / 0.5, ClosedForm));
            Assert.That(stages.Total("y").Value, Close(4 * 3 / 0.5 + 5 * 3 / 0.25 + 6 * 4 / 0.4 + 7 * 5 / 0.2 + 9 * 6 / 0.5, ClosedForm));
            Assert.That(new SurveyDesign(People.With("w", Numbers(1, 1, 1, 1, 1, 1)), "w", "stratum", "psu", unequal: Brewer).Total("y").Value, Is.EqualTo(21));
        }
    }

    [Test]
    public void BrewerByHand()
    {
        // a: 6, 12, 10 about 28/3; b: 25, 12 about 18.5
        double a = 1.5 * (0.5 * Squared(6 - 28 / 3.0) + 0.75 * Squared(12 - 28 / 3.0) + 0.6 * Squared(10 - 28 / 3.0)), b = 2 * (0.8 + 0.5) * Squared(6.5);

        Assert.That(Design(People, Brewer).Total("y").StandardError, Close(Math.Sqrt(a + b), ClosedForm));
    }

    /// <summary>Clusters of later stages count also without a population size of theirs, as after a first stage that has one.</summary>
    [Test]
    public void ALaterStageAddsProbabilityTimesItsVariance()
    {
        SurveyDesign stages = new(People.With("house", Numbers(1, 2, 1, 1, 1, 1)).With("w", 1 / Expr.Col("p")), "w", "stratum", ["psu", "house"], lonelyPsu: LonelyPsu.Certainty, unequal: Brewer);
        double first = Design(People, Brewer).Total("y").StandardError;

        // within PSU 1 of a: 2 and 4 about 3, n/(n - 1) = 2
        Assert.That(stages.Total("y").StandardError, Close(Math.Sqrt(first * first + 0.5 * 2 * (1 + 1)), ClosedForm));
    }

    [TestCase(LonelyPsu.Certainty)]
    [TestCase(LonelyPsu.Adjust)]
    [TestCase(LonelyPsu.Average)]
    public void LonelyPsusFollowTheirRule(LonelyPsu rule)
    {
        Table lonely = People.With("stratum", new CategoryColumn(["a", "a", "a", "b", "c", "c"]));
        double a = 2 * (0.5 + 0.75) * 9, c = 2 * (0.8 + 0.5) * Squared(6.5), mean = 65 / 5.0;
        double expected = rule switch { LonelyPsu.Adjust => a + c + 0.6 * Squared(10 - mean), LonelyPsu.Average => (a + c) * 3 / 2, _ => a + c };

        Assert.That(new SurveyDesign(lonely, strata: "stratum", clusters: "psu", lonelyPsu: rule, unequal: Brewer).Total("y").StandardError, Close(Math.Sqrt(expected), ClosedForm));
    }

    [Test]
    public void StrataCanBeMergedForBrewer()
    {
        var map = new Dictionary<string, string> { ["b"] = "a" };
        double[] z = [6, 12, 10, 25, 12], p = [0.5, 0.25, 0.4, 0.2, 0.5];

        Assert.That(
            new SurveyDesign(People, strata: "stratum", clusters: "psu", collapse: map, unequal: Brewer).Total("y").StandardError,
            Close(Math.Sqrt(1.25 * z.Zip(p, (own, chance) => (1 - chance) * Squared(own - 13)).Sum()), ClosedForm));
    }

    [Test]
    public void ACertainPsuIsSaidAndNoPartOfTheRest()
    {
        Table certain = People.With("p", Numbers(0.5, 0.5, 0.25, 1, 0.2, 0.5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design(certain, Brewer).Notes[1], Is.EqualTo("1 PSU was certain to be drawn and adds nothing to the variance of the first stage"));
            Assert.That(Design(certain, Brewer).Total("y").StandardError, Close(Math.Sqrt(2 * (0.5 + 0.75) * 9 + 2 * 1.3 * Squared(6.5)), ClosedForm));
            Assert.That(Design(People.With("p", Numbers(1, 1, 1, 1, 1, 1)), Brewer).Total("y").StandardError, Is.Zero);
            Assert.That(Design(People.With("p", Numbers(1, 1, 1, 1, 1, 1)), Overton).Total("y").StandardError, Is.Zero);
        }
    }

    [Test]
    public void ANegativeVarianceIsNoStandardErrorAndSaid()
    {
        // PSUs that hardly come together: 1 - 0.25/0.01 = -24
        Table two = Table.FromColumns([("p", Numbers(0.5, 0.5)), ("y", Numbers(1, 1)), ("d", Numbers(1, 0))]);
        double[,] joint = { { 0.5, 0.01 }, { 0.01, 0.5 } };
        Estimates estimates = new SurveyDesign(two, unequal: UnequalProbabilities.HorvitzThompson("p", joint)).Estimate(Statistic.Total("y"), Statistic.Total("d"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimates[0].StandardError, Is.NaN);
            Assert.That(estimates[0].DesignEffect, Is.NaN);
            Assert.That(estimates[1].StandardError, Close(Math.Sqrt(0.5 * 4), ClosedForm));
            Assert.That(estimates.Covariance(0, 0), Is.NaN);
            Assert.That(estimates.Covariance(0, 1), Close(0.5 * 4 - 24 * 4, ClosedForm));
            Assert.That(estimates.Sample.Notes[^1], Is.EqualTo("by Horvitz and Thompson's estimator the variance of 1 of 2 estimates is negative, so it has no standard error; choose Yates and Grundy's estimator where the number drawn was fixed, or Brewer's, which is never negative"));
            Assert.That(new SurveyDesign(two, unequal: UnequalProbabilities.YatesGrundy("p", joint)).Total("d").StandardError, Close(Math.Sqrt(24 * 4), ClosedForm));
        }
    }

    [Test]
    public void ATotalThatCannotVaryHasNoErrorHoweverItsTermsCancel([Values(3, 50, 500)] int n)
    {
        double[] p = [.. Enumerable.Repeat(n / (3.0 * n), n)], ones = [.. Enumerable.Repeat(1.0, n)];
        Table table = Table.FromColumns([("p", p), ("y", ones)]);
        double[,] joint = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                joint[i, j] = i == j ? p[i] : (n - 1.0) / (3 * (3 * n - 1));

        using (Assert.EnterMultipleScope())
            foreach (UnequalProbabilities unequal in (UnequalProbabilities[])[Brewer, Overton, UnequalProbabilities.HartleyRao("p", n / 3.0), UnequalProbabilities.HorvitzThompson("p", joint), UnequalProbabilities.YatesGrundy("p", joint)])
                Assert.That(new SurveyDesign(table, unequal: unequal).Total("y").StandardError, Is.Zero, unequal.ToString());
    }

    [Test]
    public void SharesOfAllLevelsTogetherHaveNoError()
    {
        Table kinds = Letters.With("kind", new CategoryColumn(["x", "y", "x"]));
        Estimates shares = new SurveyDesign(kinds, clusters: "psu", unequal: UnequalProbabilities.YatesGrundy("p", Joint)).Shares("kind");

        Assert.That(shares.Contrasts("+1 +1")[0].StandardError, Is.EqualTo(0).Within(1e-15));
    }

    [Test]
    public void ProbabilitiesAreChecked()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design(People.With("p", Numbers(0.5, 0.5, 1.25, 0.4, 0.2, 0.5)), Brewer), "The probability 'p' is 1.25 in row 3; it is the chance of a PSU of being drawn, above 0 and at most 1.");
            Refuses(() => Design(People.With("p", Numbers(0.5, 0.5, 0, 0.4, 0.2, 0.5)), Brewer), "The probability 'p' is 0 in row 3; it is the chance of a PSU of being drawn, above 0 and at most 1.");
            Refuses(() => Design(People.With("p", Numbers(0.5, 0.5, double.NaN, 0.4, 0.2, 0.5)), Brewer), "The probability 'p' is missing in row 3; it is the chance of a PSU of being drawn, above 0 and at most 1.");
            Refuses(() => Design(People.With("p", Numbers(0.5, 0.6, 0.25, 0.4, 0.2, 0.5)), Brewer), "The probability 'p' of psu '1' of stratum 'a' is 0.5 and, in row 2, 0.6; it is one number in all rows of a PSU.");
            Refuses(() => Design(People, UnequalProbabilities.Brewer("stratum")), "The probabilities column 'stratum' is a category, where numbers are wanted.");
            Refuses(() => Design(People, UnequalProbabilities.Brewer("pi")), "There is no column 'pi'; did you mean 'p'?");
            Assert.That(() => UnequalProbabilities.Brewer(" "), Throws.ArgumentException);
            Assert.That(() => UnequalProbabilities.HorvitzThompson("p", null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void LonelyPsusAreRefusedWithTheWaysOut()
    {
        Table lonely = People.With("p", Numbers(0.5, 0.5, 1, 1, 0.2, 0.5));

        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design(lonely, Brewer), "Chance drew one PSU from stratum 'a' (not counting those of probability 1), so its variance cannot be estimated; merge it with a stratum like it (collapse), or choose the lonely-PSU rule Certainty, Adjust or Average.");
            Refuses(() => Design(lonely, Overton), "Chance drew one PSU from stratum 'a' (not counting those of probability 1), so its variance cannot be estimated; choose the lonely-PSU rule Certainty, or Brewer's estimator, for which strata can be merged (collapse).");
            Assert.That(new SurveyDesign(lonely, strata: "stratum", clusters: "psu", lonelyPsu: LonelyPsu.Certainty, unequal: Overton).Total("y").StandardError, Is.GreaterThan(0));
        }
    }

    [Test]
    public void WhatAnEstimatorCannotDoIsRefused()
    {
        Table more = People.With("house", Numbers(1, 2, 1, 1, 1, 1)).With("N", Numbers(8, 8, 5, 6, 7, 9));
        var map = new Dictionary<string, string> { ["b"] = "a" };

        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: "psu", systematicOrder: "N", unequal: Brewer),
                "The first stage's variance is estimated by successive differences or by Brewer's estimator from the probabilities 'p', not by both; leave systematicOrder out, or the probabilities.");
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: ["psu", "house"], unequal: Overton),
                "Overton's estimator is of the first stage only, and clusters are named for 2 stages; name the PSU only, or choose Brewer's, which takes later stages.");
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: "psu", populationSizes: "N", unequal: Overton),
                "Overton's estimator is of the first stage only, and population sizes are given for later ones; name the PSU only, or choose Brewer's, which takes later stages.");
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: "psu", collapse: map, unequal: Overton),
                "Overton's estimator takes strata as they were drawn, and some are to be merged (collapse); leave the map out, or choose Brewer's.");
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: "psu", lonelyPsu: LonelyPsu.Adjust, unequal: Overton),
                "The lonely-PSU rule Adjust moves means or factors of strata, and Overton's estimator has none; choose the lonely-PSU rule Certainty, or Brewer's estimator.");
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: "psu", populationSizes: "N", unequal: Brewer),
                "The probabilities 'p' are those of the first stage, and population sizes those of the stages after it: 1 column of sizes is named, and 0 such stages of clusters; leave the first stage's size out, or name the clusters of each stage.");
            Refuses(() => new SurveyDesign(more, strata: "stratum", clusters: ["psu", "house"], unequal: Brewer),
                "Weights follow from probabilities only when all stages after the first have a population size, and 0 of 1 have; name a weight column.");
            Refuses(() => new Waves(samePlaces: true, ("2023", Design(People, Brewer)), ("2024", Design(People, Overton))),
                "The waves are declared to be in the same places, and 2024 estimates by Overton's estimator, between which and another wave no covariance is defined; choose Brewer's, or declare that the places are not the same.");
            Refuses(() => Design(People, Brewer).Replicates(ReplicateScheme.JKn()),
                "Replicates take the PSUs of a stratum as drawn alike, and the design has their unequal probabilities 'p', of which none are made; leave the probabilities out, with a column of weights, for replicates as if PSUs were drawn with replacement.");
            Assert.That(new Waves(samePlaces: false, ("2023", Design(People, Brewer)), ("2024", Design(People, Overton))).Change(Statistic.Mean("y")).Covariance, Is.Zero);
        }
    }

    [Test]
    public void SumsOfSquaresAreChecked()
    {
        Table squares = People.With("s", Numbers(0.8, 0.8, 0.8, 0.8, 0.5, 0.5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design(squares, UnequalProbabilities.HartleyRao("p", "s")).Notes, Has.Count.EqualTo(1));
            Refuses(() => Design(People, UnequalProbabilities.HartleyRao("p", 0.8)), "One sum of squared probabilities is given for 2 strata; name a column that has each stratum's own.");
            Refuses(() => Named(UnequalProbabilities.HartleyRao("p", 0.1)), "The sum of squared probabilities of the sample is given as 0.1, and over all its PSUs of a probability below 1 it is between 0.4725, that of the 3 drawn, and 3; R's HR() takes it divided by the number drawn.");
            Assert.That(() => UnequalProbabilities.HartleyRao("p", double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("A sum of squared probabilities is above 0 and finite."));
            Refuses(() => Design(squares.With("s", Numbers(0.8, 0.8, 0.9, 0.8, 0.5, 0.5)), UnequalProbabilities.HartleyRao("p", "s")), "The sum of squared probabilities 's' of stratum 'a' is 0.8 and, in row 3, 0.9; it is one number in all rows of a stratum.");
            Refuses(() => Design(squares.With("s", Numbers(0.8, 0.8, double.NaN, 0.8, 0.5, 0.5)), UnequalProbabilities.HartleyRao("p", "s")), "The sum of squared probabilities 's' is missing in row 3; it is the sum of π² over all PSUs of a stratum.");
        }
    }

    [Test]
    public void JointProbabilitiesAreChecked()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Named(Pairs([0.05, 0.1], ["A", "C"], ["B", "A"])), "The joint probability of psu 'B' and psu 'C' is missing; give one for every two PSUs of a stratum, or choose Brewer's estimator, which needs none.");
            Refuses(() => Named(Pairs([0.05, double.NaN, 0.06])), "The joint probability of psu 'A' and psu 'C' is missing; give one for every two PSUs of a stratum, or choose Brewer's estimator, which needs none.");
            Refuses(() => Named(Pairs([0.05, 0, 0.06])), "The joint probability of psu 'A' and psu 'C' is 0, and there is no estimate without bias where two PSUs cannot be drawn together; choose Brewer's estimator, which needs no joint probabilities.");
            Refuses(() => Named(Pairs([0.3, 0.1, 0.06])), "The joint probability of psu 'A' and psu 'B' is 0.3, more than 0.25, the smaller of their own; check which probabilities belong to which PSUs.");
            Refuses(() => Named(Pairs([0.05, 0.1, 0.06], ["A", "C", "B"], ["B", "A", "C"]), Letters.With("p", Numbers(0.9, 0.95, 0.4))), "The joint probability of psu 'A' and psu 'B' is 0.05, and two PSUs of probabilities 0.9 and 0.95 are drawn together with 0.85 at least; check which probabilities belong to which PSUs.");
            Refuses(() => Named(Pairs([0.05, 0.1, 0.06, 0.07], ["A", "C", "B", "C"], ["B", "A", "C", "B"])), "The joint probability of psu 'B' and psu 'C' stands twice, as 0.06 and as 0.07; give it once.");
            Refuses(() => Named(Pairs([0.05, 0.1, 0.06, 0.4], ["A", "C", "B", "B"], ["B", "A", "C", "B"])), "The joint probability of psu 'B' with itself is 0.4 instead of 0.25, which is its own probability; check that rows are those of the PSUs they are meant for.");
            Refuses(() => Named(UnequalProbabilities.YatesGrundy("p", PairsOf([0.125, 0.2, 0.1], ["A", "C", "B"], ["B", "A", "C"]))), "All joint probabilities of the sample are products: its PSUs were drawn independently, and their number was left to chance, for which Yates and Grundy's estimator is always 0; choose Horvitz and Thompson's.");
            Assert.That(Named(Pairs([0.05, 0.1, 0.06, 0.02], ["A", "C", "B", "B"], ["B", "A", "C", "D"])).Notes[^1], Is.EqualTo("1 of the joint probabilities given is of PSUs that are not in the sample"));
        }
    }

    [Test]
    public void TablesOfPairsAreChecked()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(Letters, unequal: UnequalProbabilities.HorvitzThompson("p", Joint)), "The table of joint probabilities names PSUs, and each row of the sample is a PSU without a name; name the column of PSUs as clusters.");
            Refuses(() => Named(UnequalProbabilities.HorvitzThompson("p", Joint.Select("first", "probability"))), "The table of joint probabilities has no column 'second'; it takes 'first', 'second' and 'probability', as a drawn sample's joint probabilities have them.");
            Refuses(() => Named(UnequalProbabilities.HorvitzThompson("p", Joint.With("probability", new CategoryColumn(["a", "b", "c"])))), "The column 'probability' of the table of joint probabilities is a category, where numbers are wanted.");
            Refuses(() => Named(UnequalProbabilities.HorvitzThompson("p", Joint.With("second", new CategoryColumn(["B", null, "C"])))), "The table of joint probabilities has no second in row 2; each row names two PSUs.");
            Refuses(() => Design(People, UnequalProbabilities.HorvitzThompson("p", Joint)), "The table of joint probabilities has no column 'stratum', and psu ids begin anew in each stratum; add it.");
            Refuses(() => new SurveyDesign(Letters.With("stratum", new CategoryColumn(["a", "a", "b"])), strata: "stratum", clusters: "psu", lonelyPsu: LonelyPsu.Certainty, unequal: UnequalProbabilities.HorvitzThompson("p", Joint)),
                "The joint probability of psu 'A' of stratum 'a' and psu 'C' of stratum 'b' is 0.1 instead of 0.2, the product of theirs, as PSUs of different strata are drawn independently.");
        }
    }

    [Test]
    public void MatricesAreChecked()
    {
        double[,] joint = { { 0.5, 0.05, 0.1 }, { 0.05, 0.25, 0.06 }, { 0.1, 0.06, 0.4 } };
        double[,] skew = { { 0.5, 0.05, 0.1 }, { 0.05, 0.25, 0.07 }, { 0.1, 0.06, 0.4 } };
        Estimate expected = Named(UnequalProbabilities.HorvitzThompson("p", Joint)).Total("y");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SurveyDesign(Letters, unequal: UnequalProbabilities.HorvitzThompson("p", joint)).Total("y").StandardError, Is.EqualTo(expected.StandardError));
            Assert.That(Named(UnequalProbabilities.HorvitzThompson("p", joint, ["A", "B", "C"])).Total("y").StandardError, Is.EqualTo(expected.StandardError));
            Refuses(() => Named(UnequalProbabilities.HorvitzThompson("p", joint, ["B", "A", "C"])), "The joint probability of psu 'B' with itself is 0.5 instead of 0.25, which is its own probability; check that rows are those of the PSUs they are meant for.");
            Refuses(() => Named(UnequalProbabilities.HorvitzThompson("p", joint)), "The matrix of joint probabilities does not say which PSU each of its rows is, and the sample's are named by 'psu'; give their ids in its order, or a table of pairs.");
            Refuses(() => new SurveyDesign(Letters, unequal: UnequalProbabilities.HorvitzThompson("p", joint, ["A", "B", "C"])), "The matrix of joint probabilities names PSUs, and each row of the sample is a PSU without a name; name the column of PSUs as clusters, or leave the names out.");
            Refuses(() => new SurveyDesign(Letters.Head(2), unequal: UnequalProbabilities.HorvitzThompson("p", joint)), "The matrix of joint probabilities has 3 rows and columns for a sample of 2 rows, each of which is a PSU; they stand in the same order.");
            Refuses(() => Named(UnequalProbabilities.HorvitzThompson("p", skew, ["A", "B", "C"])), "The matrix of joint probabilities is not symmetric: 0.07 in row 2, column 3, and 0.06 in row 3, column 2.");
            Refuses(() => Design(People, UnequalProbabilities.HorvitzThompson("p", joint, ["1", "2", "3"])), "The matrix of joint probabilities names PSUs by 'psu', whose ids begin anew in each stratum; name clusters by a column whose ids are unique, or give a table of pairs with the strata.");
            Assert.That(() => UnequalProbabilities.HorvitzThompson("p", new double[2, 3]), Throws.ArgumentException.With.Message.StartsWith("The matrix of joint probabilities has 2 rows and 3 columns; it has one of each for every PSU."));
            Assert.That(() => UnequalProbabilities.YatesGrundy("p", joint, ["A"]), Throws.ArgumentException.With.Message.StartsWith("There are 1 PSU ids for the 3 rows of the matrix of joint probabilities; give one for each."));
            Assert.That(() => UnequalProbabilities.YatesGrundy("p", joint, ["A", "B", "A"]), Throws.ArgumentException.With.Message.StartsWith("The PSU id 'A' stands for two rows of the matrix of joint probabilities; each PSU has one."));
        }
    }

    [Test]
    public void TheLibrarysOwnDrawIsTakenAsItIs()
    {
        Table frame = Table.FromColumns([
            ("town", (Column)new CategoryColumn([.. Enumerable.Range(0, 20).Select(k => k < 9 ? "north" : "south")])),
            ("village", new CategoryColumn([.. Enumerable.Range(0, 20).Select(k => $"v{k}")])),
            ("households", new NumberColumn([.. Enumerable.Range(0, 20).Select(k => 50 + k * k % 17 * 10.0)])),
            ("y", new NumberColumn([.. Enumerable.Range(0, 20).Select(k => 20.0 + k)]))]);
        DrawnSample drawn = new SamplingPlan(7, new SamplingStage("village", Allocation.PerStratum(4)) { Strata = "town", Method = SelectionMethod.Sampford, MeasureOfSize = "households" }).Draw(frame);
        SurveyDesign design = new(drawn.Units, strata: "town", clusters: "village", unequal: UnequalProbabilities.YatesGrundy("probability1", drawn.JointProbabilities()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.Total("y").StandardError, Is.GreaterThan(0));
            Assert.That(design.Total("households").StandardError, Is.Zero, "sizes are what villages were drawn by");
            Assert.That(design.Total("y").Value, Close(new SurveyDesign(drawn.Units, "weight", "town", "village").Total("y").Value, ClosedForm));
        }
    }

    private static SurveyDesign Design(Table table, UnequalProbabilities unequal) => new(table, strata: "stratum", clusters: "psu", unequal: unequal);

    private static SurveyDesign Named(UnequalProbabilities unequal, Table? table = null) => new(table ?? Letters, clusters: "psu", unequal: unequal);

    private static UnequalProbabilities Pairs(double[] probabilities, string[]? first = null, string[]? second = null) =>
        UnequalProbabilities.HorvitzThompson("p", PairsOf(probabilities, first ?? ["A", "C", "B"], second ?? ["B", "A", "C"]));

    private static Table PairsOf(double[] probabilities, string[] first, string[] second) =>
        Table.FromColumns([("first", (Column)new CategoryColumn(first)), ("second", new CategoryColumn(second)), ("probability", new NumberColumn(probabilities))]);

    private static double Squared(double value) => value * value;

    private static void Refuses(Func<object> make, string sentence) => Assert.That(() => make(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
