using System.Globalization;

namespace Survey;

/// <summary>Figures of contrasts as people read them: of proportions in percentage points, others with as many decimals as the standard error can bear.</summary>
internal static class ContrastFigures
{
    public static string Value(Contrast contrast, double value) =>
        !double.IsFinite(value) ? "-"
        : contrast.IsOfFractions ? (100 * value).ToString("N2", CultureInfo.InvariantCulture)
        : value.ToString("N" + Figures.DecimalsFor(contrast.Value, contrast.StandardError), CultureInfo.InvariantCulture);

    public static string Unit(Contrast contrast) => contrast.IsOfFractions ? " points" : "";

    public static string Range(Contrast contrast, Interval interval) =>
        double.IsNaN(interval.Low) ? "-" : $"{Value(contrast, interval.Low)} to {Value(contrast, interval.High)}";

    public static string PValue(double p) => double.IsNaN(p) ? "-" : p < 0.0001 ? "<0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
