using System.Buffers;
using System.Text;

namespace Survey.Files.Csv;

/// <summary>Whole records of a CSV file, one after another, as bytes.</summary>
internal sealed class CsvBlock : IDisposable
{
    private byte[] _bytes = [];
    private int[] _ends = [];

    private CsvBlock(CsvForm form, long firstRow, long firstLine) => (Form, FirstRow, FirstLine) = (form, firstRow, firstLine);

    /// <summary>Of the file.</summary>
    public CsvForm Form { get; }

    /// <summary>The number of its first row in the file, from 1.</summary>
    public long FirstRow { get; }

    /// <summary>The physical line on which its first row begins, from 1.</summary>
    public long FirstLine { get; }

    /// <summary>How many records it has. The last is not blank.</summary>
    public int Rows { get; private init; }

    /// <summary>Whether its rows are blank lines of a file of one column, and it has no bytes.</summary>
    public bool IsBlank { get; private init; }

    /// <summary>Whether a quote may stand in it.</summary>
    public bool HasQuotes { get; private init; }

    /// <summary>Whether a NUL may stand in it.</summary>
    public bool HasNul { get; private init; }

    /// <summary>The bytes, with a window more to be read behind the last record.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Rows without a value.</summary>
    public static CsvBlock OfBlanks(CsvForm form, int rows, long firstRow, long firstLine) => new(form, firstRow, firstLine) { Rows = rows, IsBlank = true };

    /// <summary>Records that were scanned; the arrays, of the pool, become the block's.</summary>
    /// <exception cref="DecoderFallbackException">A byte does not fit the encoding.</exception>
    public static CsvBlock Of(CsvForm form, byte[] bytes, int[] ends, int rows, RecordScanner flags, long firstRow, long firstLine) =>
        new(form, firstRow, firstLine) { _bytes = bytes, _ends = ends, Rows = rows, HasQuotes = flags.HasQuotes, HasNul = flags.HasNul, IsUnchecked = flags.HasOther };

    private bool IsUnchecked { get; set; }

    /// <summary>The bytes of a record, its line end not among them.</summary>
    public (int Start, int End) Record(int row)
    {
        int start = row == 0 ? 0 : _ends[row - 1] + 1;
        if (row > 0 && _bytes[start] == '\n' && _bytes[start - 1] == '\r')
            start++;
        return (start, _ends[row]);
    }

    /// <summary>Makes sure that the bytes are UTF-8. Asked once, by the thread that is to cut them.</summary>
    /// <exception cref="DecoderFallbackException">A byte does not fit the encoding.</exception>
    public void Decode()
    {
        if (!IsUnchecked)
            return;
        IsUnchecked = false;
        ReadOnlySpan<byte> text = _bytes.AsSpan(0, _ends[Rows - 1]);
        if (!Form.IsScannedAsUtf8)
            Rewrite(text);
        else if (Form.IsRaw && !System.Text.Unicode.Utf8.IsValid(text))
            throw new DecoderFallbackException(); // a file that was recoded is valid but for the byte of its delimiter
    }

    /// <summary>Writes GB18030 as UTF-8. Its line ends, delimiters and quotes stay what they are, so the records do too.</summary>
    private void Rewrite(ReadOnlySpan<byte> text)
    {
        char[] characters = ArrayPool<char>.Shared.Rent(text.Length);
        int length = Form.Scanned.GetChars(text, characters);
        byte[] bytes = BlockBytes.Rent(length * 3);
        int written = Encodings.Of(TextEncoding.Utf8).GetBytes(characters.AsSpan(0, length), bytes);
        ArrayPool<char>.Shared.Return(characters);
        BlockBytes.Return(_bytes);
        _bytes = bytes;

        var scanner = new RecordScanner(Form.DelimiterByte);
        int count = 0;
        scanner.Begin();
        scanner.Scan(bytes, 0, written, _ends.AsSpan(0, Rows), ref count);
        if (count < Rows)
            _ends[count++] = written; // the line end of the last was left out
        if (count != Rows)
            throw InputFile.Changed(Form.File);
    }

    /// <summary>The physical line of a byte.</summary>
    public long LineOf(int row, int at) => FirstLine + (HasQuotes ? CsvLines.Count(_bytes.AsSpan(0, at)) : row);

    /// <summary>Whether a record is one field of nothing but blanks.</summary>
    public bool IsBlankRecord(int row)
    {
        (int start, int end) = Record(row);
        return CsvLines.IsBlank(_bytes.AsSpan(start, end - start), Form, IsUnchecked ? Form.Scanned : Form.Cut);
    }

    /// <summary>Gives the arrays back to the pool.</summary>
    public void Dispose()
    {
        BlockBytes.Return(_bytes);
        if (_ends.Length > 0)
            ArrayPool<int>.Shared.Return(_ends);
        _bytes = [];
        _ends = [];
    }
}
