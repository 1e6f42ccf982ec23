using System.Runtime.ExceptionServices;

namespace Survey;

/// <summary>
/// One pass over chunks on several threads whose result does not depend on how many: a chunk is prepared by any thread and then added to its lane after all earlier chunks of that lane. The lanes take
/// 4 chunks in turn.
/// </summary>
internal static class OrderedPass
{
    /// <summary>Chunks that a lane takes in turn. A thread that takes them all finds the sums of the lane in its cache.</summary>
    internal const int InTurn = 4;

    /// <summary>Threads of a pass. Results are the same bits for any number.</summary>
    internal static int Threads { get; set; } = Environment.ProcessorCount;

    /// <param name="chunks">Read by one thread at a time, in order.</param>
    /// <param name="together">Whether a thread may hold all chunks of a turn at once; else it takes them one by one.</param>
    /// <param name="countLanes">L, a number that follows from the first 4 chunks and never from the threads; asked once they are added, if there are more.</param>
    /// <param name="makeWorker">What a thread keeps for itself: its buffers.</param>
    /// <param name="prepare">Fills a worker from a chunk; runs side by side.</param>
    /// <param name="add">Adds what a worker prepared to a lane; one call a lane at a time, in the order of the chunks.</param>
    public static void Run<TWorker>(IEnumerable<Chunk> chunks, bool together, Func<int> countLanes, Func<TWorker> makeWorker, Action<TWorker, Chunk> prepare, Action<int, TWorker> add)
        where TWorker : class, IDisposable
    {
        using IEnumerator<Chunk> source = chunks.GetEnumerator();
        var state = new State(source, together, countLanes);
        Task[] helpers = [.. Enumerable.Range(1, Math.Max(0, Threads - 1)).Select(_ => Task.Run(() => Work(state, makeWorker, prepare, add)))];
        Work(state, makeWorker, prepare, add);
        Task.WaitAll(helpers);
        state.Failure?.Throw();
    }

    private static void Work<TWorker>(State state, Func<TWorker> makeWorker, Action<TWorker, Chunk> prepare, Action<int, TWorker> add)
        where TWorker : class, IDisposable
    {
        var turn = new List<(int Number, Chunk Chunk)>(InTurn);
        int at = 0;
        TWorker? worker = null;
        try
        {
            for (; state.Next(turn); at = 0)
                for (; at < turn.Count; at++)
                {
                    prepare(worker ??= makeWorker(), turn[at].Chunk);
                    if (!state.WaitForTurn(turn[at].Number, out int lane))
                        return;
                    add(lane, worker);
                    state.Finish(lane);
                    turn[at].Chunk.Dispose();
                }
        }
        catch (Exception failure)
        {
            state.Fail(at < turn.Count ? turn[at].Number : state.Read, failure);
        }
        finally
        {
            worker?.Dispose();
        }
    }

    private sealed class State(IEnumerator<Chunk> source, bool together, Func<int> countLanes)
    {
        private readonly Lock _reading = new();
        private readonly object _turns = new();
        private int[] _done = [0];
        private bool _lanesAreKnown;
        private int _failedAt = int.MaxValue;

        /// <summary>Chunks read so far.</summary>
        public int Read { get; private set; }

        /// <summary>The failure of the earliest chunk that failed, so that errors do not depend on threads either.</summary>
        public ExceptionDispatchInfo? Failure { get; private set; }

        /// <summary>Takes the next chunks: one, or all that are left of a turn.</summary>
        public bool Next(List<(int Number, Chunk Chunk)> turn)
        {
            turn.Clear();
            lock (_reading)
            {
                do
                {
                    if (Volatile.Read(ref _failedAt) != int.MaxValue || !source.MoveNext())
                        break;
                    turn.Add((Read++, source.Current));
                }
                while (IsTogether && Read % InTurn != 0);
                return turn.Count > 0;
            }
        }

        // more threads than lanes share the chunks of a turn, or some would wait for all of it
        private bool IsTogether => together && Threads <= (Read < InTurn ? InTurn : Volatile.Read(ref _done).Length);

        public bool WaitForTurn(int number, out int lane)
        {
            lock (_turns)
            {
                while (_failedAt > number && !IsTurnOf(number))
                    Monitor.Wait(_turns);
                lane = LaneOf(number);
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

        private int LaneOf(int number) => number / InTurn % _done.Length;

        /// <summary>Whether all earlier chunks of its lane are added.</summary>
        private bool IsTurnOf(int number)
        {
            if (number >= InTurn && !_lanesAreKnown)
            {
                if (_done[0] < InTurn)
                    return false;
                int[] done = new int[countLanes()];
                done[0] = InTurn;
                Volatile.Write(ref _done, done);
                _lanesAreKnown = true;
            }
            return _done[LaneOf(number)] == number / InTurn / _done.Length * InTurn + number % InTurn;
        }
    }
}
