namespace Survey.Monitoring.Intake;

/// <summary>Reads a category whose levels are those that are met: free text, or codes of a number of digits.</summary>
/// <param name="name">Of the column.</param>
/// <param name="digits">The digits that every code has; null for free text.</param>
/// <param name="isCode">Whether the texts are codes, of which Excel destroys the long ones.</param>
/// <param name="labels">What readers are shown for a level; where it is not named, the level.</param>
/// <param name="missing">Texts that mean missing.</param>
internal class OpenLevelReader(string name, int? digits, bool isCode, IReadOnlyDictionary<string, string>? labels, MissingTexts missing) : ColumnReader<int>(name, CategoryColumn.Missing, missing)
{
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<string> _met = [];

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build()
    {
        int[] codes = ReleaseValues();
        bool[] isMet = new bool[_met.Count];
        foreach (int code in codes)
            if (code >= 0)
                isMet[code] = true;
        string[] levels = Ordered([.. _met.Where((_, code) => isMet[code])]);
        int[] order = new int[_met.Count];
        for (int code = 0; code < levels.Length; code++)
            order[_codeOf[levels[code]]] = code;
        for (int row = 0; row < codes.Length; row++)
            if (codes[row] >= 0)
                codes[row] = order[codes[row]];
        return [(Name, new CategoryColumn((ReadOnlyMemory<int>)codes, levels, labels is null ? null : [.. levels.Select(level => labels.GetValueOrDefault(level, level))]))];
    }

    /// <summary>The levels in the order in which they are shown.</summary>
    protected virtual string[] Ordered(string[] levels) => LevelOrder.Sorted(levels);

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text)
    {
        if (LostDigits.In(text, isCode) is { } lost)
            return new(CategoryColumn.Missing, lost);
        if (isCode && CodeFault(text) is { } fault)
            return new(CategoryColumn.Missing, fault);
        if (!_codeOf.TryGetValue(text, out int code))
        {
            _codeOf.Add(text, code = _met.Count);
            _met.Add(text);
        }
        return new(code);
    }

    private string? CodeFault(string text)
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
