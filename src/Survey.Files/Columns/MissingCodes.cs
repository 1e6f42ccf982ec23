namespace Survey.Files.Columns;

/// <summary>The texts that mean "missing" in one column, beside the empty field.</summary>
internal sealed class MissingCodes
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<double> _numbers = [];

    public MissingCodes(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            string trimmed = text.Trim();
            _texts.Add(trimmed);
            if (NumberText.TryRead(trimmed, out NumberText number) && number.IsFinite)
                _numbers.Add(number.Value);
        }
        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a text without surrounding blanks is nothing or one of the codes.</summary>
    public bool Match(ReadOnlySpan<char> trimmed) => trimmed.IsEmpty || (_texts.Count > 0 && _lookup.Contains(trimmed));

    /// <summary>Whether a number equals one of the codes, however it is written.</summary>
    public bool Match(double number) => _numbers.Count > 0 && _numbers.Contains(number);
}
