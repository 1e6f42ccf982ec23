namespace Survey;

public sealed partial class Waves
{
    /// <summary>All waves as one sample: each statistic as a function of its totals over all waves together, with the covariances between waves.</summary>
    /// <param name="statistics">Any but totals, which would count people once a wave; average those.</param>
    /// <returns>Statistic by statistic, then domain by domain. Waves count by their weights; degrees of freedom are those of a contrast over the waves.</returns>
    /// <exception cref="ArgumentException">A statistic is a total.</exception>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Estimates Pooled(params IReadOnlyList<Statistic> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        if (statistics.FirstOrDefault(statistic => statistic.Kind == "total") is { } total)
            throw new ArgumentException($"Pooled, the {total} would count people once a wave; take the Average of the waves.", nameof(statistics));
        Answer[] answers = [.. _waves.Select(wave => InWave(wave.Name, () => Estimator.Answer(wave.Design, _by, statistics)))];
        Estimates joint = JointEstimates.Of(WaveVariable, [.. _waves.Select((wave, w) => (wave.Name, answers[w].Estimates(), _places.PlacesOf(w)))], [], out (int Sample, int Index)[] order);
        EstimateSeries series = new EstimateSeries(joint, Names).Complete();

        PooledTotals[] pooled = [.. series.All.Select(figure => new PooledTotals(answers, [.. figure.Select(k => order[k].Index)]))];
        JointErrors.Part[] parts = [.. answers.Select((answer, w) => new JointErrors.Part(answer.ErrorsOf(pooled.Select(own => (own.Indices[w], own.Gradients[w]))), _places.PlacesOf(w)))];
        // part j of wave w stands at place w · figures + j
        var errors = new PooledErrors(
            new JointErrors(parts, [.. from w in Enumerable.Range(0, _waves.Length) from j in Enumerable.Range(0, pooled.Length) select (w, j)]),
            [.. series.All.Select((figure, j) => Enumerable.Range(0, _waves.Length).Where(w => joint[figure[w]].Respondents > 0 || figure.All(k => joint[k].Respondents == 0)).Select(w => w * pooled.Length + j).ToArray())],
            [.. from w in Enumerable.Range(0, _waves.Length) from own in series.All select joint[own[w]].DegreesOfFreedom]);
        return new Estimates([.. pooled.Select((own, j) => PooledEstimate(own, [.. series.All[j].Select(k => joint[k])], errors, j))], joint.Sample, errors);
    }

    private static Estimate PooledEstimate(PooledTotals pooled, Estimate[] waves, PooledErrors errors, int j) =>
        EstimateSeries.WithoutWave(waves[0]) with
        {
            Value = pooled.Value,
            StandardError = Math.Sqrt(errors.Variances([Combination.Of(j)])[0]),
            DegreesOfFreedom = errors.DegreesOfFreedom(Combination.Of(j), _ => double.NaN),
            Respondents = waves.Sum(wave => wave.Respondents),
            Missing = waves.Sum(wave => wave.Missing),
            SumOfWeights = waves.Sum(wave => wave.SumOfWeights),
            SumOfSquaredWeights = waves.Sum(wave => wave.SumOfSquaredWeights),
            DesignEffectWithReplacement = double.NaN,
            DesignEffectInWholeSample = double.NaN,
        };
}
