using System.Text.RegularExpressions;
using System.Xml;
using Survey.Files.Columns;

namespace Survey.Files.Workbooks.Writing;

/// <summary>Texts as cells hold them.</summary>
internal static partial class CellText
{
    /// <summary>The longest text that Excel keeps in a cell, in characters.</summary>
    public const int Longest = 32_767;

    /// <summary>Refuses a text that a cell cannot hold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it is, for the message: "A level of the column 'x'".</param>
    /// <exception cref="SurveyDataException">It is too long, or has a character that a workbook has not.</exception>
    public static string Checked(string text, string what)
    {
        if (text.Length > Longest)
            throw new SurveyDataException($"{what} ('{Texts.Short(text)}') has {Invariant.Count(text.Length)} characters, and a cell of a workbook holds {Invariant.Count(Longest)}; shorten it, or write CSV.");
        for (int k = 0; k < text.Length; k++)
            if (k + 1 < text.Length && char.IsSurrogatePair(text[k], text[k + 1]))
                k++;
            else if (!XmlConvert.IsXmlChar(text[k]))
                throw new SurveyDataException($"{what} ('{Texts.Short(text)}') has the character U+{(int)text[k]:X4}, which a workbook cannot hold; take it out before it is written.");
        return text;
    }

    /// <summary>The text with what would be read otherwise in the workbook's own way of writing characters: a carriage return is _x000D_, and a text of that form begins with _x005F_.</summary>
    public static string Escaped(string text) =>
        text.AsSpan().ContainsAny('_', '\r') ? Escape().Replace(text, "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal) : text;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
