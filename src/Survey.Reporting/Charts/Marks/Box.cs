namespace Survey.Reporting.Charts.Marks;

/// <summary>A place of a drawing, in pixels from its upper left corner.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>An upright rectangle of a drawing.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>Whether the two have a common inside; touching edges are none.</summary>
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether the other lies in it.</summary>
    public bool Holds(Box other) => Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;
}
