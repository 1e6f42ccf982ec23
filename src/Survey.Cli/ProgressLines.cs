using System.Diagnostics;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>Says on standard error how far a long simulation has come, every few seconds, so that a short one says nothing.</summary>
/// <param name="messages">Where it is said.</param>
/// <param name="pause">Between two lines, and before the first.</param>
internal sealed class ProgressLines(TextWriter messages, TimeSpan pause) : IProgress<SimulationProgress>
{
    private readonly Lock _one = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public void Report(SimulationProgress value)
    {
        lock (_one)
        {
            if (_since.Elapsed < pause)
                return;
            messages.WriteLine($"survey: {Figures.Count(value.Villages)} of {Figures.Count(value.AllVillages)} villages are done.");
            _since.Restart();
        }
    }
}
