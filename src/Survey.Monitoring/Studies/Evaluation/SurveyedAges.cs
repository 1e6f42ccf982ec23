namespace Survey.Monitoring.Evaluating;

/// <summary>The ages that a study's rules of eligibility leave in it.</summary>
internal static class SurveyedAges
{
    private const int Oldest = 130;

    /// <summary>The name of the column of ages.</summary>
    public const string Column = "age";

    /// <summary>The range, by holding every age against the rules that speak of nothing else; null where none of them does.</summary>
    public static AgeRange? Of(Study study, string wave)
    {
        EligibilityRule[] rules = [.. study.Eligibility.Where(rule => (rule.Waves.Count == 0 || rule.Waves.Contains(wave)) && Expr.Parse(rule.Keep).Columns.All(name => name == Column) && Expr.Parse(rule.Keep).Columns.Any())];
        if (rules.Length == 0)
            return null;
        Table ages = Table.FromColumns([(Column, (Column)new NumberColumn([.. Enumerable.Range(0, Oldest + 1).Select(age => (double)age)]))]);
        foreach (EligibilityRule rule in rules)
            ages = ages.Filter(Expr.Parse(rule.Keep));
        if (ages.RowCount == 0)
            return null;
        ReadOnlySpan<double> left = ((NumberColumn)ages[Column]).Values;
        return new AgeRange((int)left[0], left[^1] == Oldest ? null : (int)left[^1]);
    }

    /// <summary>The ages that two ranges have in common; the first where there are none.</summary>
    public static AgeRange? Common(AgeRange? asked, AgeRange? surveyed)
    {
        if (asked is not { } own || surveyed is not { } other)
            return asked ?? surveyed;
        int first = Math.Max(own.First, other.First);
        int? last = own.Last is { } a ? other.Last is { } b ? Math.Min(a, b) : a : other.Last;
        return last < first ? asked : new AgeRange(first, last);
    }
}
