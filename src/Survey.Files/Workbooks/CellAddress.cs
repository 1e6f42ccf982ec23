namespace Survey.Files.Workbooks;

/// <summary>The place of a cell.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 0.</param>
internal readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>The most columns a sheet has.</summary>
    public const int MostColumns = 16_384;

    /// <summary>The letters of a column: A, ..., Z, AA, ..., XFD.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>Reads an address such as B12, if a sheet has such a cell.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out CellAddress address)
    {
        int column = 0, row = 0, k = 0;
        for (; k < text.Length && k < 3 && char.IsAsciiLetterUpper(text[k]); k++)
            column = (column * 26) + (text[k] - 'A' + 1);
        int letters = k;
        for (; k < text.Length && k - letters < 7 && char.IsAsciiDigit(text[k]); k++)
            row = (row * 10) + (text[k] - '0');
        address = new CellAddress(row, column - 1);
        return k == text.Length && column is >= 1 and <= MostColumns && row is >= 1 and <= SheetRows.MostRows;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Letters(Column)}{Row}";
}

/// <summary>A rectangle of cells.</summary>
/// <param name="First">Its upper left cell.</param>
/// <param name="Last">Its lower right cell.</param>
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    /// <summary>Reads a range such as A3:B12.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out CellRange range)
    {
        int colon = text.IndexOf(':');
        CellAddress last = default;
        bool isRange = CellAddress.TryRead(colon < 0 ? text : text[..colon], out CellAddress first) && CellAddress.TryRead(colon < 0 ? text : text[(colon + 1)..], out last);
        range = new CellRange(first, last);
        return isRange;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{First}:{Last}";
}
