using Survey.Files;
using Survey.Files.Columns;
using Survey.Files.Personal;

namespace Survey.Monitoring.Intake;

/// <summary>The headings of a file, folded, and where each stands.</summary>
/// <param name="columns">As they stand in the file.</param>
internal sealed class HeadingIndex(IReadOnlyList<string> columns)
{
    private readonly string[] _folded = [.. columns.Select(heading => Folding.Fold(heading))];

    /// <summary>All of them, folded.</summary>
    public IReadOnlyList<string> Folded => _folded;

    /// <summary>How many differ from how they are matched.</summary>
    public int CountFolded => columns.Where((heading, k) => heading != _folded[k]).Count();

    /// <summary>Where the headings stand that a pattern matches.</summary>
    public IReadOnlyList<int> Matching(HeadingPattern pattern) => [.. Enumerable.Range(0, _folded.Length).Where(k => pattern.Matches(_folded[k]))];

    /// <summary>The nearest heading in a clause of a message, or nothing.</summary>
    public string Hint(string heading) => Nearest.Hint(heading, _folded.Where(other => other.Length > 0).Select(Shown));

    /// <summary>A heading as messages show it: of "姓名:王小明", where a form has been filled in, the name is left out.</summary>
    public static string Shown(string heading)
    {
        int colon = heading.LastIndexOf(':');
        return Texts.Name(colon > 0 && PersonName.Matches(heading[(colon + 1)..]) ? heading[..(colon + 1)] + "..." : heading);
    }

    /// <summary>A heading without any blanks, by which personal data are told: "姓 名" is 姓名.</summary>
    public static string WithoutBlanks(string heading) => Folding.Fold(heading).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>A heading as a study writes it, in which * may stand for any text.</summary>
internal sealed record HeadingPattern
{
    private readonly string[] _parts;

    private HeadingPattern(string text, string[] parts) => (Text, _parts) = (text, parts);

    /// <summary>A heading in which * is a character like others.</summary>
    public static HeadingPattern Exact(string heading) => new(heading, [Folding.Fold(heading)]);

    /// <summary>The heading of an item or an option: * stands for any text in the pattern, but not in what takes the places of {item} and {option}.</summary>
    public static HeadingPattern Of(string pattern, string item, string option)
    {
        string[] parts = [.. Folding.Fold(pattern).Split('*').Select(Filled)];
        return new(Filled(pattern), parts);

        string Filled(string part) => part.Replace("{item}", Folding.Fold(item), StringComparison.Ordinal).Replace("{option}", option, StringComparison.Ordinal);
    }

    /// <summary>As the study writes it.</summary>
    public string Text { get; }

    /// <summary>Whether it is the pattern of a folded heading.</summary>
    public bool Matches(string heading)
    {
        if (_parts.Length == 1)
            return heading == _parts[0];
        if (!heading.StartsWith(_parts[0], StringComparison.Ordinal) || heading.Length < _parts.Sum(part => part.Length))
            return false;
        int at = _parts[0].Length;
        foreach (string part in _parts.AsSpan(1, _parts.Length - 2))
        {
            int found = heading.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return heading.Length - at >= _parts[^1].Length && heading.EndsWith(_parts[^1], StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
