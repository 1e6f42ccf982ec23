namespace Survey;

public sealed partial class Waves
{
    /// <summary>Takes the change of a mean or proportion apart into a change of the groups' shares and a change within them (Kitagawa).</summary>
    /// <param name="of">A mean or a proportion.</param>
    /// <param name="groups">What makes the groups; people of whom it is missing are left out, and counted in <see cref="SampleSummary.UnknownDomain"/>.</param>
    /// <param name="from">Name of the earlier wave; by default the first.</param>
    /// <param name="to">Name of the later wave; by default the last.</param>
    /// <exception cref="ArgumentException">The statistic is neither, the waves are split by domains, or there is no such wave.</exception>
    /// <exception cref="SurveyDataException">A group has no respondents in a wave, so its mean is unknown.</exception>
    public Decomposition Decompose(Statistic of, Variable groups, string? from = null, string? to = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (_by.Length > 0)
            throw new ArgumentException("A change is taken apart for everyone meant; name them with Where instead of By.");
        if (of.Kind is not ("mean" or "proportion") || of is not SmoothStatistic { Terms: [Term only] })
            throw new ArgumentException($"The {of} cannot be taken apart; give a plain mean, or the proportion of one condition.", nameof(of));
        (int first, int last) = StepOf(from, to);
        string[] waves = [_waves[first].Name, _waves[last].Name];
        // a row without an answer counts among the people of no group; the statistic itself is asked for too, as it checks its variable
        Expr answered = Expr.When(only.Of.IsMissing, Expr.Missing, 1);
        Estimates joint = By(groups).Joint([first, last], [Statistic.Total(answered), Statistic.Total(only.Of), of], []);
        Change change = Where(!groups.Of.IsMissing).Change(of, waves[0], waves[1]);
        GroupTotals[] totals = [.. waves.Select(wave => GroupTotals.Of(joint, wave))];
        for (int w = 0; w < 2; w++)
            if (totals[1 - w].Levels.Except(totals[w].Levels).FirstOrDefault() is { } lacking)
                throw new SurveyDataException($"Nobody of {groups} '{lacking}' answered in {waves[w]}, so the change within that group is unknown; put it together with another group, such as by cut or case.");
        return new Kitagawa(joint, totals[0], totals[1]).Decomposition(of, groups.Name, change);
    }
}
