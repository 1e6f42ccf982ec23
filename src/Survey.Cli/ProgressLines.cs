using System.Diagnostics;
using Survey.Monitoring;
using Survey.Monitoring.Simulating;

namespace Survey.Cli;

/// <summary>Says on standard error how far a long simulation has come, every few seconds, so that a short one says nothing.</summary>
/// <param name="messages">Where it is said.</param>
/// <param name="pause">Between two lines, and before the first.</param>
internal sealed class ProgressLines(TextWriter messages, TimeSpan pause) : IProgress<SimulationProgress>, IProgress<HouseholdProgress>
{
    private readonly Lock _one = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public void Report(SimulationProgress value) => Say(value.Villages, value.AllVillages, "villages are done");

    public void Report(HouseholdProgress value) => Say(value.Written, value.All, "households are written");

    private void Say(long done, long all, string what)
    {
        lock (_one)
        {
            if (_since.Elapsed < pause)
                return;
            messages.WriteLine($"survey: {Figures.Count(done)} of {Figures.Count(all)} {what}.");
            _since.Restart();
        }
    }
}
