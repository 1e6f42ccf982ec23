using System.Globalization;

namespace Survey;

public sealed partial class Waves
{
    /// <summary>The plain average over all waves of a statistic, in every domain: (p1 + ... + pk)/k, with the covariances between waves.</summary>
    /// <param name="of">At least one statistic.</param>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Contrasts Average(params IReadOnlyList<Statistic> of) => Linear(of, $"average over {_waves.Length} waves", [.. _waves.Select(_ => 1.0 / _waves.Length)]);

    /// <summary>The slope of a straight line through all waves of a statistic, in every domain: Σ (x - mean x) p / Σ (x - mean x)², x the time of a wave.</summary>
    /// <param name="of">At least one statistic.</param>
    /// <returns>The change a year, where the waves are called by years, or else by whatever numbers they are called, or a wave. It is the least-squares slope with equal weights; its standard error is that of the
    /// estimates, not of their distance from the line.</returns>
    /// <exception cref="SurveyDataException">The waves are called by numbers that do not rise, a variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Contrasts Trend(params IReadOnlyList<Statistic> of)
    {
        (double[] times, string unit) = Times();
        if (!Rise(times))
            throw new SurveyDataException($"The waves are called {string.Join(", ", Names)}, and for a trend the numbers must rise; put them in the order of time, or give the times.");
        return Trend(times, unit, of);
    }

    /// <summary>The slope of a straight line through all waves at given times.</summary>
    /// <param name="times">One for each wave, each later than the one before.</param>
    /// <param name="of">At least one statistic.</param>
    /// <returns>The change a unit of time.</returns>
    /// <exception cref="ArgumentException">There are not as many times as waves, or they do not rise.</exception>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Contrasts Trend(IReadOnlyList<double> times, params IReadOnlyList<Statistic> of)
    {
        ArgumentNullException.ThrowIfNull(times);
        return times.Count == _waves.Length && Rise(times)
            ? Trend([.. times], "unit of time", of)
            : throw new ArgumentException($"A trend takes {_waves.Length} times, one for each wave, each later than the one before.", nameof(times));
    }

    private Contrasts Trend(double[] times, string unit, IReadOnlyList<Statistic> of)
    {
        double mean = times.Average(), squares = times.Sum(own => (own - mean) * (own - mean));
        return Linear(of, $"trend per {unit}", Array.ConvertAll(times, own => (own - mean) / squares));
    }

    private static bool Rise(IReadOnlyList<double> times) => times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second && double.IsFinite(pair.Second - pair.First));

    private (double[] Times, string Unit) Times()
    {
        double[] named = [.. _waves.Select(wave => double.TryParse(wave.Name, NumberStyles.Float, CultureInfo.InvariantCulture, out double time) ? time : double.NaN)];
        return Array.TrueForAll(named, own => own is >= 1800 and < 2200) ? (named, "year")
            : Array.TrueForAll(named, double.IsFinite) ? (named, "unit of the waves' names")
            : ([.. Enumerable.Range(1, _waves.Length).Select(k => (double)k)], "wave");
    }

    private Contrasts Linear(IReadOnlyList<Statistic> of, string name, double[] coefficients)
    {
        Estimates joint = Joint(of, []);
        EstimateSeries series = new EstimateSeries(joint, Names).Complete();
        var builder = new ContrastBuilder(joint);
        foreach (int[] figure in series.All)
        {
            Estimate first = EstimateSeries.WithoutWave(joint[figure[0]]);
            double value = CompensatedSum.OfProducts(coefficients, [.. figure.Select(k => joint[k].Value)]);
            builder.Add($"{name}: {EstimateSeries.Called(first)}", figure, new Differentiable(value, coefficients), isLinear: true, first.Domain);
        }
        return builder.Build();
    }
}
