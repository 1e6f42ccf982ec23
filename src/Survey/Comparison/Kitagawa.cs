namespace Survey;

/// <summary>The parts of a change as smooth functions of the groups' totals.</summary>
internal sealed class Kitagawa
{
    private readonly Estimates _joint;
    private readonly int[] _of;
    private readonly string[] _labels;
    private readonly Differentiable[][] _shares, _means;

    public Kitagawa(Estimates joint, GroupTotals before, GroupTotals after)
    {
        (_joint, _labels) = (joint, before.Labels);
        // the groups of the later wave in the order of the earlier
        int[] match = Array.ConvertAll(before.Levels, level => Array.IndexOf(after.Levels, level));
        int[] people = [.. match.Select(g => after.People[g])], sums = [.. match.Select(g => after.Sums[g])];
        _of = [.. before.People, .. before.Sums, .. people, .. sums];
        int groups = before.Levels.Length;
        Differentiable[] totals = [.. _of.Select((k, place) => Differentiable.Variable(joint[k].Value, place, _of.Length))];
        _shares = [SharesOf(totals[..groups]), SharesOf(totals[(2 * groups)..(3 * groups)])];
        _means = [MeansOf(totals[..groups], totals[groups..(2 * groups)]), MeansOf(totals[(2 * groups)..(3 * groups)], totals[(3 * groups)..])];
    }

    /// <param name="of">What changed.</param>
    /// <param name="groups">Name of the variable that makes the groups.</param>
    /// <param name="change">The change of all people whose group is known: the parts have its degrees of freedom, not those of the smallest group.</param>
    public Decomposition Decomposition(Statistic of, string groups, Change change)
    {
        int count = _labels.Length;
        Differentiable[] composition = [.. Enumerable.Range(0, count).Select(g => 0.5 * (_shares[1][g] - _shares[0][g]) * (_means[0][g] + _means[1][g]))];
        Differentiable[] within = [.. Enumerable.Range(0, count).Select(g => 0.5 * (_means[1][g] - _means[0][g]) * (_shares[0][g] + _shares[1][g]))];
        var builder = new ContrastBuilder(_joint);
        Add("change", Sum(composition) + Sum(within));
        Add("composition", Sum(composition));
        Add("within groups", Sum(within));
        foreach ((Differentiable part, string label) in within.Zip(_labels))
            Add(label, part);
        Contrast[] contrasts = [.. builder.Build().Select(contrast => contrast with { Unit = of.IsProportion ? ContrastUnit.Points : ContrastUnit.Number })];
        return new Decomposition
        {
            Of = of.ToString(),
            Groups = groups,
            From = change.From,
            To = change.To,
            Change = contrasts[0] with { DegreesOfFreedom = change.DegreesOfFreedom },
            Composition = contrasts[1] with { DegreesOfFreedom = change.DegreesOfFreedom },
            WithinGroups = contrasts[2] with { DegreesOfFreedom = change.DegreesOfFreedom },
            ByGroup = new Sequence<GroupChange>([.. Enumerable.Range(0, count).Select(g =>
                new GroupChange(_labels[g], _shares[0][g].Value, _shares[1][g].Value, _means[0][g].Value, _means[1][g].Value, contrasts[3 + g]))]),
            Sample = _joint.Sample,
        };

        void Add(string name, Differentiable part) => builder.Add(name, _of, part, isLinear: false);
    }

    private static Differentiable Sum(IEnumerable<Differentiable> parts) => parts.Aggregate((sum, part) => sum + part);

    private static Differentiable[] SharesOf(Differentiable[] people)
    {
        Differentiable all = Sum(people);
        return Array.ConvertAll(people, own => own / all);
    }

    private static Differentiable[] MeansOf(Differentiable[] people, Differentiable[] sums) => [.. sums.Zip(people, (sum, own) => sum / own)];
}
