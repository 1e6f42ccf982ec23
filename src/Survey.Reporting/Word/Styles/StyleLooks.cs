using Survey.Monitoring;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Survey.Reporting.Word.Styles;

/// <summary>How the document looks where no template says otherwise.</summary>
internal static class StyleLooks
{
    /// <summary>Of headings and rules.</summary>
    public const string Ink = "1F3864";

    private const string Grey = "595959", Warning = "9C3A00";

    /// <summary>All styles, those first on which others stand.</summary>
    /// <param name="language">Sizes and indents are those of its reports.</param>
    /// <param name="page">Where the tabs of the table of contents end.</param>
    public static IReadOnlyList<StyleLook> Of(Language language, PageSize page)
    {
        bool zh = language == Language.Chinese;
        return [.. Front(zh, page), .. Headings(zh), .. Texts(zh), .. Tables(zh), .. Edges()];
    }

    private static IEnumerable<StyleLook> Front(bool zh, PageSize page) =>
    [
        new(Role.Normal, "Normal", "Normal") { Aliases = ["正文"], Fonts = Fonts.Text, Size = zh ? 12 : 11 },
        new(Role.Title, "Title", "Title") { Aliases = ["标题"], Fonts = Fonts.Heading, Bold = true, Color = Ink, Size = 26, Before = 150, After = 14, Line = 1.25, Align = W.JustificationValues.Center, KeepNext = true },
        new(Role.Subtitle, "Subtitle", "Subtitle") { Aliases = ["副标题"], Fonts = Fonts.Heading, Color = Grey, Size = 16, After = 30, Line = 1.25, Align = W.JustificationValues.Center },
        Own(zh, Role.CoverFact, "CoverFact", "封面信息", "Cover fact") with { Size = 14, Line = 1.4 },
        Own(zh, Role.Notice, "Notice", "数据声明", "Notice") with { Fonts = Fonts.Heading, Bold = true, Color = Warning, Size = 12, Before = 12, After = 12, Align = W.JustificationValues.Center, Borders = Box(Warning), Shade = "FDF1E7", Line = 1.3 },
        new(Role.ContentsHeading, "TOCHeading", "TOC Heading") { Aliases = ["TOC 标题", "目录标题"], Fonts = Fonts.Heading, Bold = true, Color = Ink, Size = 16, After = 12, Align = W.JustificationValues.Center, KeepNext = true },
        new(Role.Contents1, "TOC1", "toc 1") { Aliases = ["目录 1"], Bold = true, Before = 6, Line = 1.25, Tabs = [Dots(page)] },
        new(Role.Contents2, "TOC2", "toc 2") { Aliases = ["目录 2"], Left = 420, Line = 1.25, Tabs = [Dots(page)] },
        new(Role.Contents3, "TOC3", "toc 3") { Aliases = ["目录 3"], Left = 840, Line = 1.25, Tabs = [Dots(page)] },
    ];

    private static IEnumerable<StyleLook> Headings(bool zh) =>
    [
        Heading(Role.Heading1, 0, 16) with { Before = 20, After = 10 },
        Heading(Role.Heading2, 1, zh ? 14 : 13) with { Before = 14, After = 8 },
        Heading(Role.Heading3, 2, zh ? 12 : 11.5) with { Before = 10, After = 6 },
        Heading(Role.Heading4, 3, zh ? 12 : 11) with { Before = 8, After = 4 },
        Own(zh, Role.Subheading, "Subheading", "小标题", "Subheading") with { Fonts = Fonts.Heading, Bold = true, Size = zh ? 12 : 11, Before = 8, After = 4, Line = 1.25, KeepNext = true, KeepLines = true },
    ];

    private static IEnumerable<StyleLook> Texts(bool zh) =>
    [
        Own(zh, Role.Body, "ReportBody", "报告正文", "Report body") with { Aliases = ["Body Text First Indent", "正文首行缩进", "Body Text", "正文文本"], Size = zh ? 12 : 11, FirstLineCharacters = zh ? 200 : 0, Line = zh ? 1.5 : 1.3, After = zh ? 0 : 6 },
        new(Role.Bullet, "ListBullet", "List Bullet") { Aliases = ["列表项目符号"], Left = 840, Hanging = 420, Line = zh ? 1.5 : 1.3, Numbering = (ListNumbering.Bullets, 0) },
        new(Role.Numbered, "ListNumber", "List Number") { Aliases = ["列表编号"], Left = 840, Hanging = 420, Line = zh ? 1.5 : 1.3 },
        Own(zh, Role.Note, "Note", "注释", "Note") with { Color = Grey, Size = 9, Line = 1.2, After = 2 },
        Own(zh, Role.Callout, "Callout", "提示框", "Callout") with { Left = 170, Before = 6, After = 6, Line = zh ? 1.4 : 1.3, Borders = Bar(Ink), Shade = "EEF2F8", KeepLines = true },
        Own(zh, Role.Gap, "Gap", "待补充", "To be written") with { Bold = true, Color = Warning, Before = 6, After = 6, Line = 1.3, Borders = Box(Warning), Shade = "FFF3B0", KeepLines = true },
    ];

    private static IEnumerable<StyleLook> Tables(bool zh) =>
    [
        new(Role.Caption, "Caption", "caption") { Aliases = ["题注"], Fonts = Fonts.Heading, Bold = !zh, Size = zh ? 10.5 : 10, Before = 8, After = 4, Line = 1.2, Align = W.JustificationValues.Center, KeepLines = true },
        Own(zh, Role.Figure, "Figure", "图", "Figure") with { Before = 8, Align = W.JustificationValues.Center, KeepNext = true },
        Own(zh, Role.TableText, "TableText", "表格文字", "Table text") with { Size = zh ? 10.5 : 10, Before = 1.5, After = 1.5 },
        Own(zh, Role.SmallTableText, "SmallTableText", "表格小字", "Small table text") with { Size = zh ? 9 : 8.5, Before = 1, After = 1 },
    ];

    private static IEnumerable<StyleLook> Edges() =>
    [
        new(Role.Header, "Header", "header") { Aliases = ["页眉"], Color = Grey, Size = 9, Align = W.JustificationValues.Center },
        new(Role.Footer, "Footer", "footer") { Aliases = ["页脚"], Color = Grey, Size = 9, Align = W.JustificationValues.Center },
    ];

    private static StyleLook Own(bool zh, Role role, string id, string chinese, string english) =>
        new(role, id, zh ? chinese : english) { Aliases = [zh ? english : chinese], IsBuiltIn = false };

    private static StyleLook Heading(Role role, int level, double size) =>
        new(role, $"Heading{level + 1}", $"heading {level + 1}")
        {
            Aliases = [$"标题 {level + 1}"],
            Fonts = Fonts.Heading,
            Bold = true,
            Color = Ink,
            Size = size,
            Line = 1.25,
            KeepNext = true,
            KeepLines = true,
            Outline = level,
            Numbering = (ListNumbering.Headings, level),
        };

    private static W.TabStop Dots(PageSize page) => new() { Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Dot, Position = page.TextWidth };

    private static W.ParagraphBorders Bar(string color) => new(new W.LeftBorder { Val = W.BorderValues.Single, Size = 24, Space = 8, Color = color });

    private static W.ParagraphBorders Box(string color) =>
        new(Side<W.TopBorder>(color), Side<W.LeftBorder>(color), Side<W.BottomBorder>(color), Side<W.RightBorder>(color));

    private static T Side<T>(string color) where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 6, Space = 4, Color = color };
}
