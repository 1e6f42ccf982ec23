namespace Survey;

/// <summary>Work that falls into parts of which none needs another: several threads share it, and whoever does a part, it is the same.</summary>
internal static class SideBySide
{
    // steps that take some ten times as long as a thread takes to begin
    private const long WorthAThread = 1_000_000;

    /// <param name="parts">How many there are.</param>
    /// <param name="steps">Of some nanoseconds that a part takes, about.</param>
    /// <param name="work">Does a part, given its number. It fails for no part.</param>
    public static void Do(int parts, long steps, Action<int> work)
    {
        if (parts * steps < WorthAThread || OrderedPass.Threads == 1)
            for (int part = 0; part < parts; part++)
                work(part);
        else
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = OrderedPass.Threads }, work);
    }
}
