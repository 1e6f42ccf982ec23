namespace Survey;

/// <summary>A request to a design with strata and clusters: variances of scores.</summary>
internal sealed class LinearizedAnswer(SurveyDesign design, IReadOnlyList<Variable> by, IReadOnlyList<Statistic> statistics) : Answer(design, by, statistics)
{
    public override SamplingErrors ErrorsOf(IEnumerable<(int Estimate, double[] Gradient)> functions) =>
        LinearizedErrors.Of(design, Totals, [.. functions.Select(function => Linearized[function.Estimate] with { Gradient = function.Gradient })]);

    private protected override SamplingErrors Errors() => LinearizedErrors.Of(design, Totals, Linearized);

    private protected override double DegreesOfFreedom(int domain, int group) => SampleDegrees.Of(design.Sample, design.DegreesOfFreedomRule, Totals, domain, group);
}
