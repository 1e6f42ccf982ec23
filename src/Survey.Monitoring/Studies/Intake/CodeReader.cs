namespace Survey.Monitoring.Intake;

/// <summary>Reads codes, such as those of villages: never numbers, and never with digits lost.</summary>
/// <param name="name">Of the column.</param>
/// <param name="digits">The digits that every code has; or null.</param>
/// <param name="recode">What codes became; or null.</param>
/// <param name="labels">What readers are shown for a code; where it is not named, the code.</param>
/// <param name="missing">Texts that mean missing.</param>
internal sealed class CodeReader(string name, int? digits, IReadOnlyDictionary<string, string>? recode, IReadOnlyDictionary<string, string>? labels, MissingTexts missing) : OpenLevelReader(name, labels, missing)
{
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void ReportWave(FindingList findings, string wave)
    {
        if (recode is null)
            return;
        if (_changed.Count > 0)
            findings.Add(Severity.Change, wave, $"{_changed.Count} code{(_changed.Count == 1 ? "" : "s")} of {Name} in {wave} became {(_changed.Count == 1 ? "another" : "others")} by recode: {Excerpt.List([.. _changed.Order(LevelOrder.Natural).Select(code => $"{code} → {recode[code]}")])}.", column: Name);
        string[] unused = [.. recode.Keys.Where(code => !_changed.Contains(code)).Order(LevelOrder.Natural)];
        if (unused.Length > 0)
            findings.Add(Severity.Doubt, wave, $"{unused.Length} code{(unused.Length == 1 ? "" : "s")} that recode of {Name} names {(unused.Length == 1 ? "has" : "have")} no row in {wave}: {Excerpt.List(unused)}.", column: Name);
    }

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text)
    {
        if (LostDigits.In(text) is { } lost)
            return new(CategoryColumn.Missing, lost);
        if (recode is not null && recode.TryGetValue(text, out string? became))
        {
            _changed.Add(text);
            text = became;
        }
        return Fault(text) is { } fault ? new(CategoryColumn.Missing, fault) : new(CodeOf(text));
    }

    private string? Fault(string text)
    {
        if (digits is not { } wanted)
            return null;
        if (text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return $"is not a code of {wanted} digits; mend the file, or declare the text as missing.";
        if (text.Length == wanted)
            return LostDigits.AreRounded(text) ? $"ends in {LostDigits.Zeros} zeros, as codes do that a spreadsheet has rounded; take the file from the survey platform again, or leave digits out of the study if the code is right." : null;
        return $"has {text.Length} digits, and a code here has {wanted}{(text.Length == wanted - 1 ? "; a leading zero or a digit is lost" : "")}: mend the file, or declare the text as missing.";
    }
}
