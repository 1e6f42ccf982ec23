using Markdig;
using Markdig.Syntax;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Block = Survey.Reporting.Content.Block;
using Part = Markdig.Syntax.Block;
using PipeTable = Markdig.Extensions.Tables.Table;

namespace Survey.Reporting.Text;

/// <summary>Texts that people write in Markdown (CommonMark with pipe tables), as pieces of a report. HTML in them is text like any other.</summary>
internal sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private readonly MarkdownTables _tables;
    private readonly MarkdownInlines _inlines;
    private readonly List<Block> _blocks = [];

    private MarkdownText(string id, string title, Language language)
    {
        _inlines = new MarkdownInlines(language);
        _tables = new MarkdownTables(id, title, _inlines);
    }

    /// <summary>Reads a text: headings of any level become subheadings, quotations and code ordinary paragraphs; of a picture its name is kept; a list in a list stands in the item it belongs to.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="id">Of the section it is for, unique in the report; its tables are called by it: background-1.</param>
    /// <param name="title">Of that section; the caption of a table with none of its own and no heading above it. Its own is a paragraph 表：… or Table: … before it.</param>
    /// <param name="language">Of the report, in which it is said that a picture is left out.</param>
    /// <exception cref="SurveyDataException">Its lists or quotations are nested too deeply.</exception>
    public static IReadOnlyList<Block> Blocks(string markdown, string id, string title, Language language)
    {
        var text = new MarkdownText(id, title, language);
        text.AddAll(Parse(markdown, title));
        return text._blocks;
    }

    private static MarkdownDocument Parse(string markdown, string title)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException tooDeep) // the only thing that Markdig refuses
        {
            throw new SurveyDataException($"The text of the section '{title}' has lists, quotations or emphasis in each other too deeply to be read; write it flatter.", tooDeep);
        }
    }

    private void AddAll(IEnumerable<Part> parts)
    {
        foreach (Part part in parts)
            Add(part);
    }

    private void Add(Part part)
    {
        switch (part)
        {
            case HeadingBlock heading:
                string text = _inlines.TextOf(heading.Inline);
                _tables.Heading = text;
                if (text.Length > 0)
                    _blocks.Add(new Subheading(text));
                break;
            case ParagraphBlock paragraph:
                AddParagraph(_inlines.WordsOf(paragraph.Inline));
                break;
            case ListBlock list:
                var items = new MarkdownItems(_inlines);
                _blocks.Add(new ItemList([.. list.OfType<ListItemBlock>().Select(items.WordsOf)], list.IsOrdered));
                AddAll(items.Tables);
                break;
            case PipeTable table:
                _blocks.Add(_tables.Of(table, _blocks));
                break;
            case CodeBlock code:
                for (int line = 0; line < code.Lines.Count; line++)
                    AddParagraph(code.Lines.Lines[line].ToString());
                break;
            case ContainerBlock container: // a quotation
                AddAll(container);
                break;
        }
    }

    private void AddParagraph(Words words)
    {
        if (words.Spans.Count > 0)
            _blocks.Add(new Paragraph(words));
    }
}
