using NUnit.Framework.Constraints;

namespace Survey.Tests;

/// <summary>The only tolerances the tests may use. All are relative, so a standard error near 1e-3 is held as tightly as a total near 1e9.</summary>
internal static class Tolerance
{
    /// <summary>Sums in a different order: means, totals, variances.</summary>
    public const double ClosedForm = 1e-12;

    /// <summary>Tail areas and quantiles of distributions, against values worked out with many more digits.</summary>
    public const double Distribution = 1e-13;

    /// <summary>Both sides iterate: raking, calibration, GLMs. The R script must run with epsilon 1e-14.</summary>
    public const double Iterative = 1e-8;

    /// <summary>Equal but for a relative error. An infinity is only close to itself, and nothing is close to NaN.</summary>
    /// <param name="expected">The value to come near to; of zero only zero is near, unless there is a scale.</param>
    /// <param name="relative">One of the tolerances above.</param>
    /// <param name="scale">What the error is relative to where that is more than the expectation: the estimate for its standard error, √(VᵢᵢVⱼⱼ) for a covariance.</param>
    public static Constraint Close(double expected, double relative, double scale = 0) => new CloseConstraint(expected, relative, scale);

    private sealed class CloseConstraint(double expected, double relative, double scale) : Constraint
    {
        public override string Description => FormattableString.Invariant($"{expected:R} within {relative:R} of {Size:R}");

        private double Size => Math.Max(Math.Abs(expected), Math.Abs(scale));

        public override ConstraintResult ApplyTo<TActual>(TActual actual) => new(this, actual, actual is double value && IsClose(value));

        private bool IsClose(double actual) => double.IsInfinity(expected) || double.IsInfinity(actual)
            ? actual == expected
            : Math.Abs(actual - expected) <= relative * Size; // false when anything is NaN
    }
}
