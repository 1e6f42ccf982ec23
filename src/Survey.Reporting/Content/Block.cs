namespace Survey.Reporting.Content;

/// <summary>A piece of a report.</summary>
internal abstract record Block;

/// <summary>How a paragraph stands out.</summary>
internal enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>Small print under a table, a figure or a section.</summary>
    Note,

    /// <summary>What must not be overlooked: a verdict, the notice of simulated data.</summary>
    Callout,

    /// <summary>A chapter that people write and have not written yet.</summary>
    Gap,
}

/// <summary>A paragraph.</summary>
/// <param name="Words">Its text.</param>
/// <param name="Kind">How it stands out.</param>
internal sealed record Paragraph(Words Words, ParagraphKind Kind = ParagraphKind.Body) : Block;

/// <summary>A list.</summary>
/// <param name="Items">In order.</param>
/// <param name="IsNumbered">Whether they are numbered.</param>
internal sealed record ItemList(IReadOnlyList<Words> Items, bool IsNumbered = false) : Block;

/// <summary>A heading inside a section that has no number and no place in the contents, as in texts that people wrote.</summary>
/// <param name="Text">The heading.</param>
internal sealed record Subheading(string Text) : Block;

/// <summary>A chart with its caption; it is numbered through the report.</summary>
/// <param name="Id">By which it is referred to; letters, digits and hyphens.</param>
/// <param name="Caption">Without its number.</param>
/// <param name="Chart">What is drawn.</param>
/// <param name="Notes">Under it: source, intervals, marks.</param>
internal sealed record ReportFigure(string Id, string Caption, Chart Chart, IReadOnlyList<Words> Notes) : Block;

/// <summary>A three-line table with its caption; it is numbered through the report.</summary>
/// <param name="Id">By which it is referred to, and what its sheet of a workbook is made of.</param>
/// <param name="Caption">Without its number.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">As many cells each as there are columns; a heading row has one.</param>
/// <param name="Notes">Under it.</param>
internal sealed record ReportTable(string Id, string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows, IReadOnlyList<Words> Notes) : Block
{
    /// <summary>Whether readers may sort it; never where an order would rank places, nor where rows stand under headings.</summary>
    public bool IsSortable { get; init; }
}

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number a cell.</summary>
    Number,

    /// <summary>Two limits a cell: 27.39～34.96.</summary>
    Interval,
}

/// <summary>A column.</summary>
/// <param name="Heading">With its unit: 率（%）.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record ReportColumn(string Heading, ColumnKind Kind = ColumnKind.Number)
{
    /// <summary>A heading over it and its neighbours of the same one; or null.</summary>
    public string? Group { get; init; }

    /// <summary>How much room it wants beside the others; 1 is that of a number.</summary>
    public double Room { get; init; } = Kind == ColumnKind.Number ? 1 : Kind == ColumnKind.Interval ? 1.6 : 2.5;
}

/// <summary>What a row is.</summary>
internal enum RowKind
{
    /// <summary>One of many.</summary>
    Body,

    /// <summary>A heading over the rows that follow, one cell across the table.</summary>
    Heading,

    /// <summary>All together.</summary>
    Total,
}

/// <summary>A row.</summary>
/// <param name="Cells">One a column; of a heading one.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ReportRow(IReadOnlyList<Cell> Cells, RowKind Kind = RowKind.Body);

/// <summary>A cell of a table.</summary>
internal abstract record Cell
{
    public static implicit operator Cell(string text) => new TextCell(text);

    public static implicit operator Cell(Words words) => new TextCell(words);

    public static implicit operator Cell(ReportNumber quantity) => new NumberCell(quantity);

    /// <summary>Two limits.</summary>
    public static Cell Interval(ReportNumber low, ReportNumber high) => new IntervalCell(low, high);
}

/// <summary>Words.</summary>
/// <param name="Words">May hold numbers.</param>
internal sealed record TextCell(Words Words) : Cell;

/// <summary>A number without its unit.</summary>
/// <param name="Number">At full precision.</param>
internal sealed record NumberCell(ReportNumber Number) : Cell;

/// <summary>Two limits without their unit; both are shown or none.</summary>
/// <param name="Low">The lower one.</param>
/// <param name="High">The upper one.</param>
internal sealed record IntervalCell(ReportNumber Low, ReportNumber High) : Cell
{
    /// <summary>Whether there are two numbers to be seen.</summary>
    public bool IsShown => Low.IsShown && High.IsShown;

    /// <summary>"27.39～34.96", "27.39 to 34.96".</summary>
    public string Text(Monitoring.Language language) =>
        IsShown ? Low.Digits(language) + Between(language) + High.Digits(language) : Low.IsSuppressed ? ReportNumber.Hidden : ReportNumber.None;

    /// <summary>What stands between two limits.</summary>
    public static string Between(Monitoring.Language language) => language == Monitoring.Language.Chinese ? "～" : " to ";
}
