using System.Runtime.InteropServices;

namespace Survey.Files.Parquet.Writing;

/// <summary>Encodes a column of a row group chunk after chunk: by a dictionary for as long as one pays, else plainly. What comes out follows from the rows alone, not from the codes that levels happen to have.</summary>
internal sealed class ColumnEncoder
{
    /// <summary>A page has no more bytes before it is compressed, unless it is of one text.</summary>
    public const int MostPageBytes = 1 << 20;

    // what a page of a chunk's rows says of missing values at the most, with its lengths
    private const int LevelBytes = (Chunk.Size / 8) + 16;

    private readonly EncoderBuffers _buffers;
    private readonly ColumnPages _pages;
    private bool _usesDictionary = true;

    private ColumnEncoder(ColumnPages pages, EncoderBuffers buffers) => (_pages, _buffers) = (pages, buffers);

    /// <param name="parts">The column in each chunk of the row group.</param>
    /// <param name="firstRow">The number of its first row, from 0.</param>
    /// <param name="met">What is known of the levels of a category, and learns which of them rows have.</param>
    /// <param name="buffers">For the work.</param>
    public static ColumnPages Encode(IReadOnlyList<Column> parts, long firstRow, LevelsMet met, EncoderBuffers buffers)
    {
        var pages = new ColumnPages();
        var encoder = new ColumnEncoder(pages, buffers);
        try
        {
            switch (parts[0].Type)
            {
                case ColumnType.Category:
                    encoder.EncodeTexts([.. parts.Cast<CategoryColumn>()], firstRow, met);
                    break;
                case ColumnType.Flag:
                    foreach (Column part in parts)
                        encoder.AddFlags((FlagColumn)part);
                    break;
                default:
                    encoder.EncodeValues(parts);
                    break;
            }
            return pages;
        }
        catch
        {
            pages.Dispose();
            throw;
        }
    }

    /// <summary>Numbers, or days.</summary>
    private void EncodeValues(IReadOnlyList<Column> parts)
    {
        bool areNumbers = parts[0].Type == ColumnType.Number;
        _buffers.Table.Clear();
        foreach (Column part in parts)
        {
            int count = part is NumberColumn numbers
                ? DenseValues.Of(numbers.Values, _buffers.Values, _buffers.Present)
                : DenseValues.OfDays(((DateColumn)part).Days, _buffers.Values, _buffers.Present);
            AddValues(_buffers.Present.AsSpan(0, part.Length), _buffers.Values.AsSpan(0, count), areNumbers);
        }
        ValueTable table = _buffers.Table;
        if (table.Count == 0)
            return;
        _buffers.PageValues.Truncate(0);
        WritePlain(table.Values, areNumbers);
        _pages.SetDictionary(_buffers, _buffers.PageValues.Written, table.Count);
    }

    private void AddValues(ReadOnlySpan<byte> present, ReadOnlySpan<ulong> values, bool areNumbers)
    {
        _buffers.PageValues.Truncate(0);
        if (values.Length > 0 && _usesDictionary && (_usesDictionary = TryNumber(values, areNumbers ? sizeof(double) : sizeof(int))))
        {
            AddIndexes(present, values.Length, _buffers.Table.Count);
            return;
        }
        WritePlain(values, areNumbers);
        _pages.AddData(_buffers, present, values.Length, PageEncoding.Plain);
    }

    private bool TryNumber(ReadOnlySpan<ulong> values, int bytesEach)
    {
        ValueTable table = _buffers.Table;
        int before = table.Count, first = Math.Min(values.Length, DictionaryRule.FirstLook);
        table.Number(values[..first], _buffers.Indexes);
        if (!DictionaryRule.IsHopeless(first, table.Count - before))
        {
            table.Number(values[first..], _buffers.Indexes.AsSpan(first));
            if (table.Count * bytesEach <= DictionaryRule.MostBytes && DictionaryRule.Pays(values.Length, table.Count - before, bytesEach, RunLengths.WidthOf(table.Count)))
                return true;
        }
        table.Truncate(before);
        return false;
    }

    private void AddIndexes(ReadOnlySpan<byte> present, int count, int dictionary)
    {
        int width = RunLengths.WidthOf(dictionary);
        _buffers.PageValues.Write((byte)width);
        RunLengths.Write(_buffers.Indexes.AsSpan(0, count), width, _buffers.PageValues);
        _pages.AddData(_buffers, present, count, PageEncoding.RleDictionary);
    }

    private void WritePlain(ReadOnlySpan<ulong> values, bool areNumbers)
    {
        if (areNumbers)
        {
            _buffers.PageValues.Write(MemoryMarshal.AsBytes(values));
            return;
        }
        Span<int> days = MemoryMarshal.Cast<byte, int>(_buffers.PageValues.Room(values.Length * sizeof(int)));
        for (int k = 0; k < values.Length; k++)
            days[k] = (int)values[k];
        _buffers.PageValues.Advance(values.Length * sizeof(int));
    }

    private void AddFlags(FlagColumn part)
    {
        int count = DenseValues.OfFlags(part.Values, _buffers.Flags, _buffers.Present);
        _buffers.PageValues.Truncate(0);
        RunLengths.PackFlags(_buffers.Flags.AsSpan(0, count), _buffers.PageValues);
        _pages.AddData(_buffers, _buffers.Present.AsSpan(0, part.Length), count, PageEncoding.Plain);
    }

    private void EncodeTexts(IReadOnlyList<CategoryColumn> parts, long firstRow, LevelsMet met)
    {
        TextTable texts = _buffers.Texts;
        texts.Clear(parts.Max(part => part.Levels.Count));
        foreach (CategoryColumn part in parts)
        {
            met.See(part.Levels);
            met.RefuseBlank(part.Codes, firstRow);
            firstRow += part.Length;
            int count = DenseValues.OfCodes(part.Codes, _buffers.Codes, _buffers.Present);
            ReadOnlySpan<int> codes = _buffers.Codes.AsSpan(0, count);
            _buffers.PageValues.Truncate(0);
            if (count > 0 && _usesDictionary && (_usesDictionary = TryNumber(codes, part.Levels)))
                AddIndexes(_buffers.Present.AsSpan(0, part.Length), count, texts.Count);
            else
                AddTexts(part, codes, met);
        }
        foreach (int code in texts.Codes)
            met.Meet(code);
        if (texts.Count > 0)
            _pages.SetDictionary(_buffers, texts.Bytes.Written, texts.Count);
    }

    private bool TryNumber(ReadOnlySpan<int> codes, IReadOnlyList<string> levels)
    {
        TextTable texts = _buffers.Texts;
        int before = texts.Count, bytes = texts.Bytes.Length;
        if (texts.TryNumber(codes, levels, _buffers.Indexes))
        {
            int added = texts.Count - before;
            double bytesEach = added == 0 ? sizeof(int) : (texts.Bytes.Length - bytes) / (double)added;
            if (DictionaryRule.Pays(codes.Length, added, bytesEach, RunLengths.WidthOf(texts.Count)))
                return true;
        }
        texts.Truncate(before, bytes);
        return false;
    }

    /// <summary>Writes texts plainly, in as many pages as they take.</summary>
    private void AddTexts(CategoryColumn part, ReadOnlySpan<int> codes, LevelsMet met)
    {
        ByteBuffer values = _buffers.PageValues;
        ReadOnlySpan<byte> present = _buffers.Present.AsSpan(0, part.Length);
        int firstRow = 0, count = 0, at = 0;
        for (int row = 0; row < present.Length; row++)
        {
            if (present[row] == 0)
                continue;
            int before = values.Length;
            TextTable.Write(part.Levels[codes[at]], values);
            met.Meet(codes[at++]);
            if (values.Length > MostPageBytes - LevelBytes && count > 0)
            {
                byte[] last = values.Written[before..].ToArray();
                values.Truncate(before);
                _pages.AddData(_buffers, present[firstRow..row], count, PageEncoding.Plain);
                values.Truncate(0);
                values.Write(last);
                (firstRow, count) = (row, 0);
            }
            count++;
        }
        _pages.AddData(_buffers, present[firstRow..], count, PageEncoding.Plain);
    }
}
