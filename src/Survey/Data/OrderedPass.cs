using System.Runtime.ExceptionServices;

namespace Survey;

/// <summary>
/// One pass over chunks on several threads whose result does not depend on how many: a chunk is prepared by any thread and then added to its lane after all earlier chunks of that lane. Lane 0 takes the
/// first 16 chunks; from then on chunk k goes to lane k mod L.
/// </summary>
internal static class OrderedPass
{
    /// <summary>Chunks that lane 0 takes before lanes may be several; a multiple of the most that there may be.</summary>
    internal const int FirstOfLanes = 16;

    /// <summary>Threads of a pass. Results are the same bits for any number.</summary>
    internal static int Threads { get; set; } = Environment.ProcessorCount;

    /// <param name="chunks">Read by one thread at a time, in order.</param>
    /// <param name="countLanes">L, a number that follows from the first 16 chunks and never from the threads; asked once they are added, if there are more.</param>
    /// <param name="makeWorker">What a thread keeps for itself: its buffers.</param>
    /// <param name="prepare">Fills a worker from a chunk; runs side by side.</param>
    /// <param name="add">Adds what a worker prepared to a lane; one call a lane at a time, in the order of the chunks.</param>
    public static void Run<TWorker>(IEnumerable<Chunk> chunks, Func<int> countLanes, Func<TWorker> makeWorker, Action<TWorker, Chunk> prepare, Action<int, TWorker> add)
        where TWorker : class, IDisposable
    {
        using IEnumerator<Chunk> source = chunks.GetEnumerator();
        var state = new State(source, countLanes);
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
                if (!state.WaitForTurn(number, out int lane))
                    return;
                add(lane, worker);
                state.Finish(lane);
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

    private sealed class State(IEnumerator<Chunk> source, Func<int> countLanes)
    {
        private readonly Lock _reading = new();
        private readonly object _turns = new();
        private int[] _done = [0];
        private bool _lanesAreKnown;
        private int _read;
        private int _failedAt = int.MaxValue;

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

        public bool WaitForTurn(int number, out int lane)
        {
            lock (_turns)
            {
                while (_failedAt > number && !IsTurnOf(number))
                    Monitor.Wait(_turns);
                lane = number < FirstOfLanes ? 0 : number % _done.Length;
                return _failedAt > number;
            }
        }

        public void Finish(int lane)
        {
            lock (_turns)
            {
                _done[lane]++;
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

        /// <summary>Whether all earlier chunks of its lane are added.</summary>
        private bool IsTurnOf(int number)
        {
            if (number < FirstOfLanes)
                return _done[0] == number;
            if (!_lanesAreKnown)
            {
                if (_done[0] < FirstOfLanes)
                    return false;
                _done = new int[countLanes()];
                Array.Fill(_done, FirstOfLanes / _done.Length);
                _lanesAreKnown = true;
            }
            return _done[number % _done.Length] == number / _done.Length;
        }
    }
}
