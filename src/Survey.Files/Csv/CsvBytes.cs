using System.Text;

namespace Survey.Files.Csv;

/// <summary>The bytes of a CSV file from the beginning of its text, those of some encodings written as UTF-8.</summary>
internal sealed class CsvBytes : IDisposable
{
    private readonly CsvForm _form;
    private readonly FileStream _stream;
    private readonly long _length;
    private readonly Recoder? _recoder;

    /// <param name="form">Of the file.</param>
    /// <param name="stream">The file; closed with this.</param>
    public CsvBytes(CsvForm form, FileStream stream)
    {
        (_form, _stream, _length, Position) = (form, stream, stream.Length, form.Text.MarkLength);
        if (!form.IsRaw)
            _recoder = new Recoder(form, stream);
    }

    /// <summary>How many bytes of the file were read.</summary>
    public long Position { get; private set; }

    /// <summary>Reads as many bytes as there is room for; fewer only at the end.</summary>
    /// <exception cref="SurveyDataException">The file has become shorter or longer.</exception>
    public int Read(Span<byte> room)
    {
        int filled = 0;
        while (filled < room.Length)
        {
            int read = _recoder?.Read(room[filled..]) ?? RandomAccess.Read(_stream.SafeFileHandle, room[filled..], Position);
            filled += read;
            Position = _recoder is null ? Position + read : _stream.Position;
            if (read == 0 ? Position != _length : Position > _length)
                throw InputFile.Changed(_form.File);
            if (read == 0)
                break;
        }
        return filled;
    }

    /// <summary>The text of a raw file from a byte on, up to the longest record.</summary>
    public TextReader TextFrom(long position, Func<SurveyDataException> tooLong)
    {
        _stream.Position = position;
        return new StreamReader(new CappedStream(_stream, CsvLimits.LongestRecord, tooLong), _form.Text.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15);
    }

    public void Dispose()
    {
        _recoder?.Dispose();
        _stream.Dispose();
    }

    /// <summary>Writes the characters of a file as UTF-8, a delimiter that is no ASCII as the byte that stands for it.</summary>
    private sealed class Recoder : IDisposable
    {
        private readonly CsvForm _form;
        private readonly StreamReader _text;
        private readonly char[] _characters = new char[1 << 14];
        private readonly byte[] _bytes = new byte[(3 << 14) + 4];
        private readonly Encoder _encoder = Encodings.Of(TextEncoding.Utf8).GetEncoder();
        private int _at, _end;

        public Recoder(CsvForm form, FileStream stream)
        {
            _form = form;
            stream.Position = form.Text.MarkLength;
            _text = new StreamReader(stream, form.Text.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15, leaveOpen: true);
        }

        public int Read(Span<byte> room)
        {
            if (_at == _end)
                Refill();
            int given = Math.Min(room.Length, _end - _at);
            _bytes.AsSpan(_at, given).CopyTo(room);
            _at += given;
            return given;
        }

        public void Dispose() => _text.Dispose();

        private void Refill()
        {
            (_at, _end) = (0, 0);
            int read;
            while (_end == 0 && (read = _text.Read(_characters)) > 0) // half a character of two may give no byte
                for (ReadOnlySpan<char> rest = _characters.AsSpan(0, read); !rest.IsEmpty;)
                {
                    int plain = _form.Delimiter < 128 ? -1 : rest.IndexOf(_form.Delimiter);
                    _end += _encoder.GetBytes(plain < 0 ? rest : rest[..plain], _bytes.AsSpan(_end), flush: false);
                    if (plain >= 0)
                        _bytes[_end++] = _form.DelimiterByte;
                    rest = plain < 0 ? [] : rest[(plain + 1)..];
                }
        }
    }

    /// <summary>A stream up to a length, beyond which it is an error.</summary>
    private sealed class CappedStream(Stream inner, long left, Func<SurveyDataException> tooLong) : Stream
    {
        private long _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_left == 0 && inner.ReadByte() >= 0)
                throw tooLong();
            int read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
