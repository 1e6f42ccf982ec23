using System.Net;
using System.Text;

namespace Survey;

/// <summary>What people are shown: lines of text and tables, one below the other.</summary>
internal sealed class Display
{
    // scoped, as a notebook has other tables; the colours are the page's own
    private const string Style =
        ".survey{line-height:1.4;overflow-x:auto}.survey table{border-collapse:collapse;border-top:1.5px solid;border-bottom:1.5px solid;margin:.5em 0}.survey caption{text-align:left;font-weight:600;padding:.2em 0}" +
        ".survey th,.survey td{text-align:left;padding:.15em .6em;vertical-align:top;font-weight:normal;background:none;border:0;white-space:pre-wrap}.survey thead th{border-bottom:1px solid}" +
        ".survey .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.survey p{margin:0;max-width:60em}";

    private readonly List<(string? Line, TextTable? Table, string? Caption)> _parts = [];

    /// <summary>Adds lines; an empty one stands between parts.</summary>
    /// <param name="text">Lines, each of which ends in a line feed but perhaps the last; of nothing there is no line.</param>
    public Display Add(string text)
    {
        if (text.Length > 0)
            foreach (string line in (text[^1] == '\n' ? text[..^1] : text).Split('\n'))
                _parts.Add((line, null, null));
        return this;
    }

    /// <summary>Adds a table.</summary>
    /// <param name="table">With its rows.</param>
    /// <param name="caption">A line above it that says what it is, or null.</param>
    public Display Add(TextTable table, string? caption = null)
    {
        _parts.Add((null, table, caption is null ? null : TextTable.OnOneLine(caption)));
        return this;
    }

    /// <summary>Adds what another shows.</summary>
    public Display Add(Display other)
    {
        _parts.AddRange(other._parts);
        return this;
    }

    /// <summary>The same without empty lines at its end, so that whoever goes on sets the distance.</summary>
    public Display TrimEnd()
    {
        while (_parts is [.., { Line: "" }])
            _parts.RemoveAt(_parts.Count - 1);
        return this;
    }

    /// <summary>The same with every line and cell as it may be shown.</summary>
    public Display Select(Func<string, string> shown)
    {
        var display = new Display();
        foreach ((string? line, TextTable? table, string? caption) in _parts)
            display._parts.Add((line is null ? null : shown(line), table?.Select(shown), caption is null ? null : shown(caption)));
        return display;
    }

    /// <summary>All that is shown: the cells of each column of a table by its heading, then lines and captions by none.</summary>
    public IEnumerable<(string Heading, IEnumerable<string> Texts)> Columns() =>
    [
        .. _parts.Select(part => part.Table).OfType<TextTable>().SelectMany(table => table.Headings.Select((heading, k) => (heading.Name, (IReadOnlyList<string>)[.. table.Rows.Select(row => row[k])]))),
        ("", [.. _parts.Select(part => part.Line ?? part.Caption).OfType<string>()]),
    ];

    /// <summary>For a terminal: tables aligned by spaces.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string? line, TextTable? table, string? caption) in _parts)
            _ = line is not null ? text.Append(line).Append('\n') : text.Append(caption is null ? "" : caption + "\n").Append(table);
        return text.ToString();
    }

    /// <summary>For a page: a fragment that brings its own style.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<div class=\"survey\"><style>").Append(Style).Append("</style>\n");
        foreach ((string? line, TextTable? table, string? caption) in _parts)
            if (table is not null)
                Append(html, table, caption);
            else if (line!.Length > 0)
                html.Append("<p>").Append(Encoded(line)).Append("</p>\n");
        return html.Append("</div>\n").ToString();
    }

    // a character that XML has no place for is one that browsers count as a fault
    private static string Encoded(string text) => WebUtility.HtmlEncode(LegalText.Of(text));

    private static void Append(StringBuilder html, TextTable table, string? caption)
    {
        html.Append("<table>\n");
        if (caption is not null)
            html.Append("<caption>").Append(Encoded(caption)).Append("</caption>\n");
        html.Append("<thead><tr>");
        foreach (TextTable.Heading heading in table.Headings)
            Append(html, "th scope=\"col\"", heading, heading.Name);
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append("<tr>");
            for (int column = 0; column < row.Count; column++)
                Append(html, column == 0 ? "th scope=\"row\"" : "td", table.Headings[column], row[column]);
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static void Append(StringBuilder html, string tag, TextTable.Heading heading, string text) =>
        html.Append('<').Append(tag).Append(heading.Right ? " class=\"n\">" : ">").Append(Encoded(text)).Append("</").Append(tag.AsSpan(0, 2)).Append('>');
}
