using System.IO.Hashing;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>A part that is held against what the archive's directory says of it: its length as it is read, for the checks of sizes relied on that, and its checksum at its end.</summary>
/// <param name="unpacked">Its bytes; is closed with this.</param>
/// <param name="length">As the directory has it.</param>
/// <param name="checksum">As the directory has it.</param>
internal sealed class PartStream(Stream unpacked, long length, uint checksum) : Stream
{
    private readonly Crc32 _checksum = new(); // .NET does not hold it against what it unpacks
    private long _left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = unpacked.Read(buffer);
        _left -= read;
        _checksum.Append(buffer[..read]);
        if (_left < 0 || (read == 0 && buffer.Length > 0 && (_left > 0 || _checksum.GetCurrentHashAsUInt32() != checksum)))
            throw new InvalidDataException("A part is not what the directory of the archive says.");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }
}
