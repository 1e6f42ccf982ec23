namespace Survey;

public sealed partial class Waves
{
    /// <summary>The change of a statistic between two waves.</summary>
    /// <param name="of">One figure: of several (shares of categories, domains) ask <see cref="Changes(string, string, IReadOnlyList{Statistic})"/>.</param>
    /// <param name="from">Name of the earlier wave; by default the first.</param>
    /// <param name="to">Name of the later wave; by default the last.</param>
    /// <exception cref="ArgumentException">The statistic stands for several figures, there is no such wave, or both are one.</exception>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or nobody is in the domain.</exception>
    public Change Change(Statistic of, string? from = null, string? to = null)
    {
        (int first, int last) = StepOf(from, to);
        Changes changes = Changes(_waves[first].Name, _waves[last].Name, of);
        return changes.Count == 1 ? changes[0] : throw new ArgumentException($"The {of} stands for {changes.Count} changes here; ask for Changes.", nameof(of));
    }

    /// <summary>The changes of several statistics between the first wave and the last, in every domain.</summary>
    /// <param name="of">At least one.</param>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or nobody is in the domain.</exception>
    public Changes Changes(params IReadOnlyList<Statistic> of) => Changes(_waves[0].Name, _waves[^1].Name, of);

    /// <summary>The changes of several statistics between two waves, in every domain.</summary>
    /// <param name="from">Name of the earlier wave.</param>
    /// <param name="to">Name of the later wave.</param>
    /// <param name="of">At least one.</param>
    /// <returns>Statistic by statistic, domain by domain. A category or domain that only one of the two waves has is noted and has no change.</returns>
    /// <exception cref="ArgumentException">There is no such wave, or both are one.</exception>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, nobody is in the domain, or the waves have no figure in common.</exception>
    public Changes Changes(string from, string to, params IReadOnlyList<Statistic> of)
    {
        (int first, int last) = StepOf(from, to);
        WaveOverlap overlap = OverlapOf((first, last));
        Estimates joint = Joint([first, last], of, []);
        var series = new EstimateSeries(joint, [from, to]);
        if (series.All.Count == 0)
            throw new SurveyDataException($"Nothing can be compared, as {to} has no figure that {from} has: {series.Notes[0]}; split by what both waves have.");
        Change[] changes = [.. series.All.Select(pair => ChangeOf(joint, pair[0], pair[1], overlap))];
        return new Changes(changes, overlap, joint.Sample with { Notes = new Sequence<string>([.. joint.Sample.Notes, .. series.Notes]) });
    }

    private static Change ChangeOf(Estimates joint, int before, int after, WaveOverlap overlap)
    {
        (double p1, double p2) = (joint[before].Value, joint[after].Value);
        var builder = new ContrastBuilder(joint);
        builder.Add("difference", [before, after], new Differentiable(p2 - p1, [-1, 1]), isLinear: true);
        builder.Add("log ratio", [before, after], p1 > 0 && p2 > 0 ? new Differentiable(Math.Log(p2 / p1), [-1 / p1, 1 / p2]) : new Differentiable(double.NaN, [-1, 1]), isLinear: false);
        Contrasts contrasts = builder.Build();
        return new Change
        {
            Overlap = overlap,
            Before = EstimateSeries.WithoutWave(joint[before]),
            After = EstimateSeries.WithoutWave(joint[after]),
            Covariance = overlap.IsIndependent ? 0 : joint.Errors.Covariance([Combination.Of(before), Combination.Of(after)])[0, 1],
            Difference = contrasts[0],
            LogRatio = contrasts[1],
        };
    }
}
