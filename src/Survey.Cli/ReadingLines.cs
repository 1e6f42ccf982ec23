using System.Diagnostics;
using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>Says on standard error how far the reading of large files has come, every few seconds, so that a short one says nothing.</summary>
/// <param name="messages">Where it is said.</param>
/// <param name="pause">Between two lines, and before the first.</param>
internal sealed class ReadingLines(TextWriter messages, TimeSpan pause) : IProgress<ReadProgress>
{
    private readonly Lock _one = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public void Report(ReadProgress value)
    {
        lock (_one)
        {
            if (_since.Elapsed < pause)
                return;
            messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"survey: {value.Rows:N0} rows are read, {100.0 * value.Bytes / value.AllBytes:F0} % of {value.AllBytes / 1e6:N0} MB."));
            _since.Restart();
        }
    }
}
