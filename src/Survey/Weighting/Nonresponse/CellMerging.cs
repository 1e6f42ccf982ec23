namespace Survey;

/// <summary>Weighting classes with the small ones merged within their groups, and what is said of them.</summary>
internal sealed class CellMerging
{
    private const int Listed = 10;

    private readonly IReadOnlyList<ResponseCell> _cells;
    private readonly int _minimum;
    private readonly string? _collapse;
    private readonly List<string> _merged = [];

    /// <param name="cells">In their order.</param>
    /// <param name="minimum">The least number of respondents.</param>
    /// <param name="collapse">The column of the groups; null where none is merged.</param>
    public CellMerging(IReadOnlyList<ResponseCell> cells, int minimum, string? collapse)
    {
        (_cells, _minimum, _collapse) = (cells, minimum, collapse);
        OfCell = [.. cells];
        if (collapse is not null)
            foreach (IGrouping<int, int> group in Enumerable.Range(0, cells.Count).Where(cell => !cells[cell].IsEmpty).GroupBy(cell => cells[cell].Group))
                Merge([.. group]);
    }

    /// <summary>What each cell became part of.</summary>
    public ResponseCell[] OfCell { get; }

    /// <summary>The classes after merging, each once, without those in which nobody is eligible.</summary>
    public IReadOnlyList<ResponseCell> Classes => [.. OfCell.Where(cell => !cell.IsEmpty).Distinct(ReferenceEqualityComparer.Instance).Cast<ResponseCell>()];

    /// <summary>Which were merged, in a sentence each.</summary>
    public IReadOnlyList<string> Notes => _merged;

    /// <summary>Which are small still, and what they might be merged with.</summary>
    public IEnumerable<string> Warnings()
    {
        ResponseCell[] small = [.. Classes.Where(IsSmall)];
        if (small.Length == 0)
            yield break;
        string shown = string.Join("; ", small.Take(Listed).Select(cell => _collapse is null ? Proposal(cell) : cell.WithCount)) + (small.Length > Listed ? $"; and {small.Length - Listed} more" : "");
        string way = _collapse is null ? "name a column within which small cells are merged (collapse), or take coarser cells" : $"nothing is left within '{_collapse}' to merge with, so name a wider column, or take coarser cells";
        yield return $"{small.Length} cell{(small.Length == 1 ? " has" : "s have")} fewer than {_minimum} respondents: {shown}; {way}";
    }

    /// <exception cref="SurveyDataException">Nobody responded in a class.</exception>
    public void RefuseForsaken()
    {
        ResponseCell[] forsaken = [.. Classes.Where(cell => cell.IsForsaken)];
        if (forsaken.Length > 0)
            throw new SurveyDataException($"Nobody responded in {(forsaken.Length == 1 ? $"the cell '{forsaken[0].Name}'" : $"{forsaken.Length} cells ({string.Join("; ", forsaken.Take(Listed).Select(cell => cell.Name))}{(forsaken.Length > Listed ? "; ..." : "")})")}, so nobody can stand for those drawn there; {(_collapse is null ? "name a column within which such cells are merged (collapse), or take coarser cells" : $"'{_collapse}' has no other cell to merge with, so name a wider column, or take coarser cells")}.");
    }

    private bool IsSmall(ResponseCell cell) => cell.Respondents < _minimum;

    /// <summary>Merges the small ones of a group, and with the smallest other if they are small still.</summary>
    private void Merge(int[] group)
    {
        List<int> together = [.. group.Where(cell => IsSmall(_cells[cell]))];
        int[] others = [.. group.Except(together)];
        if (together.Count > 0 && others.Length > 0 && together.Sum(cell => _cells[cell].Respondents) < _minimum)
            together.Add(others.MinBy(cell => _cells[cell].Respondents));
        if (together.Count < 2)
            return;
        together.Sort();
        ResponseCell merged = ResponseCell.Merged([.. together.Select(cell => _cells[cell])]);
        foreach (int cell in together)
            OfCell[cell] = merged;
        _merged.Add($"merged within '{_collapse}': {string.Join(" + ", together.Select(cell => _cells[cell].WithCount))}");
    }

    /// <summary>A small cell, and its neighbour in the order of the levels within the same parent, the smaller one of two.</summary>
    private string Proposal(ResponseCell cell)
    {
        int at = Array.IndexOf(OfCell, cell);
        ResponseCell? neighbour = new[] { at - 1, at + 1 }
            .Where(other => other >= 0 && other < _cells.Count && _cells[other].Parent == cell.Parent && !_cells[other].IsEmpty)
            .Select(other => _cells[other]).MinBy(other => other.Respondents);
        return neighbour is null ? $"{cell.WithCount}, alone" : $"{cell.WithCount}, which might go with {neighbour.WithCount}";
    }
}
