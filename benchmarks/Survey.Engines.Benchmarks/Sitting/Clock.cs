using System.Diagnostics;

namespace Survey.Engines.Benchmarks;

/// <summary>What a task took: seconds of a clock, and seconds of processors, here and in the servers, which hardly depend on what else the machine does.</summary>
internal readonly record struct Taken(double Seconds, double Processors);

/// <summary>Times tasks in turn, so that what else the machine does meets all of them alike.</summary>
internal static class Clock
{
    /// <summary>The medians of each task.</summary>
    /// <param name="runs">How often each is timed.</param>
    /// <param name="warmUps">How often each is run before that.</param>
    /// <param name="tasks">To be timed.</param>
    public static Taken[] Medians(int runs, int warmUps, params IReadOnlyList<Action> tasks)
    {
        List<Taken>[] times = [.. tasks.Select(_ => new List<Taken>())];
        for (int run = -warmUps; run < runs; run++)
            for (int k = 0; k < tasks.Count; k++)
            {
                Taken taken = Time(tasks[k]);
                if (run >= 0)
                    times[k].Add(taken);
            }
        return [.. times.Select(own => new Taken(Median(own.Select(taken => taken.Seconds)), Median(own.Select(taken => taken.Processors))))];
    }

    public static Taken Time(Action task)
    {
        double before = Processors.Seconds();
        long start = Stopwatch.GetTimestamp();
        task();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(seconds, Processors.Seconds() - before);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
