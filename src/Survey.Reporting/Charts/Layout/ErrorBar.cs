using Survey.Reporting.Charts.Marks;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Intervals as thin lines with ends.</summary>
internal static class ErrorBar
{
    private const double Cap = 3.5;

    /// <summary>A level one; on a ground that is not the paper's it has a rim of paper, to be seen there too.</summary>
    public static IEnumerable<Mark> Level(double low, double high, double y, Ink ink, bool isRimmed)
    {
        if (isRimmed)
            yield return Stroke.Between(low, y, high, y, Ink.Paper, 3.5);
        yield return Stroke.Between(low, y, high, y, ink, 1.4);
        yield return Stroke.Between(low, y - Cap, low, y + Cap, ink, 1.4);
        yield return Stroke.Between(high, y - Cap, high, y + Cap, ink, 1.4);
    }

    /// <summary>An upright one.</summary>
    public static IEnumerable<Mark> Upright(double x, double low, double high, Ink ink, bool isRimmed)
    {
        if (isRimmed)
            yield return Stroke.Between(x, low, x, high, Ink.Paper, 3.5);
        yield return Stroke.Between(x, low, x, high, ink, 1.4);
        yield return Stroke.Between(x - Cap, low, x + Cap, low, ink, 1.4);
        yield return Stroke.Between(x - Cap, high, x + Cap, high, ink, 1.4);
    }
}
