using System.Globalization;

namespace Survey;

public sealed partial class Waves
{
    /// <summary>The plain average over all waves of a statistic, in every domain: (p1 + ... + pk)/k, with the covariances between waves.</summary>
    /// <param name="of">Any statistic.</param>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Contrasts Average(Statistic of) => Linear(of, $"average of {of} over {_waves.Length} waves", [.. _waves.Select(_ => 1.0 / _waves.Length)]);

    /// <summary>The slope of a straight line through all waves of a statistic, in every domain: Σ (x - mean x) p / Σ (x - mean x)², x the time of a wave.</summary>
    /// <param name="of">Any statistic.</param>
    /// <param name="times">Of the waves; by default their names where all are numbers (years), else 1, 2, ...</param>
    /// <returns>The change a unit of time, such as a year. It is the least-squares slope with equal weights; its standard error is that of the estimates, not of their distance from the line.</returns>
    /// <exception cref="ArgumentException">There are not as many times as waves, or they do not rise.</exception>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Contrasts Trend(Statistic of, IReadOnlyList<double>? times = null)
    {
        (double[] x, string unit) = times is null ? Times() : ([.. times], "unit of time");
        if (x.Length != _waves.Length || x.Zip(x.Skip(1)).Any(pair => !(pair.First < pair.Second && double.IsFinite(pair.Second - pair.First))))
            throw new ArgumentException($"A trend takes {_waves.Length} times, one for each wave, each later than the one before.", nameof(times));
        double mean = x.Average(), squares = x.Sum(own => (own - mean) * (own - mean));
        return Linear(of, $"trend of {of} per {unit}", Array.ConvertAll(x, own => (own - mean) / squares));
    }

    private (double[] Times, string Unit) Times()
    {
        double[] named = [.. _waves.Select(wave => double.TryParse(wave.Name, NumberStyles.Float, CultureInfo.InvariantCulture, out double time) ? time : double.NaN)];
        return Array.TrueForAll(named, double.IsFinite) ? (named, "unit of the waves' names") : ([.. Enumerable.Range(1, _waves.Length).Select(k => (double)k)], "wave");
    }

    private Contrasts Linear(Statistic of, string name, double[] coefficients)
    {
        Estimates joint = Joint([of], []);
        var series = new EstimateSeries(joint, Names);
        if (series.Notes.Count > 0)
            throw new SurveyDataException($"Not every wave has every figure: {series.Notes[0]}.");
        var builder = new ContrastBuilder(joint);
        foreach (int[] figure in series.All)
        {
            Estimate first = EstimateSeries.WithoutWave(joint[figure[0]]);
            double value = CompensatedSum.OfProducts(coefficients, [.. figure.Select(k => joint[k].Value)]);
            builder.Add(first.Category is null ? name : $"{name}: {first.Category}", figure, new Differentiable(value, coefficients), isLinear: true, first.Domain);
        }
        return builder.Build();
    }
}
