using System.Diagnostics;

namespace Survey.Benchmarks.Comparison;

/// <summary>Times a task in this process: the median of several runs after some that only warm up.</summary>
internal static class Timing
{
    private const int FewestRuns = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1), Measured = TimeSpan.FromSeconds(2);

    /// <summary>Seconds a run.</summary>
    public static double Seconds(Func<object?> task)
    {
        // what is called often is compiled for speed after some dozen calls
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < WarmUp;)
            task();
        var runs = new List<double>();
        for (var all = Stopwatch.StartNew(); all.Elapsed < Measured || runs.Count < FewestRuns;)
            runs.Add(Once(task));
        return Median(runs);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Once(Func<object?> task)
    {
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(task());
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
