using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Comparing;

/// <summary>A change taken apart into composition and change within groups.</summary>
public class DecompositionTests
{
    /// <summary>The parts by their formulas from shares and rates of groups, and their errors from numeric derivatives by the totals of groups.</summary>
    [Test]
    public void ThePartsAreKitagawas([Range(1, 20)] int seed, [Values] bool same)
    {
        Waves waves = WavesOf(seed, same);
        Decomposition parts = waves.Decompose(Proportion("y"), "g");
        Estimates totals = waves.By("g").Estimate(Total(When(Col("y").IsMissing, Expr.Missing, 1)), Total("y"));
        int groups = totals.Count / 4;
        double[] at = [.. totals.Select(total => total.Value)];
        double[,] v = totals.CovarianceMatrix();
        using (Assert.EnterMultipleScope())
        {
            Check(parts.Composition, Composition);
            Check(parts.WithinGroups, Within);
            Check(parts.Change, t => Composition(t) + Within(t));
            for (int g = 0; g < groups; g++)
            {
                Assert.That(parts.ByGroup[g].ShareBefore, Close(Share(at, 0, g), ClosedForm));
                Assert.That(parts.ByGroup[g].After, Close(Mean(at, 1, g), ClosedForm));
            }
        }

        // totals of people by wave and group, then of the variable
        double Share(double[] t, int wave, int g) => t[wave * groups + g] / Enumerable.Range(0, groups).Sum(other => t[wave * groups + other]);
        double Mean(double[] t, int wave, int g) => t[(2 + wave) * groups + g] / t[wave * groups + g];
        double Composition(double[] t) => Enumerable.Range(0, groups).Sum(g => (Share(t, 1, g) - Share(t, 0, g)) * (Mean(t, 0, g) + Mean(t, 1, g)) / 2);
        double Within(double[] t) => Enumerable.Range(0, groups).Sum(g => (Mean(t, 1, g) - Mean(t, 0, g)) * (Share(t, 0, g) + Share(t, 1, g)) / 2);

        void Check(Contrast part, Func<double[], double> function)
        {
            double variance = 0;
            double[] slopes = [.. at.Select((_, k) => Slope(function, k))];
            for (int i = 0; i < at.Length; i++)
                for (int j = 0; j < at.Length; j++)
                    variance += slopes[i] * slopes[j] * v[i, j];
            Assert.That(part.Value, Close(function(at), ClosedForm, 1));
            Assert.That(part.StandardError, Is.EqualTo(Math.Sqrt(variance)).Within(1e-7), "numeric derivatives have some eight digits");
        }

        double Slope(Func<double[], double> function, int k)
        {
            double step = 1e-5 * at[k];
            double[] up = [.. at], down = [.. at];
            up[k] += step;
            down[k] -= step;
            return (function(up) - function(down)) / (2 * step);
        }
    }

    [Test]
    public void TheChangeIsThatOfThosePeople([Range(1, 10)] int seed)
    {
        Waves waves = WavesOf(seed, same: true);
        Decomposition parts = waves.Decompose(Proportion("y"), "g");
        Change change = waves.Change(Proportion("y"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parts.Change.Value, Close(change.Difference.Value, ClosedForm, 1));
            Assert.That(parts.Change.StandardError, Close(change.Difference.StandardError, ClosedForm, 1));
            foreach (Contrast part in (Contrast[])[parts.Change, parts.Composition, parts.WithinGroups])
                Assert.That(part.DegreesOfFreedom, Is.EqualTo(change.DegreesOfFreedom), "not those of the smallest group");
            Assert.That(parts.UnknownGroup, Is.Zero);
        }
    }

    [Test]
    public void PeopleOfUnknownGroupAreCounted()
    {
        Waves waves = WavesOf(1, same: true);
        Decomposition parts = waves.Decompose(Proportion("y"), Cut(Col("age"), 20, 40, 60));
        Assert.That(parts.UnknownGroup, Is.GreaterThan(0));
        Assert.That(parts.ToText(), Does.Contain($"{parts.UnknownGroup} rows of unknown cut(age, 20, 40, 60) left out").And.StartWith("change of the proportion of y from 2023 to 2024, by cut(age, 20, 40, 60)\n"));
    }

    [Test]
    public void WhatCannotBeTakenApartIsRefused()
    {
        Waves waves = WavesOf(1, same: true);
        Assert.That(() => waves.Decompose(Total("y"), "g"), Throws.ArgumentException.With.Message.StartsWith("The total of y cannot be taken apart; give a plain mean, or the proportion of one condition."));
        Assert.That(() => waves.By("g").Decompose(Mean("y"), "g"), Throws.ArgumentException);
        Assert.That(() => waves.Decompose(Mean("y"), "g", from: "2025"), Throws.ArgumentException.With.Message.StartsWith("There is no wave '2025'"));
        Assert.That(() => waves.Decompose(Mean("y"), If(Col("late"), "new", "old")), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("Nobody of"));
    }

    private static Expr If(Expr condition, string then, string otherwise) => When(condition, Expr.Text(then), Expr.Text(otherwise));

    private static Waves WavesOf(int seed, bool same)
    {
        var random = new Random(seed);
        SurveyDesign Wave(bool late)
        {
            int[] villages = [.. Enumerable.Range(same || !late ? 0 : 100, 10).SelectMany(village => Enumerable.Repeat(village, 8))];
            return new SurveyDesign(
                Survey.Table.FromColumns([
                    ("village", (System.Collections.IEnumerable)villages.Select(village => (double)village).ToArray()),
                    ("w", villages.Select(_ => 1 + random.NextDouble()).ToArray()),
                    ("late", villages.Select(_ => late).ToArray()),
                    ("age", villages.Select(_ => (double)random.Next(15, 70)).ToArray()),
                    ("g", villages.Select((_, k) => ((string[])["a", "b", "c"])[(random.Next(2) + k) % 3]).ToArray()),
                    ("y", villages.Select(_ => random.Next(12) == 0 ? double.NaN : random.Next(10) < (late ? 4 : 3) ? 1.0 : 0).ToArray())]),
                "w",
                clusters: "village");
        }

        return new Waves(same ? true : null, ("2023", Wave(false)), ("2024", Wave(true)));
    }
}
