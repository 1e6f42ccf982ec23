using System.Runtime.Intrinsics;

namespace Survey.Files.Csv;

/// <summary>Finds where records end: at LF, CR or CRLF outside quotes.</summary>
/// <remarks>
/// A quote opens a field only at the field's beginning, and elsewhere is a character. As long as quotes stand where they open, close or double, the parity of their number says what is inside,
/// for 64 bytes at once; where one does not, the bytes are walked one by one.
/// </remarks>
internal sealed class RecordScanner(byte delimiter)
{
    private static readonly Vector256<byte> Quote = Vector256.Create((byte)'"'), LineFeed = Vector256.Create((byte)'\n'), CarriageReturn = Vector256.Create((byte)'\r');

    private readonly Vector256<byte> _delimiter = Vector256.Create(delimiter);
    private bool _isInside, _hasClosed;

    /// <summary>Whether a quote was met since the beginning.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Whether a byte that is no ASCII may have been met since the beginning.</summary>
    public bool HasOther { get; private set; }

    /// <summary>Whether a NUL may have been met since the beginning.</summary>
    public bool HasNul { get; private set; }

    /// <summary>The next byte to be given begins a record.</summary>
    public void Begin() => _isInside = _hasClosed = HasQuotes = HasOther = HasNul = false;

    /// <summary>Looks at bytes [from, to) and notes the places of the line ends that end records, of CRLF that of the CR.</summary>
    /// <param name="bytes">As many more as a window has must be readable behind them.</param>
    /// <param name="from">The byte before it, if there is one, was looked at before.</param>
    /// <param name="to">Behind the last byte to look at.</param>
    /// <param name="ends">Takes the places.</param>
    /// <param name="count">How many there are; when there is no room for more, the scan ends.</param>
    /// <returns>Behind the last byte that was looked at.</returns>
    public int Scan(byte[] bytes, int from, int to, Span<int> ends, ref int count)
    {
        ulong other = 0, nul = 0;
        while (from < to && count < ends.Length)
        {
            var window = new ByteWindow(bytes, from);
            int width = Math.Min(ByteWindow.Width, to - from);
            ulong valid = ByteWindow.First(width);
            other |= window.NotAscii & valid;
            nul |= window.Of(Vector256<byte>.Zero) & valid;
            ulong feeds = window.Of(LineFeed) & valid, returns = window.Of(CarriageReturn) & valid, quotes = window.Of(Quote) & valid;
            ulong found = feeds | returns;
            if (returns != 0 || (feeds & 1) != 0)
                found &= ~(feeds & ((returns << 1) | (from > 0 && bytes[from - 1] == '\r' ? 1UL : 0)));
            if (quotes != 0 || _isInside)
                found = Outside(bytes, from, width, window, quotes, feeds | returns, found);
            else
                _hasClosed = false;
            int stop = Note(found, from, ends, ref count);
            if (stop >= 0)
            {
                (_isInside, _hasClosed, width) = (false, false, stop + 1);
            }
            from += width;
        }
        HasOther |= other != 0;
        HasNul |= nul != 0;
        return from;
    }

    /// <summary>Notes record ends; the place in the window of the one that fills the room, else -1.</summary>
    private static int Note(ulong found, int from, Span<int> ends, ref int count)
    {
        while (found != 0)
        {
            int at = ByteWindow.Take(ref found);
            ends[count++] = from + at;
            if (count == ends.Length)
                return at;
        }
        return -1;
    }

    /// <summary>Those of the line ends found that stand outside quotes.</summary>
    private ulong Outside(byte[] bytes, int from, int width, ByteWindow window, ulong quotes, ulong lineEnds, ulong found)
    {
        HasQuotes = true;
        ulong inside = ByteWindow.Parity(quotes) ^ (_isInside ? ulong.MaxValue : 0);
        ulong opening = quotes & inside, closing = quotes & ~inside;
        ulong between = (window.Of(_delimiter) | lineEnds) & ~inside;
        bool mayOpenFirst = !_isInside && (_hasClosed || BeginsField(bytes, from));
        if ((opening & ~(((between | closing) << 1) | (mayOpenFirst ? 1UL : 0))) != 0)
            return Walked(bytes, from, width) & found;
        ulong last = 1UL << (width - 1);
        _isInside = (inside & last) != 0;
        _hasClosed = (closing & last) != 0;
        return found & ~inside;
    }

    /// <summary>Where a byte stands outside quotes, byte by byte.</summary>
    private ulong Walked(byte[] bytes, int from, int width)
    {
        ulong outside = 0;
        for (int k = 0; k < width; k++)
        {
            byte now = bytes[from + k];
            if (_isInside)
            {
                _hasClosed = now == '"';
                _isInside = !_hasClosed;
                continue;
            }
            if (now == '"' && (_hasClosed || BeginsField(bytes, from + k)))
                _isInside = true;
            else
                outside |= 1UL << k;
            _hasClosed = false;
        }
        return outside;
    }

    private bool BeginsField(byte[] bytes, int at) => at == 0 || bytes[at - 1] == delimiter || bytes[at - 1] is (byte)'\n' or (byte)'\r';
}
