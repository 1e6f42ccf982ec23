using System.Text;

namespace Survey.Files.Columns;

/// <summary>The texts that mean "missing" in one column, beside the empty field.</summary>
internal sealed class MissingCodes
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<double> _numbers = [];
    private readonly List<byte[]> _inDigits = [];
    private readonly ulong _lengths;

    public MissingCodes(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            string trimmed = text.Trim();
            _texts.Add(trimmed);
            if (!NumberText.TryRead(trimmed, out NumberText number) || !number.IsFinite)
                continue;
            _numbers.Add(number.Value);
            _inDigits.Add(Encoding.ASCII.GetBytes(trimmed));
            _lengths |= BitOf(trimmed.Length);
        }
        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a text without surrounding blanks is nothing or one of the codes.</summary>
    public bool Match(ReadOnlySpan<char> trimmed) => trimmed.IsEmpty || (_texts.Count > 0 && _lookup.Contains(trimmed));

    /// <summary>Whether there are codes beside the empty field.</summary>
    public bool HasAny => _texts.Count > 0;

    /// <summary>Whether a text in the form of a number, in ASCII without surrounding blanks, is one of the codes.</summary>
    public bool MatchDigits(ReadOnlySpan<byte> trimmed)
    {
        if ((_lengths & BitOf(trimmed.Length)) == 0)
            return false;
        foreach (byte[] text in _inDigits)
            if (trimmed.SequenceEqual(text))
                return true;
        return false;
    }

    /// <summary>Whether a number equals one of the codes, however it is written.</summary>
    public bool Match(double number) => _numbers.Count > 0 && _numbers.Contains(number);

    private static ulong BitOf(int length) => 1UL << Math.Min(length, 63);
}
