using System.Buffers;
using Microsoft.Win32.SafeHandles;
using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Reading;

/// <summary>A part of a file in memory, which moves on. It grows with what is asked for, never beyond what the file has.</summary>
/// <param name="file">The name as the user gave it.</param>
/// <param name="handle">Of the file.</param>
internal sealed class FileWindow(string file, SafeFileHandle handle) : IDisposable
{
    // read beyond what is asked for: small pages are read several at a time, and a page with the header of the next
    private const int Ahead = 1 << 16;

    private byte[] _bytes = [];
    private long _start;
    private int _length;

    /// <summary>Some bytes; they stay until more are asked for.</summary>
    /// <param name="at">Where in the file.</param>
    /// <param name="length">How many; the file has them.</param>
    /// <param name="end">Nothing is read from there on.</param>
    public PageBytes Get(long at, int length, long end)
    {
        if (at < _start || at + length > _start + _length)
            Move(at, length, end);
        int from = (int)(at - _start);
        return new PageBytes(_bytes, from, from + length);
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    private void Move(long at, int length, long end)
    {
        int wanted = (int)Math.Min(end - at, (long)length + Ahead);
        if (_bytes.Length < wanted + PageBytes.Slack)
        {
            Dispose();
            _bytes = ArrayPool<byte>.Shared.Rent(wanted + PageBytes.Slack);
        }
        (_start, _length) = (at, 0);
        while (_length < wanted)
        {
            int read = RandomAccess.Read(handle, _bytes.AsSpan(_length, wanted - _length), at + _length);
            if (read == 0)
                throw InputFile.Changed(file);
            _length += read;
        }
    }
}
