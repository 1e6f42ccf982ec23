namespace Survey.Engines;

/// <summary>Ends work that takes too long, or that somebody gave up.</summary>
internal static class Deadline
{
    /// <summary>How long work that was told to end is waited for: a server that hangs does not hear of it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Does work on another thread, which is left to itself if it does not end when it is told to.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked gave up.</exception>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public static T Run<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken token = source.Token;
        source.CancelAfter(timeout);
        Task<T> task = Task.Run(() => work(token), CancellationToken.None);
        try
        {
            return task.WaitAsync(timeout, cancellation).GetAwaiter().GetResult(); // not on the source: a provider's own way to end may hold up what else waits for that
        }
        catch (Exception) when (!task.IsCompleted || token.IsCancellationRequested)
        {
            Abandon(task);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException();
        }
    }

    private static void Abandon(Task task)
    {
        task.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // seen, so that nobody reports it
        Task.WaitAny([task], Grace); // so that its connection is given back before the next statement
    }
}
