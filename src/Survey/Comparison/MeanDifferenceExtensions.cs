namespace Survey;

/// <summary>The t test of two groups.</summary>
public static class MeanDifferenceExtensions
{
    /// <summary>The difference of the means of two groups, the later level less the earlier, with the degrees of freedom of the two-sample t test under the design: those of the domain, less 1.</summary>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">Numbers, or a flag: its means are proportions, and their difference is one of percentage points.</param>
    /// <param name="groups">A variable of two levels with respondents.</param>
    /// <returns>The difference, with its t statistic and p value. A row in which one of the two is missing is in neither group, but its PSU stays in the design.</returns>
    /// <remarks>
    /// It is the slope of a regression on an indicator of the later level, with the standard error of the linearized scores. <see cref="ContrastExtensions.Differences"/> of <c>By</c> is the same difference with the degrees of freedom of the group that has fewer.
    /// Of a design with <see cref="DegreesOfFreedomRule.Answered"/> the degrees of freedom are R's: <c>svyttest(y ~ g)</c>.
    /// </remarks>
    /// <exception cref="ArgumentException">Both variables have one name.</exception>
    /// <exception cref="SurveyDataException">The groups that anybody is in are not two, the variable is no number, or nobody is in the domain.</exception>
    public static Contrast MeanDifference(this Design design, Variable of, Variable groups)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (of.Name == groups.Name)
            throw new ArgumentException($"The variable and the groups are both called '{of.Name}'; give two different ones, or name one otherwise with As (as in text).", nameof(groups));
        return design.Rows.Settled(() => Difference(design, of, TableMargin.Of(design.Rows, groups)));
    }

    private static Contrast Difference(Design design, Variable of, TableMargin groups)
    {
        bool isFlag = new Binder(design.Rows).Bind(of.Of).Type == ColumnType.Flag;
        Estimates means = design.Estimate([.. groups.Conditions.Select(Within), Within(!groups.Expression.IsMissing)]);
        int[] met = [.. Enumerable.Range(0, groups.Labels.Count).Where(k => means[k].Respondents > 0)];
        if (met.Length != 2)
            throw new SurveyDataException(
                $"A t test is of two groups, and {(met.Length == 0 ? $"nobody has a value of both {of} and {groups.Name}" : $"who answered {of} has {groups.Name} = {string.Join(", ", met.Take(12).Select(k => groups.Labels[k]))}{(met.Length > 12 ? ", ..." : "")}")}; "
                + "choose two with Where, or ask for By and Differences.");
        var builder = new ContrastBuilder(means);
        builder.Add($"{groups.Labels[met[1]]} - {groups.Labels[met[0]]}", met, new Differentiable(means[met[1]].Value - means[met[0]].Value, [-1, 1]), isLinear: true);
        return builder.Build()[0] with { DegreesOfFreedom = means[^1].DegreesOfFreedom - 1 };

        Statistic Within(Expr condition)
        {
            Variable within = ((Variable)Expr.When(condition, of.Of, Expr.Missing)).As(of.Name);
            return isFlag ? Statistic.Proportion(within) : Statistic.Mean(within);
        }
    }
}
