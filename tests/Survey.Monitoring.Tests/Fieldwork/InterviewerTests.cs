namespace Survey.Monitoring.Tests.Fieldwork;

/// <summary>Interviewers beside others who worked in the same places.</summary>
public sealed class InterviewerTests
{
    private static readonly double[] Answers = [1, 2, 3, 5, 7, 2, 4, 4, 6, 8, 9, 9];
    private static readonly string[] Villages = ["a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "c", "c"], Teams = ["1", "1", "1", "2", "2", "1", "1", "3", "3", "3", "2", "2"];

    private static FieldworkSummary Of(double[] answers, string?[] villages, string?[] teams, FieldworkOptions? options = null) =>
        FieldworkSummary.Of(
            Table.FromColumns([("y", (Column)new NumberColumn(answers)), ("village", new CategoryColumn(villages)), ("team", new CategoryColumn(teams))]),
            options ?? new FieldworkOptions { By = "village", Interviewer = "team", Items = ["y"] });

    [Test]
    public void ZScoresAreThoseOfALotWithinVillages()
    {
        // village a: mean 3.6, variance 5.8; b: 4.8 and 5.2; in c team 2 was alone
        IReadOnlyList<FieldworkInterviewer> teams = Of(Answers, Villages, Teams).Interviewers;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(teams.Select(team => team.Interviewer.Level), Is.EqualTo(new[] { "1", "2", "3" }));
            Assert.That(teams.Select(team => team.Interviews), Is.EqualTo(new[] { 5, 4, 3 }));
            Assert.That(teams.Select(team => team.Means[0].Mean), Is.EqualTo(new[] { 12 / 5.0, 30 / 4.0, 6 }).Within(1e-14));
            Assert.That(teams.Select(team => team.Means[0].Expected), Is.EqualTo(new[] { 20.4 / 5, 25.2 / 4, 4.8 }).Within(1e-14));
            Assert.That(teams.Select(team => team.Means[0].ZScore), Is.EqualTo(new[] { -8.4 / Math.Sqrt(13.2), 4.8 / Math.Sqrt(6.96), 3.6 / Math.Sqrt(6.24) }).Within(1e-13));
        }
    }

    [Test]
    public void TheVarianceIsThatOfAllWaysToShareTheInterviews()
    {
        // every choice of three of the five interviews of village a and two of the five of village b
        double[] sums =
        [
            .. from first in Choices(Answers[..5], 3)
               from second in Choices(Answers[5..10], 2)
               select first + second,
        ];
        double mean = sums.Average(), deviation = Math.Sqrt(sums.Average(sum => (sum - mean) * (sum - mean)));
        Assert.That(Of(Answers, Villages, Teams).Interviewers[0].Means[0].ZScore, Is.EqualTo((12 - mean) / deviation).Within(1e-12));
    }

    private static IEnumerable<double> Choices(double[] values, int count) =>
        from mask in Enumerable.Range(0, 1 << values.Length)
        where int.PopCount(mask) == count
        select values.Where((_, k) => (mask >> k & 1) == 1).Sum();

    [Test]
    public void VariationWithinVillagesIsThatOfR()
    {
        // R 4.2.2: anova(lm(y ~ p), lm(y ~ p:i)) with p the village and i the team: sum of squares 30 on 2 and 14 on 7, F 7.5, p 0.018170369427356666
        InterviewerVariation y = Of(Answers, Villages, Teams).Items[0];
        double correlation = (15 - 2) / (15 + (1.4 * 2)); // n0 = (2.4 + 2.4 + 0) / 2
        using (Assert.EnterMultipleScope())
        {
            Assert.That(y.WithinPlaces, Is.True);
            Assert.That((y.BetweenDegrees, y.WithinDegrees), Is.EqualTo((2, 7)));
            Assert.That(y.FRatio, Is.EqualTo(7.5).Within(1e-13));
            Assert.That(y.PValue, Is.EqualTo(0.018170369427356666).Within(1e-13));
            Assert.That(y.IntraclassCorrelation, Is.EqualTo(correlation).Within(1e-14));
            Assert.That(y.MeanWorkload, Is.EqualTo(4));
            Assert.That(y.EffectOnVariance, Is.EqualTo(1 + (3 * correlation)).Within(1e-13));
        }
    }

    [Test]
    public void WhereNobodySharesAVillageAllAreComparedAndSoSaid()
    {
        // R 4.2.2: summary(aov(y ~ g)): F 50.225, p 7.0570089894615281e-05, mean squares 43.05 and 0.857142857142857
        string[] teams = ["1", "1", "1", "2", "2", "2", "3", "3", "3", "3"];
        FieldworkSummary summary = Of([3, 5, 4, 8, 9, 10, 2, 2, 3, 1], teams, teams);
        InterviewerVariation y = summary.Items[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(y.WithinPlaces, Is.False);
            Assert.That((y.BetweenDegrees, y.WithinDegrees), Is.EqualTo((2, 7)));
            Assert.That(y.FRatio, Is.EqualTo(50.225).Within(1e-12));
            Assert.That(y.PValue, Is.EqualTo(7.0570089894615281e-05).Within(1e-16));
            Assert.That(y.IntraclassCorrelation, Is.EqualTo((43.05 - (6 / 7.0)) / (43.05 + (2.3 * 6 / 7))).Within(1e-14));
            Assert.That(summary.Interviewers.Select(team => team.Means[0].ZScore), Is.All.NaN);
            Assert.That(summary.ToString(), Does.Contain("y: no village was worked in by several interviewers, so interviewers and places cannot be told apart"));
        }
    }

    [Test]
    public void MovingAndScalingAnswersMovesNoZScore([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        int n = 60;
        double[] answers = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        string[] villages = [.. Enumerable.Range(0, n).Select(_ => $"{random.Next(4)}")], teams = [.. Enumerable.Range(0, n).Select(_ => $"{random.Next(3)}")];
        FieldworkSummary one = Of(answers, villages, teams), other = Of([.. answers.Select(answer => 5 - (20 * answer))], villages, teams);
        Assert.That(other.Interviewers.Select(team => -team.Means[0].ZScore), Is.EqualTo(one.Interviewers.Select(team => team.Means[0].ZScore)).Within(1e-10));
        Assert.That(other.Items[0].IntraclassCorrelation, Is.EqualTo(one.Items[0].IntraclassCorrelation).Within(1e-10));
        Assert.That(other.Items[0].PValue, Is.EqualTo(one.Items[0].PValue).Within(1e-10));
    }

    [Test]
    public void FarInterviewersAreFlaggedFromTenAnswersOn([Values(9, 10)] int interviews)
    {
        double[] answers = [.. Enumerable.Repeat(10.0, interviews), .. Enumerable.Range(0, 60).Select(k => k % 5.0)];
        string[] teams = [.. Enumerable.Repeat("odd", interviews), .. Enumerable.Repeat("other", 60)], villages = [.. teams.Select(_ => "a")];
        FieldworkSummary summary = Of(answers, villages, teams);
        Assert.That(summary.Interviewers[0].Means[0].ZScore, Is.GreaterThan(3));
        Assert.That(summary.Interviewers[0].Flags, Is.EqualTo(interviews < 10 ? (string[])[] : ["y far above others"]));
        Assert.That(Of(answers, villages, teams, summary.Options with { LargestDeviation = 100 }).Interviewers[0].Flags, Is.Empty);
    }

    [Test]
    public void WhatIsMissingIsCountedAndComparedWithNothing()
    {
        double[] answers = [.. Answers, double.NaN, 100];
        FieldworkSummary summary = Of(answers, [.. Villages, "a", "a"], [.. Teams, "1", null]), whole = Of(Answers, Villages, Teams);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.WithoutInterviewer, Is.EqualTo(1));
            Assert.That(summary.Interviewers[0].Interviews, Is.EqualTo(6));
            Assert.That(summary.Interviewers[0].Means[0], Is.EqualTo(whole.Interviewers[0].Means[0] with { Missing = 1 }));
            Assert.That(summary.Items[0], Is.EqualTo(whole.Items[0] with { Missing = 1 }));
            Assert.That(summary.ToString(), Does.Contain("1 interview without an interviewer, in no comparison"));
        }
    }

    [Test]
    public void AnswersThatAreAllTheSameHaveNoVariation()
    {
        InterviewerVariation y = Of([.. Answers.Select(_ => 3.0)], Villages, Teams).Items[0], none = Of([.. Answers.Select(_ => double.NaN)], Villages, Teams).Items[0];
        Assert.That(new[] { y.FRatio, y.PValue, y.IntraclassCorrelation, none.FRatio, none.PValue, none.IntraclassCorrelation, none.MeanWorkload }, Is.All.NaN);
        Assert.That((none.Answers, none.Missing, none.Interviewers), Is.EqualTo((0, 12, 0)));
    }
}
