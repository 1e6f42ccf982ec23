using System.Globalization;

namespace Survey;

/// <summary>A population quantity estimated from a sample, with its design-based uncertainty.</summary>
/// <remarks>Proportions are fractions, not per cent. A quantity that nobody answered is NaN, with 0 respondents.</remarks>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Estimate : IResult
{
    /// <summary>"total", "mean", "proportion", "ratio", "variance", "standard deviation", "standardized proportion" or "standardized mean".</summary>
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

    /// <summary>Squares of the respondents' weights, summed; NaN where it is not known.</summary>
    public double SumOfSquaredWeights { get; init; } = double.NaN;

    /// <summary>The design effect: its variance as many times as that of a simple random sample of as many respondents, drawn without replacement.</summary>
    /// <remarks>
    /// V / [N² S² (1/n - 1/N)] with n the respondents, N = <see cref="SumOfWeights"/> and S² = n/(n - 1) Σw(u - ū)² / Σw of the linearized variable u, all of the domain; for a mean that is
    /// V / [S²(y) (1/n - 1/N)], for a total N² times as much. NaN where N is not more than n (weights that are no expansion weights), where u does not vary, and of what is made of
    /// more than two totals, such as a standardized rate. R: <c>deff = TRUE</c>.
    /// </remarks>
    public double DesignEffect => SumOfWeights > Respondents ? DesignEffectWithReplacement / (1 - Respondents / SumOfWeights) : double.NaN;

    /// <summary>The same against a sample drawn with replacement: 1/n in the place of 1/n - 1/N.</summary>
    /// <remarks>NaN where u does not vary, and of what is made of more than two totals. R: <c>deff = "replace"</c>.</remarks>
    public double DesignEffectWithReplacement { get; init; } = double.NaN;

    /// <summary>Of the total of a domain, the design effect in its other meaning: the variable counts as 0 outside the domain, and n, N and S² are those of the whole sample.</summary>
    /// <remarks>Rows of the domain without a value, and rows of which it is unknown whether they are in it, are left out. NaN of anything that is no total, and where N is not more than n.
    /// R: <c>svytotal(~I(ifelse(d, y, 0)), deff = TRUE)</c>.</remarks>
    public double DesignEffectInWholeSample { get; init; } = double.NaN;

    /// <summary>n / deff: how many respondents of a simple random sample would tell as much. NaN where there is no <see cref="DesignEffect"/>, or it is 0.</summary>
    public double EffectiveSampleSize => DesignEffect > 0 ? Respondents / DesignEffect : double.NaN;

    /// <summary>Kish's design effect of unequal weights alone: n Σw² / (Σw)² of the respondents, 1 where all weights are equal. It is of the weights, whatever the variable.</summary>
    /// <remarks>NaN without respondents.</remarks>
    public double KishDesignEffect => Respondents / KishEffectiveSize;

    /// <summary>Kish's effective sample size: (Σw)² / Σw² of the respondents.</summary>
    /// <remarks>NaN without respondents.</remarks>
    public double KishEffectiveSize => SumOfWeights * SumOfWeights / SumOfSquaredWeights;

    /// <summary>The standard error relative to the estimate: se / |value|, a fraction.</summary>
    /// <remarks>NaN where the estimate is 0. R: <c>cv</c>.</remarks>
    public double CoefficientOfVariation => Value == 0 ? double.NaN : StandardError / Math.Abs(Value);

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

    /// <inheritdoc/>
    public Table ToTable() => EstimatesTable.Of([this], new IntervalChoice(), designEffects: true, null, double.NaN);

    Display IResult.Display() => new Display().Add(ToString());

    internal bool IsProportion => IsProportionKind(Statistic);

    /// <summary>Whether such a statistic is a share of people, from 0 to 1: it is shown in per cent, and has the intervals of proportions.</summary>
    internal static bool IsProportionKind(string statistic) => statistic is "proportion" or "standardized proportion";

    /// <summary>"proportion of smoker, sex_a = Male".</summary>
    internal string Title => string.Join(", ", Domain.Select(level => $"{level.Variable} = {level.Label}").Prepend($"{Statistic} of {Variable}{(Category is null ? "" : $" = {Category}")}"));
}
