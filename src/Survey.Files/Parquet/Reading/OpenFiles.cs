using Microsoft.Win32.SafeHandles;

namespace Survey.Files.Parquet.Reading;

/// <summary>The files of one pass, each opened when a column of it is first read.</summary>
internal sealed class OpenFiles : IDisposable
{
    private readonly Dictionary<ParquetFile, SafeFileHandle> _handles = [];

    public SafeFileHandle this[ParquetFile file]
    {
        get
        {
            lock (_handles)
                return _handles.TryGetValue(file, out SafeFileHandle? handle) ? handle : _handles[file] = file.OpenHandle();
        }
    }

    public void Dispose()
    {
        foreach (SafeFileHandle handle in _handles.Values)
            handle.Dispose();
    }
}
