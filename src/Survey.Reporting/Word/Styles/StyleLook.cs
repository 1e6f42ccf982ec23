using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Survey.Reporting.Word.Styles;

/// <summary>A style of paragraphs.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Id">By which paragraphs name it.</param>
/// <param name="Name">By which people find it; those that Word knows are shown in the reader's language.</param>
internal sealed record StyleLook(Role Role, string Id, string Name)
{
    /// <summary>Other names under which a template may have it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether the name is one of Word's own.</summary>
    public bool IsBuiltIn { get; init; } = true;

    /// <summary>Its fonts, where they are not those of running text.</summary>
    public Fonts? Fonts { get; init; }

    /// <summary>In points; 0 as the style below.</summary>
    public double Size { get; init; }

    public bool Bold { get; init; }

    /// <summary>Of the letters, as in 1F3864.</summary>
    public string? Color { get; init; }

    public W.JustificationValues? Align { get; init; }

    /// <summary>Room above, in points.</summary>
    public double Before { get; init; }

    /// <summary>Room below, in points.</summary>
    public double After { get; init; }

    /// <summary>The height of a line, in lines.</summary>
    public double Line { get; init; } = 1;

    /// <summary>How far the first line stands in, in hundredths of a character.</summary>
    public int FirstLineCharacters { get; init; }

    /// <summary>How far all lines stand in, in twentieths of a point.</summary>
    public int Left { get; init; }

    /// <summary>How far the first line stands out of the others, in twentieths of a point.</summary>
    public int Hanging { get; init; }

    public bool KeepNext { get; init; }

    /// <summary>Whether its lines stay on one page.</summary>
    public bool KeepLines { get; init; }

    /// <summary>Of headings, from 0.</summary>
    public int? Outline { get; init; }

    /// <summary>The numbering, and the level of it from 0.</summary>
    public (int Id, int Level)? Numbering { get; init; }

    /// <summary>Lines around it or at a side.</summary>
    public W.ParagraphBorders? Borders { get; init; }

    /// <summary>Its ground, as in F2F2F2.</summary>
    public string? Shade { get; init; }

    /// <summary>Where its tabs are.</summary>
    public IReadOnlyList<W.TabStop> Tabs { get; init; } = [];

    /// <summary>The style as the document has it.</summary>
    /// <param name="id">By which it is named.</param>
    /// <param name="basedOn">The style below it, or null.</param>
    public W.Style Markup(string id, string? basedOn)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id, CustomStyle = IsBuiltIn ? null : true, Default = basedOn is null ? true : null };
        style.Append(new W.StyleName { Val = Name });
        if (basedOn is not null)
            style.Append(new W.BasedOn { Val = basedOn });
        style.Append(new W.PrimaryStyle());
        style.Append(ParagraphMarkup());
        style.Append(RunMarkup());
        return style;
    }

    private W.StyleParagraphProperties ParagraphMarkup()
    {
        var look = new W.StyleParagraphProperties();
        if (KeepNext)
            look.Append(new W.KeepNext());
        if (KeepLines)
            look.Append(new W.KeepLines());
        look.Append(new W.WidowControl());
        if (Numbering is { } numbering)
            look.Append(new W.NumberingProperties(new W.NumberingLevelReference { Val = numbering.Level }, new W.NumberingId { Val = numbering.Id }));
        if (Borders is not null)
            look.Append(Borders.CloneNode(true));
        if (Shade is not null)
            look.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = Shade });
        if (Tabs.Count > 0)
            look.Append(new W.Tabs(Tabs.Select(tab => (OpenXmlElement)tab.CloneNode(true))));
        look.Append(new W.SpacingBetweenLines { Before = Twentieths(Before), After = Twentieths(After), Line = $"{Math.Round(240 * Line)}", LineRule = W.LineSpacingRuleValues.Auto });
        if (Role != Role.Normal)
            look.Append(Indentation());
        if (Align is { } align)
            look.Append(new W.Justification { Val = align });
        if (Outline is { } outline)
            look.Append(new W.OutlineLevel { Val = outline });
        return look;
    }

    /// <summary>Always said in full, so that nothing of a template's running text comes through.</summary>
    private W.Indentation Indentation()
    {
        var indentation = new W.Indentation { Left = $"{Left}", Right = "0" };
        if (Hanging > 0)
            indentation.Hanging = $"{Hanging}";
        else
            (indentation.FirstLine, indentation.FirstLineChars) = ($"{FirstLineCharacters * (int)(Size == 0 ? 12 : Size) / 5}", FirstLineCharacters);
        return indentation;
    }

    private W.StyleRunProperties RunMarkup()
    {
        var look = new W.StyleRunProperties();
        if (Fonts is not null)
            look.Append(Fonts.Markup());
        if (Bold)
            look.Append(new W.Bold(), new W.BoldComplexScript());
        if (Color is not null)
            look.Append(new W.Color { Val = Color });
        if (Size > 0)
            look.Append(new W.FontSize { Val = HalfPoints }, new W.FontSizeComplexScript { Val = HalfPoints });
        return look;
    }

    private string HalfPoints => $"{Math.Round(2 * Size)}";

    private static string Twentieths(double points) => $"{Math.Round(20 * points)}";
}

/// <summary>Fonts of letters and digits, and of Chinese characters.</summary>
/// <param name="Latin">Of letters and digits.</param>
/// <param name="Chinese">Of Chinese characters.</param>
internal sealed record Fonts(string Latin, string Chinese)
{
    /// <summary>Of running text.</summary>
    public static Fonts Text { get; } = new("Times New Roman", "宋体");

    /// <summary>Of headings.</summary>
    public static Fonts Heading { get; } = new("Arial", "黑体");

    /// <summary>In charts.</summary>
    public static Fonts Chart { get; } = new("Arial", "微软雅黑");

    public W.RunFonts Markup() => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = Chinese, ComplexScript = Latin };
}
