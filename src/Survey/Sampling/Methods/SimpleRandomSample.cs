namespace Survey;

/// <summary>Every set of n units with the same chance.</summary>
internal static class SimpleRandomSample
{
    /// <summary>Floyd's algorithm: memory and time for the units drawn, not for the list (Bentley and Floyd 1987, Communications of the ACM 30(9)).</summary>
    public static int[] Draw(int units, int count, RandomStream random)
    {
        var drawn = new HashSet<int>(count);
        for (int last = units - count; last < units; last++)
            if (!drawn.Add((int)random.Below(last + 1L)))
                drawn.Add(last);
        int[] sorted = [.. drawn];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>n (n - 1) / (N (N - 1)).</summary>
    public static double Joint(int units, int count) => units < 2 ? 0 : (double)count / units * ((count - 1.0) / (units - 1));
}
