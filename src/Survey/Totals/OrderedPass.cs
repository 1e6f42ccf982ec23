using System.Runtime.ExceptionServices;

namespace Survey;

/// <summary>One pass over chunks on several threads whose result does not depend on how many: chunk k is prepared by any thread and then added to lane k mod L after all earlier chunks of that lane.</summary>
internal static class OrderedPass
{
    /// <summary>Threads of a pass. Results are the same bits for any number.</summary>
    internal static int Threads { get; set; } = Environment.ProcessorCount;

    /// <param name="chunks">Read by one thread at a time, in order.</param>
    /// <param name="lanes">L, a number that follows from the data and never from the threads.</param>
    /// <param name="makeWorker">What a thread keeps for itself: its buffers.</param>
    /// <param name="prepare">Fills a worker from a chunk; runs side by side.</param>
    /// <param name="add">Adds what a worker prepared to a lane; one call a lane at a time, in the order of the chunks.</param>
    public static void Run<TWorker>(IEnumerable<Chunk> chunks, int lanes, Func<TWorker> makeWorker, Action<TWorker, Chunk> prepare, Action<int, TWorker> add)
        where TWorker : class, IDisposable
    {
        using IEnumerator<Chunk> source = chunks.GetEnumerator();
        var state = new State(source, lanes);
        Task[] helpers = [.. Enumerable.Range(1, Math.Max(0, Threads - 1)).Select(_ => Task.Run(() => Work(state, makeWorker, prepare, add)))];
        Work(state, makeWorker, prepare, add);
        Task.WaitAll(helpers);
        state.Failure?.Throw();
    }

    private static void Work<TWorker>(State state, Func<TWorker> makeWorker, Action<TWorker, Chunk> prepare, Action<int, TWorker> add)
        where TWorker : class, IDisposable
    {
        int number = -1;
        TWorker? worker = null;
        try
        {
            while (state.Next(out Chunk? chunk, out number))
            {
                prepare(worker ??= makeWorker(), chunk!);
                if (!state.WaitForTurn(number))
                    return;
                add(number % state.Lanes, worker);
                state.Finish(number);
                chunk!.Dispose();
            }
        }
        catch (Exception failure)
        {
            state.Fail(number, failure);
        }
        finally
        {
            worker?.Dispose();
        }
    }

    private sealed class State(IEnumerator<Chunk> source, int lanes)
    {
        private readonly Lock _reading = new();
        private readonly object _turns = new();
        private readonly int[] _done = new int[lanes];
        private int _read;
        private int _failedAt = int.MaxValue;

        public int Lanes => lanes;

        /// <summary>The failure of the earliest chunk that failed, so that errors do not depend on threads either.</summary>
        public ExceptionDispatchInfo? Failure { get; private set; }

        public bool Next(out Chunk? chunk, out int number)
        {
            lock (_reading)
            {
                number = _read;
                bool any = Volatile.Read(ref _failedAt) == int.MaxValue && source.MoveNext();
                chunk = any ? source.Current : null;
                if (any)
                    _read++;
                return any;
            }
        }

        public bool WaitForTurn(int number)
        {
            lock (_turns)
            {
                while (_done[number % lanes] != number / lanes && _failedAt > number)
                    Monitor.Wait(_turns);
                return _failedAt > number;
            }
        }

        public void Finish(int number)
        {
            lock (_turns)
            {
                _done[number % lanes]++;
                Monitor.PulseAll(_turns);
            }
        }

        public void Fail(int number, Exception failure)
        {
            lock (_turns)
            {
                if (number < _failedAt)
                {
                    _failedAt = number;
                    Failure = ExceptionDispatchInfo.Capture(failure);
                }
                Monitor.PulseAll(_turns);
            }
        }
    }
}
