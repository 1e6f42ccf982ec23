using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Counts the texts of a column and a file that have no meaning, with the first place of each.</summary>
internal sealed class FaultTally
{
    /// <summary>The most different texts of a column and a file that are named one by one.</summary>
    private const int MostNamed = 20;

    private readonly Dictionary<string, Fault> _faults = new(StringComparer.Ordinal);
    private long _others;

    /// <param name="shown">The text as messages show it.</param>
    /// <param name="why">It has no meaning.</param>
    /// <param name="at">Where it stands.</param>
    public void Add(string shown, string why, Place at)
    {
        if (_faults.TryGetValue(shown, out Fault? fault))
            fault.Rows++;
        else if (_faults.Count < MostNamed)
            _faults.Add(shown, new Fault(at.File, at.Row, at.RowText, why));
        else
            _others++;
    }

    public void Clear()
    {
        _faults.Clear();
        _others = 0;
    }

    public void Report(FindingList findings, string wave, string column, string columnText)
    {
        foreach ((string text, Fault fault) in _faults)
        {
            string rows = fault.Rows == 1 ? "" : $" ({Invariant.Count(fault.Rows)} rows of the file)";
            findings.Add(Severity.Unresolved, wave, $"{fault.File}, {fault.RowText}, {columnText}: '{text}'{rows} {fault.Why}", fault.File, fault.Row, column, fault.Rows);
        }
        if (_others > 0)
        {
            Fault first = _faults.Values.First();
            findings.Add(Severity.Unresolved, wave, $"{first.File}, {columnText}: {Invariant.Count(_others)} more rows hold other texts without a meaning; settle those named first.", first.File, null, column, _others);
        }
        Clear();
    }

    private sealed class Fault(string file, long row, string rowText, string why)
    {
        public string File { get; } = file;

        public long Row { get; } = row;

        public string RowText { get; } = rowText;

        public string Why { get; } = why;

        public long Rows { get; set; } = 1;
    }
}

/// <summary>Counts the texts of a column that folding changed, over the files of a wave.</summary>
/// <param name="column">Its name.</param>
internal sealed class FoldTally(string column)
{
    private long _rowsHere;
    private string? _placeHere;

    /// <summary>The column's name.</summary>
    public string Column { get; } = column;

    /// <summary>Rows whose text was folded.</summary>
    public long Rows { get; private set; }

    /// <summary>The place of the first.</summary>
    public string? Place { get; private set; }

    public void Add(Place at)
    {
        if (_rowsHere++ == 0)
            _placeHere = at.Text;
    }

    /// <summary>Forgets what was counted in a file that broke off.</summary>
    public void Clear() => _rowsHere = 0;

    /// <summary>Keeps what was counted in a file that was read.</summary>
    public void Keep()
    {
        Place ??= _rowsHere > 0 ? _placeHere : null;
        Rows += _rowsHere;
        _rowsHere = 0;
    }
}
