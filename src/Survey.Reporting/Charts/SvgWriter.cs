using System.Globalization;
using System.Text;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Html;

namespace Survey.Reporting.Charts;

/// <summary>Writes what is drawn as SVG.</summary>
/// <param name="id">Of the chart; ids inside begin with it.</param>
internal sealed class SvgWriter(string id)
{
    private readonly StringBuilder _body = new();
    private readonly SortedDictionary<string, string> _patterns = new(StringComparer.Ordinal);

    /// <summary>The whole element.</summary>
    /// <param name="drawing">What is drawn.</param>
    /// <param name="title">What kind of chart it is.</param>
    /// <param name="description">What it shows.</param>
    public string Element(Drawing drawing, string title, string description)
    {
        string anchor = HtmlText.Escaped(id);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {Number(Drawing.Width)} {Number(drawing.Height)}\" aria-labelledby=\"{anchor}-title {anchor}-desc\" style=\"font-family:inherit\">"
            + $"<title id=\"{anchor}-title\">{HtmlText.Escaped(title)}</title><desc id=\"{anchor}-desc\">{HtmlText.Escaped(description)}</desc>{Content(drawing)}</svg>";
    }

    /// <summary>What stands in an element.</summary>
    public string Content(Drawing drawing)
    {
        _body.Clear();
        _patterns.Clear();
        foreach (Mark mark in drawing.Marks)
            Write(mark);
        return (_patterns.Count == 0 ? "" : $"<defs>{string.Concat(_patterns.Values)}</defs>") + _body;
    }

    private void Write(Mark mark)
    {
        switch (mark)
        {
            case Label label:
                string anchor = label.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
                Add("text", $"x=\"{Number(label.At.X)}\" y=\"{Number(label.At.Y)}\" font-size=\"{Number(label.Size)}\"{anchor} style=\"fill:{Colour(label.Ink)}\"", HtmlText.Escaped(label.Text), label.Tip);
                break;
            case Stroke stroke:
                string dash = stroke.Dash.Length == 0 ? "" : $" stroke-dasharray=\"{stroke.Dash}\"";
                Add("polyline", $"points=\"{Points(stroke.Points)}\" stroke-width=\"{Number(stroke.Width)}\"{dash} style=\"fill:none;stroke:{Colour(stroke.Ink)}\"", "", stroke.Tip);
                break;
            case Area area:
                string edge = area.IsEdged ? $";stroke:{Colour(area.Ink)}" : "";
                Add("rect", $"x=\"{Number(area.Box.Left)}\" y=\"{Number(area.Box.Top)}\" width=\"{Number(area.Box.Width)}\" height=\"{Number(area.Box.Height)}\" style=\"fill:{Fill(area)}{edge}\"", "", area.Tip);
                break;
            case Shape shape:
                Add("polygon", $"points=\"{Points(shape.Points)}\" stroke-width=\"1.6\" style=\"fill:{Colour(shape.Fill)};stroke:{Colour(shape.Edge)}\"", "", shape.Tip);
                break;
            case Disc disc:
                Add("circle", $"cx=\"{Number(disc.Centre.X)}\" cy=\"{Number(disc.Centre.Y)}\" r=\"{Number(disc.Radius)}\" stroke-width=\"1.6\" style=\"fill:{Colour(disc.Fill)};stroke:{Colour(disc.Edge)}\"", "", disc.Tip);
                break;
            default:
                throw new InvalidOperationException($"There is no mark {mark.GetType().Name}.");
        }
    }

    private void Add(string name, string attributes, string content, string tip)
    {
        string inside = (tip.Length == 0 ? "" : $"<title>{HtmlText.Escaped(tip)}</title>") + content;
        _body.Append(inside.Length == 0 ? $"<{name} {attributes}/>" : $"<{name} {attributes}>{inside}</{name}>");
    }

    private string Fill(Area area)
    {
        if (area.Hatch == Hatch.None)
            return Colour(area.Ink);
        string name = $"{id}-{area.Ink.Name}-{area.Hatch.ToString().ToLowerInvariant()}";
        _patterns.TryAdd(name, Pattern(HtmlText.Escaped(name), area.Ink, area.Hatch));
        return $"url(#{HtmlText.Escaped(name)})";
    }

    /// <summary>A pattern on a light ground of its colour.</summary>
    private static string Pattern(string name, Ink ink, Hatch hatch)
    {
        string line = $"style=\"stroke:{Colour(ink)};fill:none\" stroke-width=\"1.4\"";
        string drawn = hatch switch
        {
            Hatch.Rising => $"<path d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\" {line}/>",
            Hatch.Level => $"<path d=\"M0 3H6\" {line}/>",
            Hatch.Dotted => $"<circle cx=\"3\" cy=\"3\" r=\"1\" style=\"fill:{Colour(ink)}\"/>",
            _ => $"<path d=\"M0 0L6 6M6 0L0 6\" {line}/>",
        };
        return $"<pattern id=\"{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" style=\"fill:{Colour(ink)};fill-opacity:.16\"/>{drawn}</pattern>";
    }

    /// <summary>A colour that the page may give, and its own where the page gives none.</summary>
    public static string Colour(Ink ink) => $"var(--{ink.Name},{ink.Light})";

    private static string Points(IReadOnlyList<Spot> points) => string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
