using System.Runtime.ExceptionServices;

namespace Survey.Files;

/// <summary>Parts of a work that may fail, done by several threads: of several failures that of the first part is told, whoever met it.</summary>
internal static class Together
{
    /// <param name="parts">How many there are.</param>
    /// <param name="work">Does a part, given the number of the thread, below <see cref="OrderedPass.Threads"/>, and that of the part.</param>
    public static void Do(int parts, Action<int, int> work)
    {
        int threads = Math.Min(OrderedPass.Threads, parts), next = -1, end = parts;
        var failures = new ExceptionDispatchInfo?[parts];
        if (threads <= 1)
            Take(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, Take);
        Array.Find(failures, failure => failure is not null)?.Throw();

        void Take(int thread)
        {
            while (Interlocked.Increment(ref next) is var part && part < Volatile.Read(ref end))
                try
                {
                    work(thread, part);
                }
                catch (Exception failure)
                {
                    failures[part] = ExceptionDispatchInfo.Capture(failure);
                    Volatile.Write(ref end, part); // parts before it were taken before it, and are done
                }
        }
    }
}
