using System.Runtime.ExceptionServices;

namespace Survey.Files.Csv;

/// <summary>A pass over the rows of files on several threads: blocks are read one after another and worked on as threads are free. Of errors the first in the order of the rows is thrown.</summary>
internal sealed class BlockPass : IDisposable
{
    private readonly IReadOnlyList<CsvFile> _files;
    private readonly ReadPace _pace;
    private readonly Action<CsvBlock, int, long> _work;
    private readonly Lock _reading = new();
    private BlockReader? _reader;
    private int _file = -1, _blocks, _errorAt = int.MaxValue;
    private long _rows, _rowsBefore;
    private Exception? _error;

    private BlockPass(IReadOnlyList<CsvFile> files, ReadPace pace, Action<CsvBlock, int, long> work) => (_files, _pace, _work) = (files, pace, work);

    /// <summary>Works on all rows.</summary>
    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="pace">How they are read.</param>
    /// <param name="work">Given a block, the number of its file, and that of its first row among the rows of all files, from 0.</param>
    /// <returns>How many rows there are.</returns>
    public static long Run(IReadOnlyList<CsvFile> files, ReadPace pace, Action<CsvBlock, int, long> work)
    {
        using var pass = new BlockPass(files, pace, work);
        if (pace.Threads > 1)
            Parallel.For(0, pace.Threads, new ParallelOptions { MaxDegreeOfParallelism = pace.Threads }, _ => pass.Work());
        else
            pass.Work();
        if (pass._error is not null)
            ExceptionDispatchInfo.Throw(pass._error);
        return pass._rows;
    }

    public void Dispose() => _reader?.Dispose();

    private void Work()
    {
        while (true)
        {
            CsvBlock? block;
            int number, file;
            long row;
            lock (_reading)
            {
                (number, row) = (_blocks++, _rows);
                block = _error is null ? Guarded(number, Next) : null;
                file = _file;
                _rows += block?.Rows ?? 0;
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

    /// <summary>The next block; null behind the last of the last file.</summary>
    private CsvBlock? Next()
    {
        while (true)
        {
            if (_reader is not null && InputFile.Attempt(_files[_file].File, () => _reader.Next(Chunk.Size)) is { } block)
                return block;
            if (_reader is not null && _rows == _rowsBefore)
                throw CsvRows.None(_files[_file].File);
            if (_rows > Array.MaxLength)
                throw new SurveyDataException($"{_files[_file].File} brings the table to {Invariant.Count(_rows)} rows, and a table has at most {Invariant.Count(Array.MaxLength)}; read fewer files at once.");
            _reader?.Dispose();
            _reader = null;
            if (_file + 1 == _files.Count)
                return null;
            _file++;
            _rowsBefore = _rows;
            _reader = InputFile.Attempt(_files[_file].File, () => _files[_file].OpenRows(_pace.Block));
        }
    }

    private T? Guarded<T>(int number, Func<T?> action)
        where T : class
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
