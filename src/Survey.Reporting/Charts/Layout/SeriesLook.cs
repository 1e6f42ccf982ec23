using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>The shape of a point.</summary>
internal enum Marker
{
    Disc,
    Square,
    Triangle,
    Diamond,
}

/// <summary>How a series looks, told apart by more than its colour.</summary>
/// <param name="Ink">Of lines, points and bars.</param>
/// <param name="Marker">Of its points.</param>
/// <param name="Dash">Of its line.</param>
/// <param name="Hatch">Of its bars.</param>
/// <param name="IsOther">Whether it is another area's.</param>
internal sealed record SeriesLook(Ink Ink, Marker Marker, string Dash, Hatch Hatch, bool IsOther)
{
    private static readonly string[] Dashes = ["", "8 3", "2 3", "8 3 2 3"], OtherDashes = ["5 4", "2 4", "9 4 2 4"];

    /// <summary>The looks of series in order; those of other areas are grey and have dashes of their own.</summary>
    public static IReadOnlyList<SeriesLook> Of(IReadOnlyList<ChartSeries> series)
    {
        int own = 0, others = 0;
        return [.. series.Select(one => one.IsReference ? Other(others++) : Own(own++))];
    }

    private static SeriesLook Own(int k) =>
        new(Ink.Series[k % Ink.Series.Count], (Marker)(k % 4), Dashes[k % Dashes.Length], k < 2 ? Hatch.None : (Hatch)(1 + ((k - 2) % 4)), IsOther: false);

    private static SeriesLook Other(int k) =>
        new(Ink.Other, (Marker)((k + 2) % 4), OtherDashes[k % OtherDashes.Length], (Hatch)(1 + (k % 4)), IsOther: true);

    /// <summary>Its point at a place; another area's is hollow.</summary>
    public Mark At(Spot at, string tip = "")
    {
        Ink fill = IsOther ? Ink.Paper : Ink;
        double r = Marker == Marker.Square ? 4.2 : 5.2;
        return Marker switch
        {
            Marker.Disc => new Disc(at, 4.6, fill, Ink) { Tip = tip },
            Marker.Square => new Shape([new(at.X - r, at.Y - r), new(at.X + r, at.Y - r), new(at.X + r, at.Y + r), new(at.X - r, at.Y + r)], fill, Ink) { Tip = tip },
            Marker.Triangle => new Shape([new(at.X, at.Y - r), new(at.X + r, at.Y + (0.8 * r)), new(at.X - r, at.Y + (0.8 * r))], fill, Ink) { Tip = tip },
            _ => new Shape([new(at.X, at.Y - r), new(at.X + r, at.Y), new(at.X, at.Y + r), new(at.X - r, at.Y)], fill, Ink) { Tip = tip },
        };
    }
}
