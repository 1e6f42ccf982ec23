using System.Diagnostics;

namespace Survey.Engines.Benchmarks;

/// <summary>Times tasks in turn, so that what else the machine does meets all of them alike.</summary>
internal static class Clock
{
    /// <summary>The median seconds of each task, after one run of each that warms up.</summary>
    public static double[] Medians(int runs, params IReadOnlyList<Action> tasks)
    {
        foreach (Action task in tasks)
            task();
        List<double>[] times = [.. tasks.Select(_ => new List<double>())];
        for (int run = 0; run < runs; run++)
            for (int k = 0; k < tasks.Count; k++)
                times[k].Add(Seconds(tasks[k]));
        return [.. times.Select(Median)];
    }

    public static double Seconds(Action task)
    {
        long start = Stopwatch.GetTimestamp();
        task();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
