namespace Survey.Reporting.Charts.Marks;

/// <summary>A chart laid out: what is drawn where, later marks over earlier ones.</summary>
internal sealed class Drawing
{
    /// <summary>In pixels, of every chart: so narrow that its smallest type is still read when a phone shows it in its width.</summary>
    public const double Width = 500;

    /// <summary>Sizes of type, in pixels.</summary>
    public const double Name = 14, Small = 13;

    /// <summary>From one line of text to the next.</summary>
    public const double NameLine = 18, SmallLine = 16.5;

    private readonly List<Mark> _marks = [];

    /// <summary>What is drawn.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>In pixels.</summary>
    public double Height { get; private set; }

    public void Add(Mark mark) => _marks.Add(mark);

    public void Add(IEnumerable<Mark> marks) => _marks.AddRange(marks);

    /// <summary>Ends the drawing below a height.</summary>
    public Drawing EndedAt(double y)
    {
        Height = Math.Ceiling(y);
        return this;
    }

    /// <summary>Draws a text, moved sideways as far as it must be to stay between two places.</summary>
    public void AddWithin(Label label, double left, double right)
    {
        Box box = label.Box;
        double shift = Math.Max(left - box.Left, Math.Min(0, right - box.Right));
        Add(label with { At = label.At with { X = label.At.X + shift } });
    }

    /// <summary>Draws the lines of a text, the first on a base line; gives the last line's.</summary>
    public double Add(TextLines text, Spot first, Anchor anchor, double size, double lineHeight, Ink ink)
    {
        double y = first.Y;
        for (int k = 0; k < text.Lines.Count; k++, y += lineHeight)
            Add(new Label(text.Lines[k], new(first.X, y), anchor, size, ink) { Tip = text.IsCut && k == text.Lines.Count - 1 ? text.Full : "" });
        return y - lineHeight;
    }
}
