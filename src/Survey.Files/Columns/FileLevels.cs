using System.Text;

namespace Survey.Files.Columns;

/// <summary>The levels of a category of files: those known have the first codes, in their order, and others get codes as they are met, by whatever thread.</summary>
internal sealed class FileLevels
{
    private const int UsualMost = 50_000_000;

    private readonly string _column;
    private readonly MissingCodes _missing;
    private readonly TextCodes _texts = new();
    private readonly BlockList<int> _numbers = new(); // of the level's text among all texts, by its code
    private readonly int _most;
    private int _count;

    /// <param name="column">The name of the column.</param>
    /// <param name="missing">Its texts for "missing".</param>
    /// <param name="known">Levels in order.</param>
    /// <param name="most">How many there may be.</param>
    public FileLevels(string column, MissingCodes missing, IReadOnlyList<string> known, int most = UsualMost)
    {
        (_column, _missing, _most) = (column, missing, most);
        foreach (string level in known)
            Add(Encoding.UTF8.GetBytes(level), "");
    }

    /// <summary>How many levels there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The code and the form of a text; the code is <see cref="CategoryColumn.Missing"/> where the text means that.</summary>
    /// <param name="text">In UTF-8, as it stands in the file.</param>
    /// <param name="file">The name of the file.</param>
    public TextCodes.Coded Of(ReadOnlySpan<byte> text, string file) => _texts.TryFind(text, out TextCodes.Coded found) ? found : Add(text, file);

    /// <summary>The code of a text that was met before.</summary>
    public bool TryFind(ReadOnlySpan<byte> text, out int code)
    {
        bool isKnown = _texts.TryFind(text, out TextCodes.Coded found);
        code = found.Code;
        return isKnown;
    }

    /// <summary>The level of a code.</summary>
    public string Level(int code)
    {
        int number;
        lock (_numbers)
            number = _numbers[code];
        return Encoding.UTF8.GetString(_texts.BytesOf(number)); // which has a lock of its own, held while numbers are added
    }

    /// <summary>The levels met so far in their natural order, and for each code the place of its level.</summary>
    /// <param name="kept">How many of the first stay where they are.</param>
    public (string[] Levels, int[] PlaceOf) InOrder(int kept = 0)
    {
        string[] met = [.. Enumerable.Range(0, Count).Select(Level)];
        string[] levels = [.. met[..kept], .. LevelOrder.Sorted(met[kept..])];
        var placeOf = new Dictionary<string, int>(levels.Length, StringComparer.Ordinal);
        for (int place = 0; place < levels.Length; place++)
            placeOf.Add(levels[place], place);
        return (levels, [.. met.Select(level => placeOf[level])]);
    }

    private TextCodes.Coded Add(ReadOnlySpan<byte> text, string file)
    {
        string level = Encoding.UTF8.GetString(text);
        ReadOnlySpan<char> trimmed = Texts.Trimmed(level);
        bool isMissing = _missing.Match(trimmed);
        TextForm form = isMissing ? TextForm.None : TextForms.Of(trimmed);
        return _texts.FindOrAdd(text, () => new TextCodes.Coded(isMissing ? CategoryColumn.Missing : NextCode(file), form));
    }

    private int NextCode(string file)
    {
        if (_count == _most)
            throw new SurveyDataException($"{(file.Length > 0 ? file : "What is known of its levels")} brings the column '{Texts.Name(_column)}' to more than {Invariant.Count(_most)} different texts, and a category has at most so many; leave the column out, or read it as a number if it is one.");
        lock (_numbers)
            _numbers.Add(_texts.Count);
        Volatile.Write(ref _count, _count + 1);
        return _count - 1;
    }
}
