using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Tests;

/// <summary>A row of distributions.tsv (R) or distributions.exact.tsv (50 digits, rounded), each written by the script of its name.</summary>
/// <param name="Function">The name of the function in R.</param>
/// <param name="Upper">Whether the tail is the upper one.</param>
/// <param name="Argument">The point of a tail, the tail area of a quantile.</param>
/// <param name="First">The first parameter; NaN where there is none.</param>
/// <param name="Second">The second parameter; NaN where there is none.</param>
/// <param name="Value">The tail or the quantile.</param>
public sealed record DistributionCase(string Function, bool Upper, double Argument, double First, double Second, double Value)
{
    public double Actual => (Function, Upper) switch
    {
        ("pbeta", false) => BetaDistribution.LowerTail(Argument, First, Second),
        ("pbeta", true) => BetaDistribution.UpperTail(Argument, First, Second),
        ("qbeta", false) => BetaDistribution.Quantile(Argument, First, Second),
        ("qbeta", true) => BetaDistribution.UpperQuantile(Argument, First, Second),
        _ => throw new InvalidOperationException(Function),
    };

    public static IEnumerable<DistributionCase> FromR() => Read("distributions.tsv");

    public static IEnumerable<DistributionCase> Exact() => Read("distributions.exact.tsv");

    public override string ToString() => FormattableString.Invariant($"{(Upper ? "upper" : "lower")} {Function}({Argument:R}, {First:R}, {Second:R})");

    private static IEnumerable<DistributionCase> Read(string file, [CallerFilePath] string here = "") =>
        from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file))
        let cells = line.Split('\t')
        where cells[0] is "pbeta" or "qbeta"
        select new DistributionCase(cells[0], cells[1] == "upper", Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]));

    private static double Number(string text) => text switch
    {
        "" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
