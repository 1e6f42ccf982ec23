namespace Survey;

/// <summary>A request to a design with replicate weights: the statistic at the totals of every replicate.</summary>
internal sealed class ReplicateAnswer : Answer
{
    private readonly ReplicateDesign _design;
    private readonly ReplicateTotals _replicates;
    private readonly bool _hasRanks;

    public ReplicateAnswer(ReplicateDesign design, IReadOnlyList<Variable> by, IReadOnlyList<Statistic> statistics) : base(design, by, statistics)
    {
        _design = design;
        _hasRanks = !design.IsMade && design.GivenDegreesOfFreedom is null && design.DegreesOfFreedomRule != DegreesOfFreedomRule.Design && (HasParts || design.DegreesOfFreedomRule == DegreesOfFreedomRule.Answered);
        _replicates = ReplicateTotals.Of(design, Totals, _hasRanks);
    }

    /// <summary>In each replicate the linear function of its totals.</summary>
    public override SamplingErrors ErrorsOf(IEnumerable<(int Estimate, double[] Gradient)> functions)
    {
        (int Estimate, double[] Gradient)[] all = [.. functions];
        return new ReplicateErrors(
            _design,
            [.. all.Select(function => CompensatedSum.OfProducts(function.Gradient, SumsOf(function.Estimate)))],
            [.. all.Select(function => InReplicates(function.Estimate, (sums, _, _) => CompensatedSum.OfProducts(function.Gradient, sums)))]);
    }

    private protected override SamplingErrors Errors() =>
        new ReplicateErrors(_design, Values, [.. Enumerable.Range(0, Values.Length).Select(k => InReplicates(k, (sums, centres, respondents) => Statistic(k).Value(new DomainTotals(sums, centres, respondents))))]);

    private protected override double DegreesOfFreedom(int domain, int group) =>
        _design.GivenDegreesOfFreedom is { } given ? given
        : _design.IsMade ? SampleDegrees.Of(_design.Sample, _design.DegreesOfFreedomRule, Totals, domain, group)
        : _hasRanks ? _replicates.Rank(domain, group) - 1
        : _design.DegreesOfFreedom;

    /// <summary>A function of the totals of an estimate in each replicate; NaN throughout where there is no estimate.</summary>
    private double[] InReplicates(int k, Func<double[], double[], long, double> function)
    {
        double[] values = new double[_design.ReplicateCount];
        Linearized of = Linearized[k];
        if (double.IsNaN(Values[k]))
        {
            Array.Fill(values, double.NaN);
            return values;
        }
        double[][] totals = [.. Enumerable.Range(Request.FirstSlot[of.Group], of.Gradient.Length).Select(slot => _replicates.Of(of.Domain, slot))];
        double[] sums = new double[totals.Length], centres = CentresOf(k);
        long respondents = RespondentsOf(k);
        for (int r = 0; r < values.Length; r++)
        {
            for (int j = 0; j < sums.Length; j++)
                sums[j] = totals[j][r];
            values[r] = function(sums, centres, respondents);
            if (!double.IsFinite(values[r]))
                throw NotFinite(k, r, sums[0]);
        }
        return values;
    }

    private SurveyDataException NotFinite(int k, int r, double people) =>
        new($"The {TitleOf(k)} is not finite in replicate {r + 1}{(people == 0 ? ", in which nobody who answered has a weight" : "")}, so its variance cannot be estimated; ask for a larger domain, or {(_design.IsMade ? "make replicates in which everybody keeps a weight (Fay's method), or linearize" : "leave it out with Where")}.");
}
