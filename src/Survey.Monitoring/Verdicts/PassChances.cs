namespace Survey.Monitoring;

/// <summary>The chance that a rule is met as published by the luck of the sample, for the truths that a reader asks about.</summary>
/// <param name="clause">The rule.</param>
/// <param name="figures">With the errors of this sample, which are taken as those in any truth.</param>
/// <param name="evidence">Which figures are waves of which indicator.</param>
internal sealed class PassChances(Clause clause, FigureSet figures, Evidence evidence)
{
    private readonly HalfSpace[] _spaces = [.. clause.HalfSpaces];

    /// <summary>Empty where no figure has an error that is known, or an arm is not assessed.</summary>
    public IReadOnlyList<PassChance> All
    {
        get
        {
            int[] used = [.. _spaces.SelectMany(space => space.Figures).Distinct()];
            if (HasUnassessed(clause) || !used.Any(index => figures[index].IsSampled) || used.Any(index => figures[index].IsSampled && !(figures[index].StandardError > 0)))
                return [];
            return [.. Unchanged(), .. AtBoundaries(), new(new("真实情况与本次估计相同", "the truth is what was estimated"), ChanceOf(clause, Observed())) { Truth = PassTruth.Estimated }];
        }
    }

    private IEnumerable<PassChance> Unchanged()
    {
        HalfSpace[] changes = [.. _spaces.Where(space => space.Kind is ArmKind.Relative or ArmKind.Points)];
        if (changes.Length == 0)
            yield break;
        double[] unchanged = Observed();
        foreach (HalfSpace change in changes)
            SetWaves(unchanged, figures[change.Figures[0]].Indicator, figures[change.Figures[^1]].Value);
        yield return new(new("实际没有变化", "nothing changed"), ChanceOf(clause, unchanged)) { Truth = PassTruth.Unchanged };
        if (_spaces.Length > 1)
            foreach (HalfSpace change in changes)
                yield return new(new($"实际没有变化，仅看“{change.Rule.ToText(Language.Chinese)}”", $"nothing changed, '{change.Rule.ToText(Language.English)}' alone"), ChanceOf(change, unchanged)) { Truth = PassTruth.UnchangedAlone, Of = change.Rule };
        foreach (HalfSpace reference in _spaces.Where(space => space.Kind == ArmKind.Reference))
        {
            double[] equal = [.. unchanged];
            SetWaves(equal, figures[reference.Figures[0]].Indicator, figures[reference.Figures[1]].Value);
            string area = figures[reference.Figures[1]].Of;
            yield return new(new($"实际没有变化，且与{Areas.Chinese(area)}相同", $"nothing changed, and the area is like the {area}"), ChanceOf(clause, equal)) { Truth = PassTruth.UnchangedAsReference, Of = reference.Rule };
        }
    }

    /// <summary>With the judged figure where a condition is just reached, all else as observed.</summary>
    private IEnumerable<PassChance> AtBoundaries()
    {
        foreach (HalfSpace space in _spaces)
        {
            double[] means = Observed();
            (int now, Rational coefficient) = space.Terms[0];
            means[now] -= space.Terms.Sum(term => term.Coefficient.ToDouble() * means[term.Figure]) / coefficient.ToDouble() + space.Constant.ToDouble() / coefficient.ToDouble();
            yield return new(new($"实际恰好达到“{space.Rule.ToText(Language.Chinese)}”", $"'{space.Rule.ToText(Language.English)}' is just reached"), ChanceOf(clause, means)) { Truth = PassTruth.Boundary, Of = space.Rule };
        }
    }

    private double ChanceOf(Clause rule, double[] means) => new PassIntegral(rule, figures).At(means);

    private double[] Observed() => [.. figures.All.Select(figure => figure.Value)];

    private void SetWaves(double[] means, string indicator, double value)
    {
        for (int k = 0; k < means.Length; k++)
            if (figures[k].Indicator == indicator && evidence.Waves.Contains(figures[k].Of) && figures[k].Source != FigureSource.Reference)
                means[k] = value;
    }

    private static bool HasUnassessed(Clause clause) => clause is Unassessed || (clause is Junction junction && junction.Arms.Any(HasUnassessed));
}
