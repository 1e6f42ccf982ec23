namespace Survey.Monitoring;

/// <summary>Holds every town against a rule.</summary>
/// <param name="evidence">With the towns, their records and the decisions about them.</param>
/// <param name="figures">All figures, those of towns too.</param>
internal sealed class TownClause(Evidence evidence, FigureSet figures)
{
    /// <summary>The id under which figures of a town stand in the set.</summary>
    public static string FigureOf(string indicator, string town) => $"{indicator} / {town}";

    /// <summary>Not met where one town does not reach it, open where one has no evidence and none fails.</summary>
    public Clause Of(EveryTownTarget rule, string indicator)
    {
        if (evidence.Towns.Count == 0)
            return new Unassessed(rule, [new("未列出各镇（area.towns）", "the towns of the area are not listed (area.towns)")]);
        (string Town, Clause Clause)[] towns = [.. evidence.Towns.Select(town => (town, Of(rule.Rule, indicator, town)))];
        string[] failed = [.. towns.Where(own => IsMet(own.Clause) == false).Select(own => own.Town)], open = [.. towns.Where(own => IsMet(own.Clause) is null).Select(own => own.Town)];
        string all = $"{towns.Length}";
        if (failed.Length > 0)
            return new Known(rule, false, new($"{all}个镇（街道）中{failed.Length}个未达到：{string.Join("、", failed)}", $"{failed.Length} of {all} towns do not reach it: {string.Join(", ", failed)}"));
        return open.Length > 0
            ? new Unassessed(rule, [open.Length == towns.Length ? new($"{all}个镇（街道）均待填报", $"none of the {all} towns has evidence yet") : new($"{all}个镇（街道）中{open.Length}个待补：{string.Join("、", open)}", $"{open.Length} of {all} towns have no evidence yet: {string.Join(", ", open)}")])
            : new Known(rule, true, new($"{all}个镇（街道）均达到", $"all {all} towns reach it"));
    }

    private Clause Of(Target rule, string indicator, string town) =>
        new ClauseBuilder(evidence with { Indicator = FigureOf(indicator, town), Review = evidence.TownReviews.GetValueOrDefault(town), Towns = [] }, figures).Of(rule);

    /// <summary>By counted figures, which have no error; null where it is open.</summary>
    private bool? IsMet(Clause clause) =>
        clause switch
        {
            Known known => known.IsMet,
            HalfSpace space => space.At(index => figures[index].Exact).Sign is var sign && (sign > 0 || (sign == 0 && !space.IsStrict)),
            Junction { IsAll: true } junction => junction.Arms.Select(IsMet).Aggregate((bool?)true, (all, own) => all == false || own == false ? false : all is null || own is null ? null : true),
            Junction junction => junction.Arms.Select(IsMet).Aggregate((bool?)false, (any, own) => any == true || own == true ? true : any is null || own is null ? null : false),
            _ => null,
        };
}
