using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Over all samples that there can be of a small population, each with its chance, estimated variances average to the true one.</summary>
public class UnequalExpectationLaws
{
    private static readonly double[] Probabilities = [0.2, 0.35, 0.7, 0.15, 0.6, 0.5, 0.5];
    private static readonly double[] Values = [3, 8, 9, 2, 14, 5, 11];

    [TestCase(SelectionMethod.Sampford, 3)]
    [TestCase(SelectionMethod.Sampford, 2)]
    [TestCase(SelectionMethod.Brewer, 2)]
    public void HorvitzThompsonAndYatesGrundyHaveNoBias(SelectionMethod method, int count)
    {
        double[] p = [.. Probabilities.Select(own => own * count / Probabilities.Sum())];
        double[,] joint = JointProbabilities.Of(p, [.. Enumerable.Range(0, p.Length)], method)!;
        (double total, double squares, double horvitzThompson, double yatesGrundy) = (0, 0, 0, 0);
        foreach ((int[] units, double chance) in SampleSpace.Of(p, count, method))
        {
            double sum = units.Sum(unit => Values[unit] / p[unit]);
            total += chance * sum;
            squares += chance * sum * sum;
            horvitzThompson += chance * Variance(p, units, Among(joint, units), fixedSize: false);
            yatesGrundy += chance * Variance(p, units, Among(joint, units), fixedSize: true);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(total, Close(Values.Sum(), ClosedForm));
            Assert.That(horvitzThompson, Close(squares - total * total, ClosedForm, squares));
            Assert.That(yatesGrundy, Close(squares - total * total, ClosedForm, squares));
        }
    }

    /// <summary>The order in which units meet decides which pairs can be drawn: here all of them, as no two that meet add up to less than 1.</summary>
    [Test]
    public void SoItIsOfThePivotalMethodWhereAllPairsCanBeDrawn()
    {
        double[] p = [0.7, 0.6, 0.7];
        double[,] joint = JointProbabilities.Of(p, [0, 1, 2], SelectionMethod.Pivotal)!;
        double total = 0, squares = 0, horvitzThompson = 0, yatesGrundy = 0;
        foreach (int[] units in (int[][])[[0, 1], [0, 2], [1, 2]])
        {
            double sum = units.Sum(unit => Values[unit] / p[unit]), chance = joint[units[0], units[1]];
            total += chance * sum;
            squares += chance * sum * sum;
            horvitzThompson += chance * Variance(p, units, Among(joint, units), fixedSize: false);
            yatesGrundy += chance * Variance(p, units, Among(joint, units), fixedSize: true);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(total, Close(Values[0] + Values[1] + Values[2], ClosedForm));
            Assert.That(horvitzThompson, Close(squares - total * total, ClosedForm, squares));
            Assert.That(yatesGrundy, Close(squares - total * total, ClosedForm, squares));
        }
    }

    /// <summary>Each unit by itself. A sample of one is lonely, and of it the formula is written here: (1 - π) z².</summary>
    [Test]
    public void HorvitzThompsonHasNoBiasOfPoissonSamples()
    {
        double[,] joint = JointProbabilities.Of(Probabilities, [.. Enumerable.Range(0, Probabilities.Length)], SelectionMethod.Poisson)!;
        double expected = Values.Zip(Probabilities, (y, p) => y * y * (1 - p) / p).Sum(), mean = 0;
        for (int sample = 1; sample < 1 << Probabilities.Length; sample++)
        {
            int[] units = [.. Enumerable.Range(0, Probabilities.Length).Where(unit => (sample >> unit & 1) == 1)];
            double chance = Probabilities.Select((p, unit) => units.Contains(unit) ? p : 1 - p).Aggregate(1.0, (product, own) => product * own);
            mean += chance * (units.Length > 1
                ? Variance(Probabilities, units, Among(joint, units), fixedSize: false)
                : (1 - Probabilities[units[0]]) * Math.Pow(Values[units[0]] / Probabilities[units[0]], 2));
        }

        Assert.That(mean, Close(expected, ClosedForm));
    }

    private static double[,] Among(double[,] joint, int[] units)
    {
        double[,] among = new double[units.Length, units.Length];
        for (int i = 0; i < units.Length; i++)
            for (int j = 0; j < units.Length; j++)
                among[i, j] = joint[units[i], units[j]];
        return among;
    }

    /// <summary>The estimated variance, below 0 or not: a diagonal of the covariance that is negative is NaN, so it is that of the total with one twice as large, halved.</summary>
    private static double Variance(double[] p, int[] units, double[,] joint, bool fixedSize)
    {
        Table table = Table.FromColumns([
            ("p", units.Select(unit => p[unit]).ToArray()),
            ("y", units.Select(unit => Values[unit]).ToArray()),
            ("twice", units.Select(unit => 2 * Values[unit]).ToArray())]);
        UnequalProbabilities unequal = fixedSize ? UnequalProbabilities.YatesGrundy("p", joint) : UnequalProbabilities.HorvitzThompson("p", joint);
        return new SurveyDesign(table, unequal: unequal).Estimate(Statistic.Total("y"), Statistic.Total("twice")).Covariance(0, 1) / 2;
    }
}
