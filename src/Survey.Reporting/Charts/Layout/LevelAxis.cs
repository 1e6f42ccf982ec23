using Survey.Monitoring;
using Survey.Reporting.Charts.Marks;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>A level axis of numbers below rows.</summary>
/// <param name="Scale">Its ticks.</param>
/// <param name="Kind">Of its numbers.</param>
/// <param name="Left">Where its lowest tick is.</param>
/// <param name="Right">Where its highest is.</param>
/// <param name="Language">Of its words.</param>
internal sealed record LevelAxis(Scale Scale, NumberKind Kind, double Left, double Right, Language Language)
{
    /// <summary>Free space between the texts of two ticks.</summary>
    private const double Between = 8;

    private static readonly int[] Steps = [6, 5, 4, 3, 2, 1];

    /// <summary>The axis with as many ticks as their texts have room for.</summary>
    public static LevelAxis Of(IReadOnlyList<double> values, bool hasZero, NumberKind kind, double left, double right, Language language) =>
        Steps.Select(steps => (steps, axis: new LevelAxis(Scale.Of(values, steps, hasZero), kind, left, right, language))).First(tried => tried.steps == 1 || tried.axis.HasRoom).axis;

    private bool HasRoom => Texts.Zip(Texts.Skip(1), (one, next) => (Width(one.Text) + Width(next.Text)) / 2 + Between <= X(next.Tick) - X(one.Tick)).All(fits => fits);

    private IEnumerable<(double Tick, string Text)> Texts => Scale.Ticks.Select(tick => (tick, Scale.Number(tick, Kind).Digits(Language)));

    /// <summary>The place of a value.</summary>
    public double X(double value) => Scale.At(value, Left, Right);

    /// <summary>Where bars begin: at 0, or the end that is nearer to it.</summary>
    public double Zero => X(Math.Clamp(0, Scale.Low, Scale.High));

    /// <summary>Draws the lines at the ticks, which lie under everything.</summary>
    public void DrawGrid(Drawing drawing, double top, double bottom)
    {
        foreach (double tick in Scale.Ticks)
            drawing.Add(Stroke.Between(X(tick), top, X(tick), bottom, Ink.Grid));
    }

    /// <summary>Draws the line of 0, where the axis has it, the numbers and the unit.</summary>
    /// <returns>Where the drawing may end.</returns>
    public double Draw(Drawing drawing, double top, double bottom, string unit)
    {
        if (Scale.Low <= 0 && Scale.High >= 0)
            drawing.Add(Stroke.Between(Zero, top, Zero, bottom, Ink.Axis, 1.2));
        double taken = double.NegativeInfinity;
        foreach ((double tick, string text) in Texts)
        {
            double half = Width(text) / 2, at = Math.Clamp(X(tick), half, Drawing.Width - half);
            if (at - half < taken)
                continue;
            drawing.Add(new Label(text, new(at, bottom + 17), Anchor.Middle, Drawing.Small, Ink.Quiet));
            taken = at + half + (Between / 2);
        }
        TextLines title = TextLines.Of(unit, Drawing.Small, Drawing.Width, 2);
        double middle = Math.Clamp((Left + Right) / 2, title.Width / 2, Drawing.Width - (title.Width / 2));
        return drawing.Add(title, new(middle, bottom + 36), Anchor.Middle, Drawing.Small, Drawing.SmallLine, Ink.Quiet) + 6;
    }

    private static double Width(string text) => TextSize.Width(text, Drawing.Small);
}
