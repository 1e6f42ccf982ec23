namespace Survey.Files.Workbooks.Writing;

/// <summary>A row to be written.</summary>
/// <param name="Cells">From the first column on.</param>
internal sealed record SheetRow(params IReadOnlyList<SheetCell> Cells)
{
    /// <summary>In points; by default as high as its texts need, and at least <see cref="LeastHeight"/>.</summary>
    public double? Height { get; init; }

    /// <summary>In points; 0 leaves it to the texts.</summary>
    public double LeastHeight { get; init; }

    /// <summary>Whether a new page begins after it.</summary>
    public bool EndsPage { get; init; }
}

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Made legal and unique in the workbook.</param>
/// <param name="Rows">One after another, asked for once.</param>
/// <param name="Widths">Of its columns, in ordinary characters; a Chinese one is two wide.</param>
internal sealed record Sheet(string Name, IEnumerable<SheetRow> Rows, IReadOnlyList<double> Widths)
{
    /// <summary>How it is printed; by default it is data and is not.</summary>
    public SheetPage? Page { get; init; }

    /// <summary>How many of its first rows stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Columns, from 0, whose cells offer a choice of words; other words can be typed all the same.</summary>
    public IReadOnlyList<(int Column, IReadOnlyList<string> Words)> Choices { get; init; } = [];
}

/// <summary>How a sheet is printed: on A4, one page wide, with its name and the number of the page at the foot.</summary>
/// <param name="Landscape">Whether the long side lies.</param>
internal sealed record SheetPage(bool Landscape)
{
    /// <summary>The first and last row, from 1, that stand at the top of each page.</summary>
    public (int First, int Last)? Repeated { get; init; }

    /// <summary>What stands in the middle at the foot of each page; without the character &amp;, which Excel keeps for itself.</summary>
    public string Foot { get; init; } = "";
}
