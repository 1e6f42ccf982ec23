using Microsoft.Win32.SafeHandles;

namespace Survey.Files.Parquet.Reading;

/// <summary>The files of one pass: each is open while a column of it is read, as a folder may have more than a process may open.</summary>
internal sealed class OpenFiles : IDisposable
{
    private readonly Dictionary<ParquetFile, (SafeFileHandle Handle, int Readers)> _open = [];

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (_open)
                return _open.Count;
        }
    }

    /// <summary>Opens a file for one more reader.</summary>
    public SafeFileHandle Open(ParquetFile file)
    {
        lock (_open)
        {
            (SafeFileHandle handle, int readers) = _open.TryGetValue(file, out var known) ? known : (file.OpenHandle(), 0);
            _open[file] = (handle, readers + 1);
            return handle;
        }
    }

    /// <summary>A reader of a file has ended.</summary>
    public void Close(ParquetFile file)
    {
        lock (_open)
        {
            if (!_open.TryGetValue(file, out var known))
                return;
            _open[file] = known with { Readers = known.Readers - 1 };
            if (known.Readers == 1 && _open.Remove(file))
                known.Handle.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_open)
        {
            foreach ((SafeFileHandle handle, _) in _open.Values)
                handle.Dispose();
            _open.Clear();
        }
    }
}
