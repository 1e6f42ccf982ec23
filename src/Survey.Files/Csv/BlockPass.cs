using System.Runtime.ExceptionServices;

namespace Survey.Files.Csv;

/// <summary>A pass over the rows of files on several threads: blocks are read one after another and worked on as threads are free. Of errors the first in the order of the rows is thrown.</summary>
internal sealed class BlockPass
{
    private readonly BlockSequence _blocks;
    private readonly long _most;
    private readonly Action<CsvBlock, int, long> _work;
    private readonly Lock _reading = new();
    private int _count, _errorAt = int.MaxValue;
    private Exception? _error;

    private BlockPass(BlockSequence blocks, long most, Action<CsvBlock, int, long> work) => (_blocks, _most, _work) = (blocks, most, work);

    /// <summary>Works on rows.</summary>
    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="pace">How they are read.</param>
    /// <param name="work">Given a block, the number of its file, and that of its first row among the rows of all files, from 0.</param>
    /// <param name="most">How many rows, of the first.</param>
    /// <param name="watch">Looks on.</param>
    /// <returns>How many rows there are.</returns>
    public static long Run(IReadOnlyList<CsvFile> files, ReadPace pace, Action<CsvBlock, int, long> work, long most = long.MaxValue, ReadWatch? watch = null)
    {
        using var blocks = new BlockSequence(files, pace, watch);
        var pass = new BlockPass(blocks, most, work);
        if (pace.Threads > 1)
            Parallel.For(0, pace.Threads, new ParallelOptions { MaxDegreeOfParallelism = pace.Threads }, _ => pass.Work());
        else
            pass.Work();
        if (pass._error is not null)
            ExceptionDispatchInfo.Throw(pass._error);
        return blocks.Rows;
    }

    private void Work()
    {
        while (true)
        {
            CsvBlock? block;
            int number, file;
            long row;
            lock (_reading)
            {
                (number, row) = (_count++, _blocks.Rows);
                block = _error is null && row < _most ? Guarded(number, () => _blocks.Next((int)Math.Min(Chunk.Size, _most - row))) : null;
                file = _blocks.File;
            }
            if (block is null)
                return;
            using (block)
                Guarded(number, () => InputFile.Attempt(block.Form.File, () => Worked(block, file, row)));
        }
    }

    private CsvBlock Worked(CsvBlock block, int file, long row)
    {
        _work(block, file, row);
        return block;
    }

    private CsvBlock? Guarded(int number, Func<CsvBlock?> action)
    {
        try
        {
            return action();
        }
        catch (Exception error)
        {
            lock (_reading)
                if (number < _errorAt)
                    (_error, _errorAt) = (error, number);
            return null;
        }
    }
}
