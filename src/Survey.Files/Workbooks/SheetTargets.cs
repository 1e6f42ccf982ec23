using Survey.Files.Columns;

namespace Survey.Files.Workbooks;

/// <summary>Those who take the columns of a sheet. Most cells of a wide sheet may be absent, so nothing is done for a column that nobody takes, and for an absent cell only where its taker asks for it.</summary>
internal sealed class SheetTargets
{
    private readonly FieldTarget?[] _ofColumn;
    private readonly (int Column, FieldTarget Target)[] _taken;
    private readonly bool _needsEmpty;

    /// <param name="targets">One for each column of the sheet; null where it is not read.</param>
    public SheetTargets(IReadOnlyList<FieldTarget?> targets)
    {
        _ofColumn = [.. targets];
        _taken = [.. Enumerable.Range(0, _ofColumn.Length).Where(column => _ofColumn[column] is not null).Select(column => (column, _ofColumn[column]!))];
        _needsEmpty = _taken.Any(taken => taken.Target.NeedsEmpty);
    }

    /// <summary>How many columns are taken.</summary>
    public int Count => _taken.Length;

    /// <summary>Gives each its field of a row.</summary>
    public void Give(CellRow cells, Place at)
    {
        if (_needsEmpty)
            foreach ((int column, FieldTarget target) in _taken)
                target.Take(cells[column], at);
        else
            foreach (int column in cells.Columns)
                if (column < _ofColumn.Length)
                    _ofColumn[column]?.Take(cells[column], at);
    }
}
