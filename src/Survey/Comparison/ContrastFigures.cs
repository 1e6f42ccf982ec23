using System.Globalization;

namespace Survey;

/// <summary>Figures of contrasts as people read them: of proportions in percentage points, others with as many decimals as the standard error can bear.</summary>
internal static class ContrastFigures
{
    // a tenth of a point: two decimals would leave one digit of the standard error
    private const double SmallError = 0.001;

    public static string Value(Contrast contrast, double value) =>
        !double.IsFinite(value) ? "-"
        : contrast.Unit == ContrastUnit.Number ? Figures.Number(value, Figures.DecimalsFor(contrast.Value, contrast.StandardError))
        : Figures.Number(100 * value, contrast.StandardError is > 0 and < SmallError ? 4 : 2);

    public static string Unit(Contrast contrast) =>
        contrast.Unit switch
        {
            ContrastUnit.Percent => "%",
            ContrastUnit.Points => "points",
            _ => "",
        };

    public static string UnitAfter(Contrast contrast) => Unit(contrast) is { Length: > 0 } unit ? " " + unit : "";

    public static string Range(Contrast contrast, Interval interval) =>
        double.IsNaN(interval.Low) ? "-" : $"{Value(contrast, interval.Low)} to {Value(contrast, interval.High)}";

    public static string PValue(double p) => double.IsNaN(p) ? "-" : p < 0.0001 ? "<0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>An aligned table, one row a contrast.</summary>
    public static Display Display(IReadOnlyList<Contrast> contrasts, double level)
    {
        string[] by = contrasts.Count == 0 ? [] : [.. contrasts[0].Domain.Select(domain => domain.Variable)];
        var table = new TextTable([
            TextTable.Left("contrast"), .. by.Select(TextTable.Left), TextTable.Right("value"), TextTable.Left(""), TextTable.Right("std. error"),
            TextTable.Right(Figures.IntervalHeading(level)), TextTable.Right("df"), TextTable.Right("t (of 0)"), TextTable.Right("p (of 0)")]);
        var remarks = new Remarks();
        foreach (Contrast contrast in contrasts)
        {
            Interval interval = contrast.Interval(level);
            table.Add([
                contrast.Name, .. contrast.Domain.Select(domain => domain.Label), Value(contrast, contrast.Value), Unit(contrast),
                Value(contrast, contrast.StandardError), remarks.Mark(Range(contrast, interval), interval.Remark),
                Figures.Degrees(contrast.DegreesOfFreedom), .. TestOfZero(contrast)]);
        }
        return new Display().Add(table).Add(remarks.ToString());
    }

    /// <summary>The same for programs, a row a contrast.</summary>
    public static Table Rows(IReadOnlyList<Contrast> contrasts, double level)
    {
        var rows = new ResultTable<(Contrast Of, Interval Interval)>([.. contrasts.Select(contrast => (contrast, contrast.Interval(level)))]).Text("contrast", row => row.Of.Name);
        rows.Keys(contrasts.Count == 0 ? [] : contrasts[0].Domain.Select(domain => domain.Variable), (row, k) => row.Of.Domain[k].Level);
        return rows.Number("value", row => row.Of.Value).Number("standardError", row => row.Of.StandardError).Number("degreesOfFreedom", row => row.Of.DegreesOfFreedom)
            .Number("low", row => row.Interval.Low).Number("high", row => row.Interval.High).Number("level", _ => level)
            .Number("t", row => row.Of.TStatistic).Number("p", row => row.Of.PValue).Text("remark", row => row.Interval.Remark)
            .ToTable();
    }

    // that an average of proportions is 0 is nobody's hypothesis
    private static string[] TestOfZero(Contrast contrast) =>
        contrast.Unit == ContrastUnit.Percent ? ["-", "-"] : [Figures.Fixed(contrast.TStatistic, 2), PValue(contrast.PValue)];
}
