using System.Globalization;
using Markdig.Syntax;
using Survey.Reporting.Content;
using Part = Markdig.Syntax.Block;
using PipeTable = Markdig.Extensions.Tables.Table;

namespace Survey.Reporting.Text;

/// <summary>The items of a list. A list in an item goes on in its text: "first (1) one (2) two", "first • one • two".</summary>
internal sealed class MarkdownItems(MarkdownInlines inlines)
{
    private readonly List<PipeTable> _tables = [];

    /// <summary>Tables met in items, which come after the list.</summary>
    public IReadOnlyList<PipeTable> Tables => _tables;

    public Words WordsOf(ListItemBlock item)
    {
        var words = new Words();
        Add(item, words);
        return words;
    }

    private void Add(ContainerBlock parts, Words words)
    {
        foreach (Part part in parts)
            switch (part)
            {
                case PipeTable table:
                    _tables.Add(table);
                    break;
                case ListBlock list:
                    AddList(list, words);
                    break;
                case ContainerBlock container:
                    Add(container, words);
                    break;
                case CodeBlock code:
                    AddApart(code.Lines.ToString().ReplaceLineEndings(" "), words);
                    break;
                case LeafBlock { Inline: { } inline }:
                    AddApart(inlines.WordsOf(inline), words);
                    break;
            }
    }

    private void AddList(ListBlock list, Words words)
    {
        int number = 0;
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            words.AppendLiteral(list.IsOrdered ? $" ({(++number).ToString(CultureInfo.InvariantCulture)})" : " •");
            Add(item, words);
        }
    }

    private static void AddApart(Words more, Words words)
    {
        if (words.Spans.Count > 0)
            words.AppendLiteral(" ");
        words.AppendFormatted(more);
    }
}
