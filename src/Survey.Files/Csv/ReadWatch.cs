using System.Diagnostics;

namespace Survey.Files.Csv;

/// <summary>Tells how far a pass over files has come, now and then, and ends it when it is cancelled.</summary>
internal sealed class ReadWatch(IProgress<ReadProgress>? progress, long bytesInAll, CancellationToken cancellation)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    private long _reported = Stopwatch.GetTimestamp();

    /// <summary>Looked at before each block.</summary>
    /// <exception cref="OperationCanceledException">The pass was cancelled.</exception>
    public void Look(long bytes, long rows)
    {
        cancellation.ThrowIfCancellationRequested();
        if (progress is null || (Stopwatch.GetElapsedTime(_reported) < BetweenReports && bytes < bytesInAll))
            return;
        _reported = Stopwatch.GetTimestamp();
        progress.Report(new ReadProgress(bytes, bytesInAll, rows));
    }
}
