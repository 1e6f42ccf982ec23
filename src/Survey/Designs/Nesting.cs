namespace Survey;

/// <summary>Units nested in parents: each (parent, key) pair that occurs, numbered by parent and then by key.</summary>
/// <param name="OfRow">The unit of each row.</param>
/// <param name="ParentOf">The parent of each unit.</param>
/// <param name="KeyOf">The key of each unit within its parent.</param>
internal sealed record Nesting(int[] OfRow, int[] ParentOf, int[] KeyOf)
{
    // pairs below this many are numbered through a table instead of a hash
    private const long TableSize = 1 << 24;

    public int Count => ParentOf.Length;

    /// <param name="parents">The parent of each row, or null where there is one parent.</param>
    /// <param name="parentCount">Number of parents.</param>
    /// <param name="keys">The key of each row.</param>
    /// <param name="keyCount">Number of keys.</param>
    public static Nesting Of(int[]? parents, int parentCount, int[] keys, int keyCount)
    {
        long pairs = (long)parentCount * keyCount;
        return pairs <= TableSize ? ByTable(parents, keys, keyCount, (int)pairs) : ByHash(parents, keys, keyCount);
    }

    private static Nesting ByTable(int[]? parents, int[] keys, int keyCount, int pairs)
    {
        int[] pairOf = parents is null ? keys : new int[keys.Length];
        if (parents is not null)
            for (int row = 0; row < pairOf.Length; row++)
                pairOf[row] = parents[row] * keyCount + keys[row];
        bool[] occurs = new bool[pairs];
        foreach (int pair in pairOf)
            occurs[pair] = true;
        int[] unitOf = new int[pairs];
        var met = new List<long>();
        for (int pair = 0; pair < pairs; pair++)
            if (occurs[pair])
            {
                unitOf[pair] = met.Count;
                met.Add(pair);
            }
        // where all pairs occur a unit has the number of its pair
        return Numbered(met.Count == pairs ? pairOf : Array.ConvertAll(pairOf, pair => unitOf[pair]), met, keyCount);
    }

    private static Nesting ByHash(int[]? parents, int[] keys, int keyCount)
    {
        long[] pairs = new long[keys.Length];
        for (int row = 0; row < pairs.Length; row++)
            pairs[row] = (parents is null ? 0L : parents[row]) * keyCount + keys[row];
        long[] met = [.. new HashSet<long>(pairs).Order()];
        var unitOf = new Dictionary<long, int>(met.Length);
        foreach (long pair in met)
            unitOf.Add(pair, unitOf.Count);
        return Numbered(Array.ConvertAll(pairs, pair => unitOf[pair]), met, keyCount);
    }

    private static Nesting Numbered(int[] ofRow, IReadOnlyList<long> pairs, int keyCount) =>
        new(ofRow, [.. pairs.Select(pair => (int)(pair / keyCount))], [.. pairs.Select(pair => (int)(pair % keyCount))]);
}
