using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Where a unit stands among others.</summary>
internal static class RankClause
{
    public static Clause Of(RankTarget rule, IReadOnlyList<(string Unit, decimal Score)> ranking)
    {
        int own = ranking.ToList().FindIndex(unit => unit.Unit == rule.Unit);
        if (own < 0)
            return new Unassessed(rule, [ranking.Count == 0 ? new("没有可排名的得分", "there are no scores to rank") : new($"排名中没有“{rule.Unit}”", $"'{rule.Unit}' is not among the {ranking.Count} units that are ranked")]);
        decimal score = ranking[own].Score;
        int above = ranking.Count(unit => unit.Score > score), equal = ranking.Count(unit => unit.Score == score), places = Places(rule, ranking.Count);
        bool isTied = equal > 1 && above < places && above + equal > places;
        bool isMet = above + equal <= places || (isTied && rule.Ties == RankTies.AllReach);
        string at = (above + 1).ToString(CultureInfo.InvariantCulture), zhTie = isTied ? $"，与{equal - 1}个单位并列，跨过第{places}名" : "", enTie = isTied ? $", tied with {equal - 1} across place {places}" : "";
        return new Known(rule, isMet, new($"第{at}名（共{ranking.Count}个，前{places}名达到）{zhTie}", $"place {at} of {ranking.Count}, of which the first {places} reach it{enTie}")) { IsPublishedOnly = true };
    }

    private static int Places(RankTarget rule, int units)
    {
        if (rule.Places is { } places)
            return places;
        decimal exact = rule.Share!.Value * units / 100;
        return (int)(rule.Rounding switch { RankRounding.Down => Math.Floor(exact), RankRounding.Up => Math.Ceiling(exact), _ => Math.Round(exact, MidpointRounding.AwayFromZero) });
    }
}
