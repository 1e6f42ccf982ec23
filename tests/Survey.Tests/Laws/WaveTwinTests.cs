using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Covariances within and between waves against the naive twin.</summary>
public class WaveTwinTests
{
    private static readonly string[] _regions = ["west", "nowhere", "north", "east"];

    private static readonly Statistic[] _asked = [Mean("y"), Total("x"), Ratio("y", "x")];

    [Test]
    public void AgreesWithTheTwin([Range(1, 150)] int seed)
    {
        RandomWaves drawn = RandomWaves.Of(seed, 2 + seed % 2);
        var twin = new WaveTwin(drawn);
        Waves waves = drawn.Waves();
        Estimates joint = waves.By("region").Estimate(_asked);
        (int Wave, Twin.Answer Answer)[] expected = [.. Answers(twin, drawn.Samples.Count)];
        double[,] matrix = joint.CovarianceMatrix();

        Assert.That(joint, Has.Count.EqualTo(expected.Length));
        using (Assert.EnterMultipleScope())
        {
            for (int w = 1; w < drawn.Samples.Count; w++)
                Assert.That(waves.Overlap(RandomWaves.Name(w - 1), RandomWaves.Name(w)).SharedPsus, Is.EqualTo(twin.Shared(w - 1, w)));
            for (int k = 0; k < expected.Length; k++)
                for (int l = 0; l <= k; l++)
                    if (double.IsNaN(joint[k].StandardError) || double.IsNaN(joint[l].StandardError))
                        Assert.That(matrix[k, l], Is.NaN);
                    else
                        Assert.That(matrix[k, l], Close(Covariance(twin, expected[k], expected[l]), ClosedForm, Scale(joint[k]) * Scale(joint[l])), $"{joint[k].Title} and {joint[l].Title}");
        }
    }

    /// <summary>Enough of the drawn waves have something to find.</summary>
    [Test]
    public void TheWavesDrawnAreOfEveryKind()
    {
        RandomWaves[] drawn = [.. Enumerable.Range(1, 150).Select(seed => RandomWaves.Of(seed))];
        WaveOverlap[] overlaps = [.. drawn.Select(own => own.Waves().Overlap())];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(overlaps.Count(own => own.SharedPsus > 0), Is.GreaterThan(100));
            Assert.That(overlaps.Count(own => own.SharedPsus == 0), Is.GreaterThan(2));
            Assert.That(overlaps.Count(own => own.StratumChanges > 0), Is.GreaterThan(30));
            Assert.That(overlaps.Count(own => own.SharedPsus < own.FirstPsus && own.SharedPsus < own.SecondPsus), Is.GreaterThan(50));
            Assert.That(drawn.Count(own => own.Samples.All(sample => sample.Plan.Counted > 1)), Is.GreaterThan(10));
            foreach (LonelyPsu rule in Enum.GetValues<LonelyPsu>())
                Assert.That(drawn.Count(own => own.Rules.Contains(rule)), Is.GreaterThan(30));
        }
    }

    private static double Covariance(WaveTwin twin, (int Wave, Twin.Answer Answer) a, (int Wave, Twin.Answer Answer) b) =>
        a.Wave == b.Wave ? twin.Of(a.Wave).Covariance(a.Answer, b.Answer) : twin.Covariance(a.Wave, a.Answer, b.Wave, b.Answer);

    // an error is held relative to its estimate where that is larger
    private static double Scale(Estimate estimate) => Math.Max(estimate.StandardError, Math.Abs(estimate.Value));

    /// <summary>Statistic by statistic, wave by wave, region by region.</summary>
    private static IEnumerable<(int Wave, Twin.Answer Answer)> Answers(WaveTwin twin, int waves)
    {
        Func<Twin, Func<Row, bool>, Twin.Answer>[] statistics = [
            (own, domain) => own.Mean(row => row.Y, domain), (own, domain) => own.Total(row => row.X, domain), (own, domain) => own.Ratio(row => row.Y, row => row.X, domain)];
        return from statistic in statistics
               from wave in Enumerable.Range(0, waves)
               from region in _regions
               select (wave, statistic(twin.Of(wave), row => row.Region == region));
    }
}
