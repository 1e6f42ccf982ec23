namespace Survey.Reporting.Charts.Marks;

/// <summary>Something drawn.</summary>
internal abstract record Mark
{
    /// <summary>What a reader is told who points at it; empty for nothing.</summary>
    public string Tip { get; init; } = "";
}

/// <summary>Which end of a text stands at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>One line of text.</summary>
/// <param name="Text">As it is drawn.</param>
/// <param name="At">On its base line.</param>
/// <param name="Anchor">Which end of it stands there.</param>
/// <param name="Size">In pixels.</param>
/// <param name="Ink">Its colour.</param>
internal sealed record Label(string Text, Spot At, Anchor Anchor, double Size, Ink Ink) : Mark
{
    /// <summary>The room it takes, as far as that can be known without its font.</summary>
    public Box Box
    {
        get
        {
            double width = TextSize.Width(Text, Size), left = At.X - (Anchor == Anchor.Start ? 0 : Anchor == Anchor.Middle ? width / 2 : width);
            return new(left, At.Y - (TextSize.Ascent * Size), left + width, At.Y + (TextSize.Descent * Size));
        }
    }
}

/// <summary>A line through places.</summary>
/// <param name="Points">At least two.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Width">In pixels.</param>
internal sealed record Stroke(IReadOnlyList<Spot> Points, Ink Ink, double Width) : Mark
{
    /// <summary>Lengths of dashes and gaps in turn; empty for a line without gaps.</summary>
    public string Dash { get; init; } = "";

    public static Stroke Between(double x1, double y1, double x2, double y2, Ink ink, double width = 1) => new([new(x1, y1), new(x2, y2)], ink, width);
}

/// <summary>How an area is filled.</summary>
internal enum Hatch
{
    None,
    Rising,
    Level,
    Dotted,
    Crossed,
}

/// <summary>A filled rectangle.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Hatch">Its pattern, on a light ground of the colour.</param>
internal sealed record Area(Box Box, Ink Ink, Hatch Hatch = Hatch.None) : Mark
{
    /// <summary>Whether a line of its colour stands around it.</summary>
    public bool IsEdged { get; init; }
}

/// <summary>A closed shape.</summary>
/// <param name="Points">Its corners.</param>
/// <param name="Fill">Inside.</param>
/// <param name="Edge">Around it.</param>
internal sealed record Shape(IReadOnlyList<Spot> Points, Ink Fill, Ink Edge) : Mark;

/// <summary>A filled circle.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Radius">In pixels.</param>
/// <param name="Fill">Inside.</param>
/// <param name="Edge">Around it.</param>
internal sealed record Disc(Spot Centre, double Radius, Ink Fill, Ink Edge) : Mark;
