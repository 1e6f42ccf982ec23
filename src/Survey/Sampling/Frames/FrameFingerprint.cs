using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Survey;

/// <summary>SHA-256 of the fields that a draw depends on, in the order of the rows: the same for a frame whatever kind of file it stands in.</summary>
internal sealed class FrameFingerprint : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly char[] _buffer = new char[1 << 12];
    private int _length;

    public void Add(ReadOnlySpan<char> field)
    {
        while (field.Length >= _buffer.Length - _length)
        {
            int fits = _buffer.Length - _length;
            field[..fits].CopyTo(_buffer.AsSpan(_length));
            field = field[fits..];
            _length = _buffer.Length;
            Flush();
        }
        field.CopyTo(_buffer.AsSpan(_length));
        _buffer[_length + field.Length] = '\u001F';
        _length += field.Length + 1;
        if (_length == _buffer.Length)
            Flush();
    }

    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        // little-endian everywhere .NET runs
        _hash.AppendData(MemoryMarshal.AsBytes(_buffer.AsSpan(0, _length)));
        _length = 0;
    }
}
