namespace Survey;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>A suggestion for messages: "; did you mean 'sex'?", or what stands otherwise when no candidate is near.</summary>
    public static string Hint(string text, IEnumerable<string> candidates, string otherwise = "") => Of(text, candidates) is { } near ? $"; did you mean '{near}'?" : otherwise;

    // nobody mistypes a whole paragraph, and the edits of two long texts take the product of their lengths
    private const int Longest = 200;

    /// <summary>The candidate with the fewest edits, if they are at most a third of its length (at least one is allowed) and leave something of it.</summary>
    public static string? Of(string text, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int allowed = Math.Min(Math.Max(1, candidate.Length / 3), Math.Max(text.Length, candidate.Length) - 1);
            if (Math.Abs(text.Length - candidate.Length) > allowed || candidate.Length > Longest)
                continue;
            int edits = string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase) ? 0 : Edits(text, candidate);
            if (edits < fewest && edits <= allowed)
                (nearest, fewest) = (candidate, edits);
        }
        return nearest;
    }

    /// <summary>Insertions, deletions, changes and swaps of neighbours that turn one text into the other (optimal string alignment).</summary>
    private static int Edits(string a, string b)
    {
        int[,] edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            edits[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            edits[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
            {
                int change = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                int best = Math.Min(Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1, edits[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, edits[i - 2, j - 2] + 1);
                edits[i, j] = best;
            }
        return edits[a.Length, b.Length];
    }
}
