namespace Survey;

/// <summary>A presentation standard in a table for people: which figures are suppressed, a mark for each row, and the reasons below, each once.</summary>
internal sealed class PresentationNotes
{
    private readonly Presentation[] _all;
    private readonly List<string> _texts = [];
    private readonly string[] _cells;
    private readonly bool _fewDegreesOfAll;

    public PresentationNotes(IReadOnlyList<Estimate> estimates, Func<Estimate, Presentation> standard)
    {
        _all = [.. estimates.Select(standard)];
        int[] open = [.. Enumerable.Range(0, _all.Length).Where(k => _all[k].Status is PresentationStatus.Show or PresentationStatus.Review)];
        _fewDegreesOfAll = open.Length > 0 && open.All(k => _all[k].Reasons.Contains(PresentationStandards.FewDegrees(estimates[k])));
        _cells = [.. _all.Select((presentation, k) => Cell(presentation, PresentationStandards.FewDegrees(estimates[k])))];
    }

    /// <summary>Whether the figures of a row are left out.</summary>
    public bool Suppresses(int row) => _all[row].Status == PresentationStatus.Suppress;

    /// <summary>"suppressed [1]", "review [2]", "footnote [3]", "show".</summary>
    public string this[int row] => _cells[row];

    /// <summary>What stands below the table.</summary>
    public IEnumerable<string> Lines =>
        [
            .. _texts.Select((text, k) => $"[{k + 1}] {text}"),
            .. _fewDegreesOfAll ? ["review everything shown: there are fewer than 8 degrees of freedom"] : (string[])[],
        ];

    private string Cell(Presentation presentation, string fewDegrees)
    {
        string word = presentation.Status switch
        {
            PresentationStatus.NotApplicable => "no rule",
            PresentationStatus.Suppress => "suppressed",
            PresentationStatus.Review => "review",
            _ => presentation.ComplementUnreliable ? "footnote" : "show",
        };
        string[] reasons = [.. presentation.Reasons.Where(reason => !(_fewDegreesOfAll && reason == fewDegrees))];
        if (reasons.Length == 0)
            return word;
        string text = $"{word}: {string.Join("; ", reasons)}";
        if (!_texts.Contains(text))
            _texts.Add(text);
        return $"{word} [{_texts.IndexOf(text) + 1}]";
    }
}
