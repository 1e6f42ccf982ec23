using System.Runtime.ExceptionServices;
using System.Text;
using Survey.Files;

namespace Survey.Monitoring.Simulating;

/// <summary>Writes a file of households of any size in the memory of a few blocks. The same nation gives the same bytes for any number of threads.</summary>
internal sealed class HouseholdFile
{
    private readonly HouseholdNation _nation;
    private readonly HouseholdBlocks _blocks;
    private readonly Stream _stream;
    private readonly IProgress<HouseholdProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly object _turn = new(); // its threads wait for each other, which a Lock does not offer
    private long _next = -1, _written;
    private ExceptionDispatchInfo? _failure;

    private HouseholdFile(HouseholdNation nation, Stream stream, IProgress<HouseholdProgress>? progress, CancellationToken cancellation)
    {
        _nation = nation;
        _blocks = new HouseholdBlocks(nation);
        (_stream, _progress, _cancellation) = (stream, progress, cancellation);
    }

    /// <summary>Writes a CSV file; it appears whole or not at all.</summary>
    /// <param name="nation">Whose households they are.</param>
    /// <param name="file">One of that name is replaced.</param>
    /// <param name="threads">How many blocks are made at once.</param>
    /// <param name="progress">Told after each block, by one thread at a time.</param>
    /// <param name="cancellation">Stops the work and leaves an earlier file as it was.</param>
    /// <exception cref="SurveyDataException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Write(HouseholdNation nation, string file, int threads, IProgress<HouseholdProgress>? progress = null, CancellationToken cancellation = default)
    {
        nation.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        OutputFile.Write(file, stream => new HouseholdFile(nation, stream, progress, cancellation).Write(threads));
    }

    private void Write(int threads)
    {
        _stream.Write(Encoding.ASCII.GetBytes(HouseholdBlocks.Heading));
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => WriteBlocks());
        _failure?.Throw();
    }

    // the earliest block that is not written yet is always in the hands of a thread that runs, so that waiting for it ends
    private void WriteBlocks()
    {
        byte[] bytes = new byte[HouseholdBlocks.MostBytes];
        while (Interlocked.Increment(ref _next) is var block && block < _blocks.Count)
        {
            int length = _blocks.Write(block, bytes);
            if (!WriteInTurn(block, bytes.AsSpan(0, length)))
                return;
        }
    }

    private bool WriteInTurn(long block, ReadOnlySpan<byte> bytes)
    {
        lock (_turn)
        {
            while (_written < block && _failure is null)
                Monitor.Wait(_turn);
            if (_failure is not null)
                return false;
            try
            {
                _cancellation.ThrowIfCancellationRequested();
                _stream.Write(bytes);
                _progress?.Report(new HouseholdProgress(_blocks.End(block), _nation.Households));
            }
            catch (Exception failure)
            {
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
            _written = block + 1;
            Monitor.PulseAll(_turn);
            return _failure is null;
        }
    }
}
