using System.Globalization;

namespace Survey;

/// <summary>Figures as people read them: proportions in per cent, other estimates with as many decimals as their standard error can bear.</summary>
internal static class Figures
{
    private const string None = "-";

    public static string Value(Estimate estimate) =>
        !double.IsFinite(estimate.Value) ? None
        : estimate.IsProportion ? Percent(estimate.Value) + " %"
        : Number(estimate.Value, Decimals(estimate));

    public static string Error(Estimate estimate) =>
        !double.IsFinite(estimate.StandardError) ? None
        : estimate.IsProportion ? Number(100 * estimate.StandardError, 3)
        : Number(estimate.StandardError, Decimals(estimate));

    public static string Limit(Estimate estimate, double limit) =>
        !double.IsFinite(limit) ? None
        : estimate.IsProportion ? Percent(limit)
        : Number(limit, Decimals(estimate));

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Degrees(double df) => df.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A design effect.</summary>
    public static string Effect(double effect) => double.IsFinite(effect) ? Number(effect, 2) : None;

    /// <summary>An effective sample size.</summary>
    public static string Size(double size) => double.IsFinite(size) ? Number(size, size < 10 ? 1 : 0) : None;

    private static string Percent(double fraction) => Number(100 * fraction, 2);

    /// <summary>A number with so many decimals; one that rounds to 0 has no sign.</summary>
    public static string Number(double value, int decimals)
    {
        string text = value.ToString("N" + decimals, CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }

    /// <summary>"95 % interval".</summary>
    public static string IntervalHeading(double level) => FormattableString.Invariant($"{100 * level:0.##########} % interval");

    /// <summary>A number with so many decimals.</summary>
    public static string Fixed(double value, int decimals) => double.IsFinite(value) ? Number(value, decimals) : None;

    private static int Decimals(Estimate estimate) => DecimalsFor(estimate.Value, estimate.StandardError);

    /// <summary>So many that the standard error shows three digits that count.</summary>
    public static int DecimalsFor(double value, double standardError)
    {
        double size = standardError > 0 ? standardError : Math.Abs(value) / 100;
        return size > 0 && double.IsFinite(size) ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 10) : 2;
    }
}
