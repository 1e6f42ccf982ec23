using System.Numerics;
using System.Runtime.Intrinsics;

namespace Survey.Files.Csv;

/// <summary>The bytes of a field, without the quotes around it.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="Size">How many there are; the complement where quotes within are doubled, or a byte stands for the delimiter, so that they are not the text.</param>
internal readonly record struct Field(int Start, int Size)
{
    /// <summary>Whether the bytes are the text.</summary>
    public bool IsText => Size >= 0;

    /// <summary>How many bytes there are.</summary>
    public int Length => Size >= 0 ? Size : ~Size;
}

/// <summary>Cuts the records of a file into the fields that are asked for.</summary>
internal sealed class FieldCutter
{
    private static readonly Vector256<byte> Quote = Vector256.Create((byte)'"');

    private readonly CsvForm _form;
    private readonly int[] _wanted;
    private readonly byte _delimiter;
    private readonly Vector256<byte> _delimiters;
    private readonly int[] _stops;

    /// <param name="form">Of the file.</param>
    /// <param name="wanted">Numbers of the columns to be cut, from 0, rising.</param>
    public FieldCutter(CsvForm form, IReadOnlyList<int> wanted)
    {
        (_form, _wanted, _delimiter) = (form, [.. wanted], form.DelimiterByte);
        _delimiters = Vector256.Create(_delimiter);
        _stops = new int[_wanted.Length == 0 ? 1 : _wanted[^1] + 2];
    }

    /// <summary>How many fields of a record are cut.</summary>
    public int Wanted => _wanted.Length;

    /// <summary>Cuts records, up to the first that is broken.</summary>
    /// <param name="block">Decoded.</param>
    /// <param name="first">The first record.</param>
    /// <param name="count">How many.</param>
    /// <param name="fields">Field k of the r-th of them is put at k · count + r.</param>
    /// <returns>How many were cut.</returns>
    public int Cut(CsvBlock block, int first, int count, Span<Field> fields)
    {
        for (int row = 0; row < count; row++)
        {
            (int start, int end) = block.Record(first + row);
            bool isOdd = end - start > CsvLimits.LongestField || (block.HasNul && block.Bytes.AsSpan(start, end - start).Contains((byte)0));
            if (isOdd || !TryCut(block.Bytes, start, end, block.HasQuotes, fields[row..], count))
                if (!Walk(block.Bytes, start, end, fields[row..], count))
                    return row;
        }
        return count;
    }

    /// <summary>Cuts a record by windows; false where it is broken, or a quote stands where it is a character.</summary>
    private bool TryCut(byte[] bytes, int start, int end, bool mayHaveQuotes, Span<Field> fields, int stride)
    {
        int found = 0, needed = _stops.Length - 1;
        long delimiters = 0;
        bool isInside = false, hasQuotes = false, mayOpen = true, hasClosed = false;
        for (int at = start; at < end; at += ByteWindow.Width)
        {
            var window = new ByteWindow(bytes, at);
            ulong valid = ByteWindow.First(end - at), stops = window.Of(_delimiters) & valid;
            ulong quotes = mayHaveQuotes ? window.Of(Quote) & valid : 0;
            if (quotes != 0 || isInside || hasClosed)
            {
                hasQuotes = true;
                ulong inside = ByteWindow.Parity(quotes) ^ (isInside ? ulong.MaxValue : 0), opening = quotes & inside, closing = quotes & ~inside;
                stops &= ~inside;
                ulong behindClosed = ((closing << 1) | (hasClosed ? 1UL : 0)) & valid;
                bool isOdd = (opening & ~((stops << 1) | behindClosed | (mayOpen && !isInside ? 1UL : 0))) != 0 || (behindClosed & ~(stops | opening)) != 0;
                if (isOdd)
                    return false;
                isInside = (inside >> 63) != 0;
                hasClosed = (closing >> 63) != 0;
            }
            mayOpen = (stops >> 63) != 0;
            delimiters += BitOperations.PopCount(stops);
            while (stops != 0 && found < needed)
                _stops[found++] = at + ByteWindow.Take(ref stops);
        }
        if (isInside || delimiters != _form.Columns.Count - 1)
            return false;
        if (found < _stops.Length)
            _stops[found] = end;
        Take(bytes, start, hasQuotes, fields, stride);
        return true;
    }

    /// <summary>Makes fields of what stands between the delimiters found.</summary>
    private void Take(byte[] bytes, int start, bool hasQuotes, Span<Field> fields, int stride)
    {
        for (int k = 0; k < _wanted.Length; k++)
        {
            int column = _wanted[k], from = column == 0 ? start : _stops[column - 1] + 1, length = _stops[column] - from;
            if (hasQuotes && length > 0 && bytes[from] == '"')
                fields[k * stride] = Unquoted(bytes, from + 1, length - 2);
            else
                fields[k * stride] = new Field(from, length);
        }
    }

    private Field Unquoted(byte[] bytes, int start, int length)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan(start, length);
        bool isText = !content.Contains((byte)'"') && (_delimiter < 128 || !content.Contains(_delimiter));
        return new Field(start, isText ? length : ~length);
    }

    /// <summary>Cuts a record field by field; false where it is broken.</summary>
    private bool Walk(byte[] bytes, int start, int end, Span<Field> fields, int stride)
    {
        int column = 0, taken = 0;
        if (bytes.AsSpan(start, end - start).Contains((byte)0))
            return false;
        for (int at = start; ; at++, column++)
        {
            if (Next(bytes, at, end, out int stop) is not { } field)
                return false;
            while (taken < _wanted.Length && _wanted[taken] == column)
                fields[taken++ * stride] = field;
            at = stop;
            if (at == end)
                break;
        }
        return column + 1 == _form.Columns.Count;
    }

    private Field? Next(byte[] bytes, int start, int end, out int stop)
    {
        bool isQuoted = start < end && bytes[start] == '"';
        stop = isQuoted ? Close(bytes, start + 1, end) : start + Index(bytes.AsSpan(start, end - start), _delimiter);
        if (stop < 0)
            return null;
        Field field = isQuoted ? Unquoted(bytes, start + 1, stop - start - 2) : new Field(start, stop - start);
        return IsTooLong(bytes.AsSpan(field.Start, field.Length), isQuoted) ? null : field;
    }

    private static int Index(ReadOnlySpan<byte> bytes, byte value) => bytes.IndexOf(value) is var at and >= 0 ? at : bytes.Length;

    /// <summary>Behind the quote that closes a field, -1 where it is never closed or text follows.</summary>
    private int Close(byte[] bytes, int at, int end)
    {
        while (true)
        {
            at += Index(bytes.AsSpan(at, end - at), (byte)'"') + 1;
            if (at > end)
                return -1;
            if (at == end || bytes[at] == _delimiter)
                return at;
            if (bytes[at] != '"')
                return -1;
            at++;
        }
    }

    private bool IsTooLong(ReadOnlySpan<byte> content, bool isQuoted) =>
        content.Length > CsvLimits.LongestField && _form.Cut.GetCharCount(content) - (isQuoted ? content.Count((byte)'"') / 2 : 0) > CsvLimits.LongestField;
}
