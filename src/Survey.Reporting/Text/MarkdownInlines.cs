using System.Text;
using Markdig.Syntax.Inlines;
using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Text;

/// <summary>Running text of Markdown as words of the report: bold stands out, whatever else is set apart is plain text.</summary>
/// <param name="language">Of what is said about links and pictures.</param>
internal sealed class MarkdownInlines(Language language)
{
    /// <summary>Words of one paragraph, heading or cell.</summary>
    public Words WordsOf(ContainerInline? inlines)
    {
        var words = new Words();
        var plain = new StringBuilder();
        foreach (Inline inline in inlines ?? [])
            if (inline is EmphasisInline { DelimiterCount: >= 2 } strong)
            {
                AddPlain(plain, words);
                words.AppendFormatted(new StrongSpan(TextOf(strong)));
            }
            else
            {
                Add(inline, plain);
            }
        AddPlain(plain, words);
        return words;
    }

    /// <summary>The same without what stands out.</summary>
    public string TextOf(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (Inline inline in inlines ?? [])
            Add(inline, text);
        return text.ToString();
    }

    private static void AddPlain(StringBuilder plain, Words words)
    {
        words.AppendLiteral(plain.ToString());
        plain.Clear();
    }

    private void Add(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LineBreakInline:
                AddBreak(inline, text);
                break;
            case LiteralInline literal:
                text.Append(literal.Content);
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LinkInline link:
                AddLink(link, text);
                break;
            case DelimiterInline delimiter:
                text.Append(delimiter.ToLiteral()).Append(TextOf(delimiter));
                break;
            case ContainerInline container:
                text.Append(TextOf(container));
                break;
        }
    }

    /// <summary>A line goes on in the next with a space between, and without one between Chinese characters.</summary>
    private static void AddBreak(Inline at, StringBuilder text)
    {
        bool isWideBefore = text.Length > 0 && IsWide(text[^1]);
        bool isWideAfter = at.NextSibling is LiteralInline { Content.IsEmpty: false } next && IsWide(next.Content.CurrentChar);
        if (!(isWideBefore && isWideAfter))
            text.Append(' ');
    }

    /// <summary>Chinese characters and their punctuation, which no spaces part.</summary>
    private static bool IsWide(char character) => character is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD800' and <= '\uDFFF') or '\u201C' or '\u201D' or '\u2014' or '\u2026';

    private void AddLink(LinkInline link, StringBuilder text)
    {
        string words = TextOf(link), address = link.Url ?? "";
        bool zh = language == Language.Chinese;
        if (link.IsImage)
            text.Append(zh ? $"（图片未收入本报告：{Named(words, address, "，")}）" : $"(picture left out of this report: {Named(words, address, ", ")})");
        else if (address.Length == 0 || address == words)
            text.Append(words);
        else
            text.Append(zh ? $"{words}（{address}）" : $"{words} ({address})");
    }

    private static string Named(string words, string address, string between) => words.Length > 0 && address.Length > 0 ? words + between + address : words + address;
}
