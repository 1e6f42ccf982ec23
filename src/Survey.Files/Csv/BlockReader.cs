using System.Buffers;

namespace Survey.Files.Csv;

/// <summary>Reads a CSV file below its column names in blocks of whole records, one after another.</summary>
/// <remarks>Blank lines at the end are no rows. Elsewhere they are missing values in a file of one column, and an error in others; so a block ends with a record that is not blank, and those after it wait for what follows.</remarks>
internal sealed class BlockReader : IDisposable
{
    /// <summary>How many bytes are read at a time, and are in a block unless a record is longer.</summary>
    internal const int UsualBlock = (1 << 20) - (4 * ByteWindow.Width);

    private readonly CsvForm _form;
    private readonly CsvBytes _source;
    private readonly RecordScanner _scanner;
    private readonly int _block;
    private byte[] _bytes;
    private int[] _ends = [];
    private int _scanned, _filled, _count;
    private long _row = 1, _line, _blanks, _owed, _blankRow, _blankLine;
    private bool _isChecked;

    /// <param name="form">Of the file.</param>
    /// <param name="source">The file; closed with this.</param>
    /// <param name="line">The physical line below the column names.</param>
    /// <param name="block">How many bytes are read at a time.</param>
    public BlockReader(CsvForm form, CsvBytes source, long line, int block = UsualBlock)
    {
        (_form, _source, _line, _block) = (form, source, line, Math.Max(block, 2));
        _scanner = new RecordScanner(form.DelimiterByte);
        _bytes = BlockBytes.Rent(_block);
        SkipNames();
    }

    /// <summary>How many bytes of the file were read.</summary>
    public long Position => _source.Position;

    /// <summary>The next records, as many as fit; null at the end of the file.</summary>
    /// <param name="mostRows">No more than these.</param>
    /// <exception cref="SurveyDataException">A record is too long, a blank line stands between rows, or the file changed.</exception>
    public CsvBlock? Next(int mostRows)
    {
        while (true)
        {
            if (_owed > 0)
                return Owed(mostRows);
            bool isEnd = !Collect(mostRows);
            if (_count == 0)
                return null;
            int rows = WithoutBlanks();
            if (rows > 0 && _blanks > 0)
            {
                if (_form.Columns.Count > 1)
                    throw BlankBetween();
                (_owed, _blanks) = (_blanks, 0);
                _scanned = 0; // the same records are found again when the lines before them are given
                _scanner.Begin();
                continue;
            }
            if (rows < _count)
                NoteBlanks(rows);
            if (rows > 0)
                return Given(rows, isEnd);
            Move(Passed(isEnd));
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        BlockBytes.Return(_bytes);
        _bytes = [];
        ReturnEnds();
    }

    /// <summary>Passes over the titles and the names, which were read before and may be longer than a block.</summary>
    private void SkipNames()
    {
        int count = 0;
        Span<int> end = stackalloc int[1];
        _scanner.Begin();
        for (int record = 0; record < _form.HeaderRow; count = 0)
        {
            if (_scanned == _filled && !RefillBehindLast())
            {
                (_scanned, _filled) = (0, 0);
                return;
            }
            _scanned = _scanner.Scan(_bytes, _scanned, _filled, end, ref count);
            record += count;
        }
        SkipLineFeed(_bytes[_scanned - 1] == '\r');
        Move(_scanned);
    }

    private bool RefillBehindLast()
    {
        if (_filled > 0)
            _bytes[0] = _bytes[_filled - 1];
        _scanned = _filled > 0 ? 1 : 0;
        _filled = _scanned + _source.Read(_bytes.AsSpan(_scanned, _block - _scanned));
        return _filled > _scanned;
    }

    /// <summary>Finds records until there are enough or the block is full; false at the end of the file.</summary>
    private bool Collect(int mostRows)
    {
        _count = 0;
        _isChecked = false;
        if (_ends.Length < mostRows)
        {
            ReturnEnds();
            _ends = ArrayPool<int>.Shared.Rent(mostRows);
        }
        _scanner.Begin();
        _scanned = 0;
        while (true)
        {
            _scanned = _scanner.Scan(_bytes, _scanned, _filled, _ends.AsSpan(0, mostRows), ref _count);
            if (_count == mostRows || (_count > 0 && _filled >= _block))
                return true;
            bool more = Fill();
            if (more)
                continue;
            int start = _count == 0 ? 0 : _ends[_count - 1] + 1;
            if (start < _filled && !(start > 0 && start == _filled - 1 && _bytes[start] == '\n' && _bytes[start - 1] == '\r'))
                _ends[_count++] = _filled;
            return false;
        }
    }

    /// <summary>Reads more behind the bytes there are, of a record too long for a block into a larger array.</summary>
    private bool Fill()
    {
        int room = _block;
        if (_filled >= _block)
        {
            CheckLongRecord();
            room = (int)Math.Min(16L * _filled, CsvLimits.LongestRecord + _block);
            byte[] larger = BlockBytes.Rent(room);
            _bytes.AsSpan(0, _filled).CopyTo(larger);
            BlockBytes.Return(_bytes);
            _bytes = larger;
        }
        int read = _source.Read(_bytes.AsSpan(_filled, room - _filled));
        _filled += read;
        return read > 0;
    }

    /// <summary>Refuses a record that goes on behind the block and is broken, before memory is taken for it.</summary>
    private void CheckLongRecord()
    {
        if (_filled > CsvLimits.LongestRecord)
            throw TooLong();
        if (_isChecked || !_form.IsRaw || _filled < UsualBlock)
            return;
        _isChecked = true;
        using TextReader text = _source.TextFrom(_source.Position - _filled, TooLong);
        CsvRows.ReadRow(new CsvReader(text, _form.Delimiter, _form.File, _row, _line), _form);
    }

    private SurveyDataException TooLong() =>
        new($"{_form.File}, row {_row} (line {_line}) is longer than {Invariant.Count(CsvLimits.LongestRecord)} bytes (64 MiB); check the line ends and quotes of the file, or split it by columns.");

    /// <summary>How many records there are without the blank ones at the end.</summary>
    private int WithoutBlanks()
    {
        int rows = _count;
        while (rows > 0 && IsBlank(rows - 1))
            rows--;
        return rows;
    }

    private bool IsBlank(int record)
    {
        int start = record == 0 ? 0 : _ends[record - 1] + 1;
        if (record > 0 && _bytes[start] == '\n' && _bytes[start - 1] == '\r')
            start++;
        return CsvLines.IsBlank(_bytes.AsSpan(start, _ends[record] - start), _form, _form.Scanned);
    }

    private void NoteBlanks(int rows)
    {
        if (_blanks == 0)
            (_blankRow, _blankLine) = (_row + rows, _line + (rows == 0 ? 0 : CsvLines.Count(_bytes.AsSpan(0, _ends[rows - 1])) + 1));
        _blanks += _count - rows;
    }

    private SurveyDataException BlankBetween()
    {
        int first = 0;
        while (IsBlank(first))
            first++;
        using CsvBlock block = Given(_count, true);
        block.Decode();
        return BrokenRecord.Blank(block, first, _blankRow, _blankLine);
    }

    private CsvBlock Owed(int mostRows)
    {
        int rows = (int)Math.Min(mostRows, _owed);
        _owed -= rows;
        return CsvBlock.OfBlanks(_form, rows, _row - _owed - rows, _line - _owed - rows);
    }

    /// <summary>Makes a block of the first records that were found, and keeps what is behind the last for the next.</summary>
    private CsvBlock Given(int rows, bool isEnd)
    {
        (byte[] bytes, int[] ends, long row, long line) = (_bytes, _ends, _row, _line);
        int next = Passed(isEnd);
        _bytes = BlockBytes.Rent(Math.Max(_block, _filled - next));
        bytes.AsSpan(next, _filled - next).CopyTo(_bytes);
        (_filled, _scanned, _ends) = (_filled - next, 0, []);
        return CsvBlock.Of(_form, bytes, ends, rows, _scanner, row, line);
    }

    /// <summary>Counts all records that were found and tells where what follows them begins.</summary>
    private int Passed(bool isEnd)
    {
        int last = _ends[_count - 1];
        _line += _scanner.HasQuotes ? CsvLines.Count(_bytes.AsSpan(0, last)) + 1 : _count;
        _row += _count;
        if (isEnd)
            return _filled;
        _scanned = last + 1;
        SkipLineFeed(_bytes[last] == '\r');
        return _scanned;
    }

    /// <summary>Passes over the LF of a CRLF, be it still to be read.</summary>
    private void SkipLineFeed(bool isReturn)
    {
        if (!isReturn)
            return;
        if (_scanned == _filled)
            _filled += _source.Read(_bytes.AsSpan(_filled, 1));
        if (_scanned < _filled && _bytes[_scanned] == '\n')
            _scanned++;
    }

    private void Move(int from)
    {
        _bytes.AsSpan(from, _filled - from).CopyTo(_bytes);
        (_filled, _scanned) = (_filled - from, 0);
    }

    private void ReturnEnds()
    {
        if (_ends.Length > 0)
            ArrayPool<int>.Shared.Return(_ends);
        _ends = [];
    }
}
