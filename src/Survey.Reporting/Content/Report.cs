using Survey.Monitoring;

namespace Survey.Reporting.Content;

/// <summary>A report as content: what it says, in order, without a format.</summary>
internal sealed record Report
{
    /// <summary>Of all its words.</summary>
    public required Language Language { get; init; }

    /// <summary>On the cover and at the head of each page.</summary>
    public required string Title { get; init; }

    /// <summary>Which kind of report it is.</summary>
    public required string Subtitle { get; init; }

    /// <summary>On the cover: area, compiled by, date.</summary>
    public IReadOnlyList<(string What, string Text)> Cover { get; init; } = [];

    /// <summary>That its people are made up; it stands on every page. Null where they are not.</summary>
    public string? Notice { get; init; }

    /// <summary>Chapters; numbered 1, 2, ...</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>What a table is called, by its id: "表1".</summary>
    public IReadOnlyDictionary<string, string> Numbers => _numbers ??= Numbered();

    private Dictionary<string, string>? _numbers;

    /// <summary>All blocks in order.</summary>
    public IEnumerable<Block> Blocks => Sections.SelectMany(section => section.AllBlocks);

    /// <summary>What a table or figure is called.</summary>
    /// <param name="id">Of a block of this report.</param>
    public string NumberOf(string id) => Numbers[id];

    /// <summary>Words as a reader sees them.</summary>
    public string TextOf(Words words) => words.ToText(Language, NumberOf);

    private Dictionary<string, string> Numbered()
    {
        bool zh = Language == Language.Chinese;
        var numbers = new Dictionary<string, string>();
        int tables = 0, figures = 0;
        foreach (Block block in Blocks)
            if (block is ReportTable table)
                numbers.Add(table.Id, zh ? $"表{++tables}" : $"Table {++tables}");
            else if (block is ReportFigure figure)
                numbers.Add(figure.Id, zh ? $"图{++figures}" : $"Figure {++figures}");
        return numbers;
    }
}

/// <summary>A chapter or a part of one; numbered by its place: 4.2.</summary>
/// <param name="Id">By which it is linked; letters, digits and hyphens.</param>
/// <param name="Title">Without its number.</param>
/// <param name="Blocks">Before its parts.</param>
internal sealed record Section(string Id, string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Its parts.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Its blocks and those of its parts, in order.</summary>
    public IEnumerable<Block> AllBlocks => [.. Blocks, .. Sections.SelectMany(part => part.AllBlocks)];
}
