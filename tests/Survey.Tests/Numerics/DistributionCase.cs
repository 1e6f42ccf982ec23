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
        ("pf", true) => FDistribution.UpperTail(Argument, First, Second),
        ("qf", false) => FDistribution.Quantile(Argument, First, Second),
        ("qf", true) => FDistribution.UpperQuantile(Argument, First, Second),
        ("pchisq", false) => ChiSquared.LowerTail(Argument, First),
        ("pchisq", true) => ChiSquared.UpperTail(Argument, First),
        ("qchisq", false) => ChiSquared.Quantile(Argument, First),
        ("qchisq", true) => ChiSquared.UpperQuantile(Argument, First),
        ("pnorm", true) => Normal.UpperTail(Argument),
        ("qnorm", false) => Normal.Quantile(Argument),
        ("qnorm", true) => Normal.UpperQuantile(Argument),
        _ => throw new InvalidOperationException(Function),
    };

    public static IEnumerable<DistributionCase> FromR() => Read("distributions.tsv");

    public static IEnumerable<DistributionCase> Exact() => Read("distributions.exact.tsv");

    public override string ToString() => FormattableString.Invariant($"{(Upper ? "upper" : "lower")} {Function}({Argument:R}, {First:R}, {Second:R})");

    private static IEnumerable<DistributionCase> Read(string file, [CallerFilePath] string here = "") =>
        from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file))
        let cells = line.Split('\t')
        where cells.Length == 6 && cells[0] != "function"
        select new DistributionCase(cells[0], cells[1] == "upper", Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]));

    private static double Number(string text) => text switch
    {
        "" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
