using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Tests;

/// <summary>A row of student_t.tsv (R) or student_t.exact.tsv (60 digits, rounded), each written by the script of its name.</summary>
/// <param name="Function">pt for an upper tail, qt for an upper quantile.</param>
/// <param name="Argument">The t of a tail, the tail area of a quantile.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom; infinite for the normal distribution.</param>
/// <param name="Value">The tail or the quantile.</param>
/// <param name="Log">R's logarithm of a tail, which goes on where the tail underflows.</param>
public sealed record StudentTCase(string Function, double Argument, double DegreesOfFreedom, double Value, double? Log)
{
    public double Actual => Function == "pt" ? StudentT.UpperTail(Argument, DegreesOfFreedom) : StudentT.UpperQuantile(Argument, DegreesOfFreedom);

    public static IEnumerable<StudentTCase> FromR() => Read("student_t.tsv");

    public static IEnumerable<StudentTCase> Exact() => Read("student_t.exact.tsv");

    public override string ToString() => FormattableString.Invariant($"{Function}({Argument:R}, {DegreesOfFreedom:R})");

    private static IEnumerable<StudentTCase> Read(string file, [CallerFilePath] string here = "") =>
        from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file))
        let cells = line.Split('\t')
        where cells[0] is "pt" or "qt"
        select new StudentTCase(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), cells.Length > 4 && cells[4].Length > 0 ? Number(cells[4]) : null);

    private static double Number(string text) => text == "inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);
}
