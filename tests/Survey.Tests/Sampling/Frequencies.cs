namespace Survey.Tests.Sampling;

/// <summary>How often units, and pairs of units, were drawn, held against their probabilities.</summary>
internal sealed class Frequencies(int units)
{
    /// <summary>The chance that a right method fails the test of all its units (or pairs) together.</summary>
    private const double FalseAlarm = 1e-4;

    private readonly long[] _once = new long[units];
    private readonly long[,] _together = new long[units, units];
    private long _draws;

    public void Add(int[] drawn)
    {
        _draws++;
        for (int i = 0; i < drawn.Length; i++)
        {
            _once[drawn[i]]++;
            for (int j = i + 1; j < drawn.Length; j++)
                _together[drawn[i], drawn[j]]++;
        }
    }

    public void Match(double[] probabilities) => Within([.. probabilities.Select((probability, unit) => Error(_once[unit], probability))]);

    public void MatchJoint(double[,] joint) =>
        Within([.. from i in Enumerable.Range(0, units) from j in Enumerable.Range(0, units) where i < j select Error(_together[i, j], joint[i, j])]);

    /// <summary>The greatest error in standard errors is below the Bonferroni point.</summary>
    private static void Within(double[] errors) =>
        Assert.That(errors.Max(), Is.LessThan(Normal.Quantile(1 - FalseAlarm / errors.Length / 2)));

    private double Error(long count, double probability)
    {
        double frequency = count / (double)_draws;
        // what is certain or impossible has no error at all
        if (probability is 0 or 1)
            return frequency == probability ? 0 : double.PositiveInfinity;
        return Math.Abs(frequency - probability) / Math.Sqrt(probability * (1 - probability) / _draws);
    }
}
