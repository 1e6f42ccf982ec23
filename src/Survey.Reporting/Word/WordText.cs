using System.Text.RegularExpressions;
using Survey.Reporting.Html;

namespace Survey.Reporting.Word;

/// <summary>Pieces of the markup of a document.</summary>
internal static partial class WordText
{
    /// <summary>Text for an element or an attribute.</summary>
    public static string Escaped(string text) => HtmlText.Escaped(text);

    /// <summary>A run of text; line breaks in it are lines.</summary>
    public static string Run(string text, string properties = "") =>
        text.Length == 0 ? "" : $"<w:r>{Properties(properties)}{string.Join("<w:br/>", text.ReplaceLineEndings("\n").Split('\n').Select(Line))}</w:r>";

    /// <summary>A line; a minus sign is a hyphen that does not break, so that no line ends between it and its number.</summary>
    private static string Line(string line) => string.Join("<w:noBreakHyphen/>", Minus().Split(line).Select(part => part.Length == 0 ? "" : $"<w:t xml:space=\"preserve\">{Escaped(part)}</w:t>"));

    [GeneratedRegex(@"(?<![A-Za-z0-9_.)\]])-(?=\d)")]
    private static partial Regex Minus();

    /// <summary>A field with the text that it last had.</summary>
    public static string Field(string code, string text, string properties = "", bool isDirty = false) =>
        $"<w:r>{Properties(properties)}<w:fldChar w:fldCharType=\"begin\"{(isDirty ? " w:dirty=\"true\"" : "")}/></w:r><w:r>{Properties(properties)}<w:instrText xml:space=\"preserve\"> {Escaped(code)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run(text, properties)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    /// <summary>A paragraph.</summary>
    /// <param name="style">Its id.</param>
    /// <param name="runs">What is in it.</param>
    /// <param name="more">Properties beside the style, in the order of the schema.</param>
    public static string Paragraph(string style, string runs, string more = "") => $"<w:p><w:pPr><w:pStyle w:val=\"{Escaped(style)}\"/>{more}</w:pPr>{runs}</w:p>";

    /// <summary>What is in a bookmark.</summary>
    public static string Bookmarked(string name, int id, string runs) => $"<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{runs}<w:bookmarkEnd w:id=\"{id}\"/>";

    private static string Properties(string properties) => properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>";

    /// <summary>Bold letters.</summary>
    public const string Bold = "<w:b/><w:bCs/>";
}
