using System.Diagnostics;

namespace Survey.Cli;

/// <summary>Says on standard error which step of a report is being made, once the work has taken a while; a short one says nothing.</summary>
/// <param name="messages">Where it is said.</param>
internal sealed class ReportProgress(TextWriter messages)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Stopwatch _since = Stopwatch.StartNew();

    /// <param name="step">That begins.</param>
    public void Say(string step)
    {
        if (_since.Elapsed > Patience)
            messages.WriteLine($"survey: {step}.");
    }
}
