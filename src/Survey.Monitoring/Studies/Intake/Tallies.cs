using Survey.Files;
using Survey.Files.Columns;
using Survey.Files.Personal;

namespace Survey.Monitoring.Intake;

/// <summary>Counts the texts of a column and a file that have no meaning, with the first place of each. Those with the same fault make one finding.</summary>
internal sealed class FaultTally
{
    /// <summary>The most texts of a finding that are named beside the first.</summary>
    private const int MostNamed = 5;

    /// <summary>The most different texts that are told apart.</summary>
    private const int MostTexts = 1_000;

    private readonly Dictionary<string, Fault> _faults = new(StringComparer.Ordinal);

    /// <param name="text">Without a meaning.</param>
    /// <param name="why">As the end of a sentence that begins with the text.</param>
    /// <param name="at">The place.</param>
    /// <param name="isShown">Whether messages may show the text.</param>
    public void Add(ReadOnlySpan<char> text, string why, Place at, bool isShown)
    {
        if (!_faults.TryGetValue(why, out Fault? fault))
            _faults.Add(why, fault = new Fault(at.File, at.Row, at.RowText));
        fault.Rows++;
        string shown = isShown ? Shown(text, why) : "a personal number (not shown)";
        if (fault.Texts.TryGetValue(shown, out (long Row, long Rows) own))
            fault.Texts[shown] = own with { Rows = own.Rows + 1 };
        else if (fault.Texts.Count < MostTexts)
            fault.Texts.Add(shown, (at.Row, 1));
    }

    public void Clear() => _faults.Clear();

    public void Report(FindingList findings, string wave, string column, string columnText)
    {
        foreach ((string why, Fault fault) in _faults)
            findings.Add(Severity.Unresolved, wave, $"{fault.File}, {fault.RowText}, {columnText}: {TextsOf(fault)} {why}", fault.File, fault.Row, column, fault.Rows);
        Clear();
    }

    private static string TextsOf(Fault fault)
    {
        (string first, (_, long rows)) = fault.Texts.First();
        if (fault.Texts.Count == 1)
            return rows == 1 ? first : $"{first} ({Invariant.Count(rows)} rows of the file)";
        string others = string.Join(", ", fault.Texts.Skip(1).Take(MostNamed).Select(text => $"{text.Key} in row {text.Value.Row}"));
        string more = fault.Texts.Count > 1 + MostNamed ? $" and {(fault.Texts.Count == MostTexts ? "very many" : Invariant.Count(fault.Texts.Count - 1 - MostNamed))} more texts" : "";
        return $"{first} (like {others}{more}, {Invariant.Count(fault.Rows)} rows of the file)";
    }

    /// <summary>The text in quotes, but for what may be a person's name in a row that has slipped. (What shares a character with the known levels, as 高中 does with 高中/中专, is none.)</summary>
    private static string Shown(ReadOnlySpan<char> text, string why)
    {
        string shown = Texts.Short(text);
        if (shown.Contains(PersonalData.HiddenNumber, StringComparison.Ordinal))
            return PersonalData.HiddenNumber; // what stands beside a number may be its owner
        return PersonName.Matches(Folding.Fold(shown)) && !shown.Any(why.Contains) ? "a text that may be a name (not shown)" : $"'{shown}'";
    }

    private sealed class Fault(string file, long row, string rowText)
    {
        public string File { get; } = file;

        public long Row { get; } = row;

        public string RowText { get; } = rowText;

        public long Rows { get; set; }

        /// <summary>Each text as it is shown, with its first row and its number of rows.</summary>
        public Dictionary<string, (long Row, long Rows)> Texts { get; } = new(StringComparer.Ordinal);
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
