using System.Globalization;

namespace Survey;

/// <summary>A population quantity estimated from a sample, with its design-based uncertainty.</summary>
/// <remarks>Proportions are fractions, not per cent. A quantity that nobody answered is NaN, with 0 respondents.</remarks>
public sealed record Estimate
{
    /// <summary>"total", "mean", "proportion" or "ratio".</summary>
    public required string Statistic { get; init; }

    /// <summary>What it is of: a column, an expression, or the name given to it.</summary>
    public required string Variable { get; init; }

    /// <summary>For shares of categories: the level. Null otherwise.</summary>
    public string? Category { get; init; }

    /// <summary>The levels of the variables that split the sample; empty for everyone meant.</summary>
    public required IReadOnlyList<DomainLevel> Domain { get; init; }

    /// <summary>The estimate, in the units of the variable.</summary>
    public required double Value { get; init; }

    /// <summary>Square root of the estimated variance under the design, in the same units. NaN where it cannot be known.</summary>
    public required double StandardError { get; init; }

    /// <summary>PSUs minus strata, counted as the design says.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Rows of the domain with a value and a weight that is not 0.</summary>
    public required long Respondents { get; init; }

    /// <summary>Rows of the domain without a value.</summary>
    public required long Missing { get; init; }

    /// <summary>Weights of the respondents: how many people they stand for.</summary>
    public required double SumOfWeights { get; init; }

    /// <summary>A confidence interval by Student's t.</summary>
    /// <param name="level">Coverage, strictly between 0 and 1.</param>
    /// <param name="method">By default <see cref="IntervalMethod.Logit"/> for proportions and <see cref="IntervalMethod.Wald"/> for all else.</param>
    /// <param name="assumedDesignEffect">
    /// For a proportion of 0 or 1, whose sample cannot show how alike people of one cluster are: by how much clustering and weights are assumed to raise the variance, at least 1. By default 1.
    /// It changes no other interval.
    /// </param>
    /// <returns>
    /// NaN limits where there are no degrees of freedom. A proportion of 0 or 1 gets the exact binomial limit of n / <paramref name="assumedDesignEffect"/> respondents whatever the method, and one whose standard
    /// error is 0 the interval [p, p]; the remark says so.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1, there is no such method, or the design effect is less than 1 or not finite.</exception>
    /// <exception cref="ArgumentException">A method for proportions or a design effect is given for something else.</exception>
    public Interval Interval(double level = 0.95, IntervalMethod? method = null, double? assumedDesignEffect = null)
    {
        Intervals.CheckLevel(level);
        if (method is { } named && !Enum.IsDefined(named))
            throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method; give one that IntervalMethod names.");
        if (assumedDesignEffect is { } effect && !(effect >= 1 && double.IsFinite(effect)))
            throw new ArgumentOutOfRangeException(nameof(assumedDesignEffect), effect, "Give a design effect of at least 1, such as 1.5: the respondents count for no more than they are.");
        if (IsProportion)
            return ProportionIntervals.Of(this, level, method ?? IntervalMethod.Logit, assumedDesignEffect);
        if (method is { } other and not IntervalMethod.Wald)
            throw new ArgumentException($"The {other.Called()} interval is for proportions; the {Statistic} of {Variable} has a Wald interval.", nameof(method));
        if (assumedDesignEffect is not null)
            throw new ArgumentException($"A design effect is assumed for proportions of 0 or 1; the {Statistic} of {Variable} is no proportion.", nameof(assumedDesignEffect));
        return Intervals.Wald(Value, StandardError, DegreesOfFreedom, level);
    }

    /// <summary>The estimate in one line.</summary>
    public override string ToString()
    {
        Interval interval = Interval();
        string people = string.Create(CultureInfo.InvariantCulture, $"{Respondents:N0} respondents, {Missing:N0} missing");
        return $"{Title}: {Figures.Value(this)}, standard error {Figures.Error(this)}, 95 % interval {Figures.Limit(this, interval.Low)} to {Figures.Limit(this, interval.High)}; {people}";
    }

    internal bool IsProportion => Statistic == "proportion";

    /// <summary>"proportion of smoker, sex_a = Male".</summary>
    internal string Title => string.Join(", ", Domain.Select(level => $"{level.Variable} = {level.Label}").Prepend($"{Statistic} of {Variable}{(Category is null ? "" : $" = {Category}")}"));
}
