using System.Text;

namespace Survey;

/// <summary>The order of levels that nobody has ordered: runs of digits as numbers ("9" before "10"), all else by code point.</summary>
internal sealed class LevelOrder : IComparer<string>
{
    public static readonly LevelOrder Natural = new();

    /// <summary>Sorts levels in place. Digits of one length, as codes are, stand in the same order by code point, which is found sooner.</summary>
    public static string[] Sorted(string[] levels)
    {
        bool areCodes = levels.Length > 0 && Array.TrueForAll(levels, level => level.Length == levels[0].Length && !level.AsSpan().ContainsAnyExceptInRange('0', '9'));
        Array.Sort(levels, areCodes ? StringComparer.Ordinal : Natural);
        return levels;
    }

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) ? CompareRuns(ref a, ref b) : CompareRunes(ref a, ref b);
            if (order != 0)
                return order;
        }
        int rest = a.Length.CompareTo(b.Length);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static int CompareRunes(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        Rune.DecodeFromUtf16(a, out Rune runeA, out int lengthA);
        Rune.DecodeFromUtf16(b, out Rune runeB, out int lengthB);
        a = a[lengthA..];
        b = b[lengthB..];
        return runeA.CompareTo(runeB);
    }

    private static int CompareRuns(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        ReadOnlySpan<char> runA = TakeRun(ref a), runB = TakeRun(ref b);
        return runA.Length != runB.Length ? runA.Length.CompareTo(runB.Length) : runA.SequenceCompareTo(runB);
    }

    private static ReadOnlySpan<char> TakeRun(ref ReadOnlySpan<char> text)
    {
        int length = text.IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            length = text.Length;
        ReadOnlySpan<char> run = text[..length].TrimStart('0');
        text = text[length..];
        return run;
    }
}
