using System.Diagnostics;
using Survey.Files;
using Survey.Monitoring;
using Survey.Monitoring.Simulating;

namespace Survey.Cli;

/// <summary>Says on standard error how far a long work has come, every few seconds, so that a short one says nothing.</summary>
/// <param name="messages">Where it is said.</param>
/// <param name="pause">Between two lines, and before the first.</param>
internal sealed class ProgressLines(TextWriter messages, TimeSpan pause) : IProgress<SimulationProgress>, IProgress<HouseholdProgress>, IProgress<ReadProgress>
{
    private readonly Lock _one = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public void Report(SimulationProgress value) => Say($"{Figures.Count(value.Villages)} of {Figures.Count(value.AllVillages)} villages are done");

    public void Report(HouseholdProgress value) => Say($"{Figures.Count(value.Written)} of {Figures.Count(value.All)} households are written");

    public void Report(ReadProgress value) => Say($"{Figures.Count(value.Rows)} rows are read, {Share(value)}");

    /// <summary>How much of the files is read.</summary>
    public static string Share(ReadProgress value) => $"{Figures.Count(100 * value.Bytes / Math.Max(1, value.AllBytes))} % of {Figures.Count(value.AllBytes / 1_000_000)} MB";

    /// <summary>Says something, where the last line is long enough ago.</summary>
    public void Say(string what)
    {
        lock (_one)
        {
            if (_since.Elapsed < pause)
                return;
            messages.WriteLine($"survey: {what}.");
            _since.Restart();
        }
    }
}
