using System.Diagnostics;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>Says on standard error how far a long simulation has come, every few seconds, so that a short one says nothing.</summary>
/// <param name="messages">Where it is said.</param>
internal sealed class ProgressLines(TextWriter messages) : IProgress<SimulationProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly Lock _one = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public void Report(SimulationProgress value)
    {
        lock (_one)
        {
            if (_since.Elapsed < Pause)
                return;
            messages.WriteLine($"survey: {Figures.Count(value.Villages)} of {Figures.Count(value.AllVillages)} villages are done.");
            _since.Restart();
        }
    }
}
