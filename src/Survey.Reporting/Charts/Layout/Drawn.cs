using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>What of a point is drawn, in the unit of the axis; nothing of a suppressed one gets here.</summary>
/// <param name="Value">The value.</param>
/// <param name="Interval">Its limits, or null where it has none that may be shown.</param>
internal readonly record struct Drawn(double Value, (double Low, double High)? Interval)
{
    public double Low => Interval?.Low ?? Value;

    public double High => Interval?.High ?? Value;

    /// <summary>The drawn part of a point; null where there is none.</summary>
    public static Drawn? Of(ChartPoint? point) =>
        point is null || !point.Value.IsShown ? null
        : new(point.Value.Written, point is { Low: { IsShown: true } low, High: { IsShown: true } high } ? (low.Written, high.Written) : null);

    /// <summary>Of points, all that the axis must reach.</summary>
    public static IEnumerable<double> Reach(IEnumerable<ChartPoint?> points) =>
        points.Select(Of).Where(drawn => drawn is not null).SelectMany(drawn => new[] { drawn!.Value.Low, drawn.Value.Value, drawn.Value.High });

    /// <summary>What is said of a point: "男 25~34岁：42.00（36.00～48.00）".</summary>
    public static string Tip(string name, ChartPoint point, Language language)
    {
        bool zh = language == Language.Chinese;
        string text = $"{name}{(zh ? "：" : ": ")}{point.Value.Digits(language)}";
        return point.Value.IsShown && point is { Low: { IsShown: true } low, High: { IsShown: true } high } ? text + Bracketed(new IntervalCell(low, high).Text(language), zh) : text;
    }

    private static string Bracketed(string text, bool zh) => zh ? $"（{text}）" : $" ({text})";
}
