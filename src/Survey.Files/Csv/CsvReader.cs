using System.Buffers;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Cuts text into fields, one at a time, and knows where it is: the line of column names, and a record in which something is wrong, of which it says what. Holds one field and a block of text, never a record.</summary>
/// <remarks>
/// Rows are cut by <see cref="FieldCutter"/>, of many records at once, which asks this for the error where it cannot cut one.
/// RFC 4180, with any of LF, CR and CRLF as line ends, mixed as they come. A quote opens a quoted field only at the field's beginning; elsewhere it is a character like others.
/// </remarks>
internal sealed class CsvReader : Place
{
    /// <summary>Room for the longest field and a block of text.</summary>
    private const int LongestBuffer = CsvLimits.LongestField + (1 << 15);

    private static readonly SearchValues<char> QuotedStops = SearchValues.Create(['"', '\r', '\n', '\0']);

    private readonly TextReader _input;
    private readonly char _delimiter;
    private readonly SearchValues<char> _plainStops;
    private char[] _buffer = new char[1 << 15];
    private int _position;
    private int _end;
    private int _fieldStart;
    private int _fieldLength;
    private bool _skipLineFeed;
    private long _line;
    private long _fieldLine;
    private long _record;

    /// <param name="text">Its first record is the one named next.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="file">The name as the user gave it.</param>
    /// <param name="row">The number of the first record.</param>
    /// <param name="line">The physical line on which it begins.</param>
    public CsvReader(TextReader text, char delimiter, string file, long row = 0, long line = 1)
    {
        (_record, _line) = (row - 1, line);
        _input = text;
        _delimiter = delimiter;
        _plainStops = SearchValues.Create([delimiter, '\r', '\n', '\0']);
        File = file;
    }

    /// <inheritdoc/>
    public override string File { get; }

    /// <summary>The field, until the next is read.</summary>
    public ReadOnlySpan<char> Field => _buffer.AsSpan(_fieldStart, _fieldLength);

    /// <summary>Whether the field stood in quotes.</summary>
    public bool Quoted { get; private set; }

    /// <summary>The number of the field in its record, from 0.</summary>
    public int Column { get; private set; }

    /// <summary>Whether the field is the last of its record.</summary>
    public bool EndsRecord { get; private set; } = true;

    /// <inheritdoc/>
    public override long Row => _record;

    /// <summary>The physical line on which the field begins, from 1.</summary>
    public override long Line => _fieldLine;

    /// <summary>The physical line on which the record begins.</summary>
    public long RecordLine { get; private set; }

    /// <summary>The physical line behind what was read.</summary>
    public long NextLine => _line;

    /// <summary>Reads the next field; false at the end of the text.</summary>
    public bool ReadField()
    {
        if (EndsRecord && !BeginRecord())
            return false;
        Column = EndsRecord ? 0 : Column + 1;
        _fieldLine = _line;
        if (EndsRecord)
            RecordLine = _line;
        EndsRecord = false;
        _fieldStart = _position;
        Quoted = (_position < _end || Fill()) && _buffer[_position] == '"';
        if (Quoted)
            ReadQuoted();
        else
            ReadPlain();
        return true;
    }

    /// <summary>Passes over the records above the column names, which are not counted as rows.</summary>
    public void SkipTitles(int records)
    {
        for (int skipped = 0; skipped < records; skipped++)
        {
            bool any = ReadField();
            if (!any)
                throw new SurveyDataException($"{File} has {(skipped == 1 ? "1 row" : $"{Invariant.Count(skipped)} rows")} in all, and the column names should stand in row {Invariant.Count(records + 1L)} (HeaderRow = {records + 1L}); count the lines above them again.");
            while (!EndsRecord)
                ReadField();
        }
        _record = -1;
    }

    /// <inheritdoc/>
    public override string RowTextAt(long row, long line) => CsvPlace.Named(row, line);

    /// <summary>Where the record began.</summary>
    public string RecordPlace => $"{File}, row {Row} (line {RecordLine})";

    private string RowName => Row == 0 ? "column names" : $"row {Row}";

    private bool BeginRecord()
    {
        _fieldStart = _position;
        if (_position == _end && !Fill())
            return false;
        if (_skipLineFeed && _buffer[_position] == '\n')
        {
            _fieldStart = ++_position;
            if (_position == _end && !Fill())
                return false;
        }
        _skipLineFeed = false;
        _record++;
        return true;
    }

    private void ReadPlain()
    {
        while (true)
        {
            int stop = _buffer.AsSpan(_position, _end - _position).IndexOfAny(_plainStops);
            if (stop >= 0)
            {
                _position += stop;
                break;
            }
            _position = _end;
            if (!Fill())
                break;
        }
        _fieldLength = _position - _fieldStart;
        EndField();
    }

    private void ReadQuoted()
    {
        bool doubled = false;
        _position++;
        while (true)
        {
            SkipToQuote();
            _position++;
            if ((_position == _end && !Fill()) || _buffer[_position] != '"')
                break;
            doubled = true;
            _position++;
        }
        _fieldLength = _position - _fieldStart - 2;
        _fieldStart++;
        if (doubled)
            JoinDoubledQuotes();
        EndField();
    }

    /// <summary>Goes to the next quote of a quoted field, counting the lines on the way.</summary>
    private void SkipToQuote()
    {
        while (true)
        {
            int stop = _buffer.AsSpan(_position, _end - _position).IndexOfAny(QuotedStops);
            if (stop < 0)
            {
                _position = _end;
                if (!Fill())
                    throw new SurveyDataException($"{Text}: the quote that opens field {Column + 1} is never closed; close it, or double a quote that belongs to the text.");
                continue;
            }
            _position += stop;
            switch (_buffer[_position])
            {
                case '"':
                    return;
                case '\0':
                    throw Nul();
                case '\n' when _buffer[_position - 1] == '\r':
                    break;
                default:
                    _line++;
                    break;
            }
            _position++;
        }
    }

    private void JoinDoubledQuotes()
    {
        Span<char> field = _buffer.AsSpan(_fieldStart, _fieldLength);
        int length = 0;
        for (int k = 0; k < field.Length; k++)
        {
            field[length++] = field[k];
            if (field[k] == '"')
                k++;
        }
        _fieldLength = length;
    }

    /// <summary>Takes the delimiter or the line end after a field.</summary>
    private void EndField()
    {
        if (_fieldLength > CsvLimits.LongestField)
            throw TooLong();
        if (_position == _end)
        {
            EndsRecord = true; // the end of the text: Fill has been asked
            return;
        }
        char next = _buffer[_position];
        if (next == _delimiter)
            _position++;
        else if (next is '\r' or '\n')
        {
            EndsRecord = true;
            _skipLineFeed = next == '\r';
            _position++;
            _line++;
        }
        else if (next == '\0')
            throw Nul();
        else
            throw new SurveyDataException($"{Text}: text follows the closing quote of field {Column + 1}; put the whole field in quotes and double the quotes within it.");
    }

    private SurveyDataException TooLong() =>
        new($"{Text}: field {Column + 1} is longer than {Invariant.Count(CsvLimits.LongestField)} characters (16 MiB); a quote that is never closed looks like this, so check where the field ends, or shorten it.");

    private SurveyDataException Nul() =>
        new($"{File}, {RowName} (line {_line}): field {Column + 1} holds a NUL character, which no text has; export the file again as CSV, or declare its encoding (UTF-16 without a mark looks like this).");

    /// <summary>Reads more text behind the field that is being read; false at the end of the text.</summary>
    private bool Fill()
    {
        int kept = _end - _fieldStart;
        if (kept > CsvLimits.LongestField + 2) // two quotes
            throw TooLong();
        char[] room = kept > _buffer.Length / 2 && _buffer.Length < LongestBuffer ? new char[Math.Min(_buffer.Length * 4, LongestBuffer)] : _buffer;
        if (_fieldStart > 0 || room != _buffer) // a long field comes in many small reads and must not be moved at each
            _buffer.AsSpan(_fieldStart, kept).CopyTo(room);
        _buffer = room;
        _position -= _fieldStart;
        _fieldStart = 0;
        int read = _input.Read(_buffer.AsSpan(kept));
        _end = kept + read;
        return read > 0;
    }
}
