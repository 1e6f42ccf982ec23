namespace Survey.Reporting.Word;

/// <summary>A page and its margins, in twentieths of a point.</summary>
/// <param name="Width">Of the paper.</param>
/// <param name="Height">Of the paper.</param>
/// <param name="Top">Margin.</param>
/// <param name="Right">Margin.</param>
/// <param name="Bottom">Margin.</param>
/// <param name="Left">Margin.</param>
/// <param name="Header">How far the header is from the edge.</param>
/// <param name="Footer">How far the footer is from the edge.</param>
internal sealed record PageSize(int Width, int Height, int Top, int Right, int Bottom, int Left, int Header, int Footer)
{
    /// <summary>A4 upright with margins of 2.5 cm.</summary>
    public static PageSize A4 { get; } = new(11906, 16838, 1531, 1417, 1417, 1417, 737, 737);

    /// <summary>How wide the text is.</summary>
    public int TextWidth => Width - Left - Right;

    /// <summary>How high the text is.</summary>
    public int TextHeight => Height - Top - Bottom;

    /// <summary>Whether the long side lies.</summary>
    public bool IsLandscape => Width > Height;

    /// <summary>The page on its long side, its margins turned with it.</summary>
    public PageSize Turned => IsLandscape ? this : this with { Width = Height, Height = Width, Top = Math.Max(Top, Left), Right = Bottom, Bottom = Right, Left = Top };

    /// <summary>As the properties of a section say it.</summary>
    public string Text() =>
        $"<w:pgSz w:w=\"{Width}\" w:h=\"{Height}\"{(IsLandscape ? " w:orient=\"landscape\"" : "")}/><w:pgMar w:top=\"{Top}\" w:right=\"{Right}\" w:bottom=\"{Bottom}\" w:left=\"{Left}\" w:header=\"{Header}\" w:footer=\"{Footer}\" w:gutter=\"0\"/>";
}
