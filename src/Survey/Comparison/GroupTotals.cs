namespace Survey;

/// <summary>Where the totals of each group of a wave stand among the joint estimates: of people, and of the variable. Groups without respondents are left out.</summary>
internal sealed record GroupTotals(string[] Levels, string[] Labels, int[] People, int[] Sums)
{
    /// <param name="joint">Totals of who answered, then of the variable, then the statistic itself, each by group.</param>
    /// <param name="wave">One of the waves.</param>
    public static GroupTotals Of(Estimates joint, string wave)
    {
        int[] own = [.. Enumerable.Range(0, joint.Count).Where(k => joint[k].Domain[0].Level == wave)];
        int groups = own.Length / 3;
        int[] kept = [.. Enumerable.Range(0, groups).Where(g => joint[own[g]].Value > 0)];
        return new GroupTotals(
            [.. kept.Select(g => joint[own[g]].Domain[1].Level)],
            [.. kept.Select(g => joint[own[g]].Domain[1].Label)],
            [.. kept.Select(g => own[g])],
            [.. kept.Select(g => own[groups + g])]);
    }
}
