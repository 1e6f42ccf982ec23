using Survey.Monitoring;
using Survey.Monitoring.Evaluating;

namespace Survey.Reporting.Analysis;

/// <summary>Estimates indicators by group variables: all that are of the same people in one request a variable, so that groups have covariances.</summary>
/// <param name="study">Whose wave is broken down.</param>
internal sealed class Breakdowns(ReportStudy study)
{
    private readonly Dictionary<(string Population, string Columns), Estimates?> _asked = [];
    private readonly Dictionary<(string Indicator, string Column), Breakdown?> _made = [];

    /// <summary>An indicator by a group variable; null where it cannot be estimated in groups.</summary>
    public Breakdown? Of(Indicator indicator, GroupVariable group)
    {
        if (!_made.TryGetValue((indicator.Id, group.Column), out Breakdown? made))
            _made[(indicator.Id, group.Column)] = made = Make(indicator, group);
        return made;
    }

    /// <summary>An indicator by two group variables: its figures by the levels of both; empty where it cannot be estimated.</summary>
    public IReadOnlyDictionary<(string First, string Second), Content.ShownEstimate> Of(Indicator indicator, GroupVariable first, GroupVariable second) =>
        Asked(indicator, first, second) is not { } estimates ? new Dictionary<(string, string), Content.ShownEstimate>()
            : estimates.Where(estimate => estimate.Variable == study.VariableOf(indicator)).ToDictionary(estimate => (estimate.Domain[0].Level, estimate.Domain[1].Level), study.Show);

    /// <summary>A group against all other people whose group is known: their figure, and the group's less theirs. Null where there are no others, or it cannot be estimated.</summary>
    public (Content.ShownEstimate Others, Contrast Difference)? AgainstRest(Indicator indicator, GroupVariable group, string level)
    {
        GroupVariable isIn = group with { Column = $"{group.Column} is {level}", Variable = ((Variable)(group.Variable.Of == level)).As($"{group.Column} is {level}") };
        if (Asked(indicator, isIn) is not { } estimates)
            return null;
        string variable = study.VariableOf(indicator);
        int own = IndexOf("true"), rest = IndexOf("false");
        return own < 0 || rest < 0 || !double.IsFinite(estimates[rest].Value) ? null : (study.Show(estimates[rest]), Between(estimates, own, rest));

        int IndexOf(string flag) => Enumerable.Range(0, estimates.Count).FirstOrDefault(k => estimates[k].Variable == variable && estimates[k].Domain[0].Level == flag, -1);
    }

    private Breakdown? Make(Indicator indicator, GroupVariable group)
    {
        if (Asked(indicator, group) is not { } estimates)
            return null;
        string variable = study.VariableOf(indicator);
        var indexOf = estimates.Select((estimate, k) => (estimate, k)).Where(own => own.estimate.Variable == variable).ToDictionary(own => own.estimate.Domain[0].Level, own => own.k, StringComparer.Ordinal);
        (string Level, string Label, int Index)[] levels = [.. group.Levels.Where(own => indexOf.ContainsKey(own.Level)).Select(own => (own.Level, own.Label, indexOf[own.Level]))];
        Content.ShownEstimate[] shown = Array.ConvertAll(levels, own => study.Show(estimates[own.Index]));
        int first = Array.FindIndex(shown, own => own.Value.IsShown);
        Contrast? Difference(int k) => k == first || !shown[k].Value.IsShown ? null : Between(estimates, levels[k].Index, levels[first].Index);
        return new Breakdown(indicator, group, [.. levels.Select((own, k) => new BreakdownRow(own.Level, own.Label, shown[k], Difference(k)))]) { Test = Associations.Of(study, indicator, group) };
    }

    /// <summary>One estimate less another.</summary>
    private static Contrast Between(Estimates estimates, int index, int less)
    {
        double[] coefficients = new double[estimates.Count];
        (coefficients[index], coefficients[less]) = (1, -1);
        return estimates.Contrast(coefficients);
    }

    private Estimates? Asked(Indicator indicator, params GroupVariable[] groups)
    {
        string population = ReportStudy.PopulationOf(indicator);
        var key = (population, string.Join('|', groups.Select(own => own.Column)));
        if (!_asked.TryGetValue(key, out Estimates? estimates))
            _asked[key] = estimates = Estimate([.. study.Surveyed.Where(own => ReportStudy.PopulationOf(own) == population)], groups);
        return estimates;
    }

    private Estimates? Estimate(IReadOnlyList<Indicator> same, GroupVariable[] groups)
    {
        try
        {
            return study.DesignOf(same[0]).By([.. groups.Select(own => own.Variable)]).Estimate([.. same.Select(own => IndicatorEstimator.StatisticOf(study.Study, own))]);
        }
        catch (SurveyDataException)
        {
            return null; // a standardized rate of a group that lacks an age: its table is left out, and said to be
        }
    }
}
