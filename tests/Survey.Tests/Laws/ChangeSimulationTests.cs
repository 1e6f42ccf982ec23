using Survey.Simulations;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Whether the standard error of a change is how much changes vary from sample to sample: a small study of the kind whose table is <c>benchmarks/results/change-simulation.md</c>.</summary>
public class ChangeSimulationTests
{
    // a standard deviation of 400 samples is known to about 1/√800 = 3.5 %, so four times that is 14 %; what the ratio's error really was is used
    private const int Samples = 400, Widths = 4;

    private static readonly TwoWaves _population = new(townSpread: 1);

    [Test]
    public void TheErrorOfAChangeIsHowMuchChangesVary([Values(0, 2, 4, 8)] int replaced)
    {
        ChangeResult[] results = Draw(replaced);
        ErrorCheck difference = Check(results, own => own.Change.Difference), log = Check(results, own => own.Change.LogRatio);
        double truth = _population.Truth[1] - _population.Truth[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results[0].Change.Correlation, replaced == 8 ? Is.Zero : Is.GreaterThan(0));
            Assert.That(Distance(difference), Is.LessThan(Widths), $"{difference}");
            Assert.That(Distance(log), Is.LessThan(Widths), $"{log}");
            Assert.That(difference.Mean, Is.EqualTo(truth).Within(Widths * difference.Deviation / Math.Sqrt(Samples)));
            // the study would see what is wrong: independence where villages are shared, one stacked design where some are and some are not
            if (replaced <= 2)
                Assert.That(Distance(Check(results, own => own.Independent)), Is.GreaterThan(Widths));
            if (replaced >= 4)
                Assert.That(Distance(Check(results, own => own.Stacked)), Is.GreaterThan(Widths));
        }
    }

    [Test]
    public void ASampleIsTheSameEveryTime()
    {
        Table first = _population.Draw(4, 17), again = _population.Draw(4, 17), other = _population.Draw(4, 18);

        Assert.That(Weights(again), Is.EqualTo(Weights(first)));
        Assert.That(Weights(other), Is.Not.EqualTo(Weights(first)));

        static double[] Weights(Table table) => [.. ((NumberColumn)table["w"]).Values.ToArray()];
    }

    // of normal values whose standard error is known the ratio has the error of a standard deviation alone
    [Test]
    public void TheErrorOfTheRatioIsKnown()
    {
        const int Values = 20_000;
        var random = new RandomStream(1);
        var check = new ErrorCheck([.. Enumerable.Range(0, Values).Select(_ => (100 + 3 * random.Normal(), 3.0))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(check.MeanError, Close(3, ClosedForm));
            Assert.That(check.RatioError, Is.EqualTo(1 / Math.Sqrt(2.0 * Values)).Within(3).Percent); // kurtosis of 20,000 values: 1.7 %
            Assert.That(Distance(check), Is.LessThan(Widths));
        }
    }

    private static ChangeResult[] Draw(int replaced) =>
        [.. ParallelEnumerable.Range(0, Samples).AsOrdered().Select(sample => ChangeResult.Of(_population.Draw(replaced, sample), anyShared: replaced < 8))];

    private static ErrorCheck Check(ChangeResult[] results, Func<ChangeResult, Contrast> contrast) =>
        new([.. results.Select(contrast).Select(own => (own.Value, own.StandardError))]);

    private static double Distance(ErrorCheck check) => Math.Abs(check.Ratio - 1) / check.RatioError;
}
