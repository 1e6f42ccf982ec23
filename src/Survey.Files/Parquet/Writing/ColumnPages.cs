using System.IO.Hashing;
using Snappier;
using Survey.Files.Parquet.Thrift;

namespace Survey.Files.Parquet.Writing;

/// <summary>The pages of a column in a row group, and what the footer says of them.</summary>
internal sealed class ColumnPages : IDisposable
{
    private readonly ByteBuffer _dictionary = new(), _data = new();

    /// <summary>How many bytes the pages would have without compression, their headers included.</summary>
    public long PlainBytes { get; private set; }

    /// <summary>How many bytes the pages have, their headers included.</summary>
    public long Bytes => (long)_dictionary.Length + _data.Length;

    /// <summary>How many bytes the dictionary page has; 0 where there is none.</summary>
    public int DictionaryBytes => _dictionary.Length;

    public int Rows { get; private set; }

    /// <summary>Rows that have no value.</summary>
    public int Missing { get; private set; }

    /// <summary>Adds a page of rows.</summary>
    /// <param name="buffers">In which its values stand, in <see cref="EncoderBuffers.PageValues"/>.</param>
    /// <param name="present">Which of its rows have a value.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="encoding">Of the values.</param>
    public void AddData(EncoderBuffers buffers, ReadOnlySpan<byte> present, int count, PageEncoding encoding)
    {
        buffers.Page.Truncate(0);
        WriteLevels(buffers.Page, present, count);
        buffers.Page.Write(buffers.PageValues.Written);
        Rows += present.Length;
        Missing += present.Length - count;
        int rows = present.Length;
        AddPage(buffers, buffers.Page.Written, PageType.DataPage, _data, header =>
        {
            header.Begin(5); // data_page_header
            header.I32(1, rows);
            header.I32(2, (int)encoding);
            header.I32(3, (int)PageEncoding.Rle);
            header.I32(4, (int)PageEncoding.Rle);
            header.End();
        });
    }

    /// <summary>Sets the dictionary, all pages being there.</summary>
    /// <param name="buffers">For the work.</param>
    /// <param name="values">One after another, plain.</param>
    /// <param name="count">How many.</param>
    public void SetDictionary(EncoderBuffers buffers, ReadOnlySpan<byte> values, int count) =>
        AddPage(buffers, values, PageType.DictionaryPage, _dictionary, header =>
        {
            header.Begin(7); // dictionary_page_header
            header.I32(1, count);
            header.I32(2, (int)PageEncoding.Plain);
            header.End();
        });

    public void WriteTo(Stream stream)
    {
        stream.Write(_dictionary.Written);
        stream.Write(_data.Written);
    }

    public void Dispose()
    {
        _dictionary.Dispose();
        _data.Dispose();
    }

    /// <summary>Whether rows have a value, after the length of what says so.</summary>
    private static void WriteLevels(ByteBuffer page, ReadOnlySpan<byte> present, int count)
    {
        page.Room(sizeof(int));
        page.Advance(sizeof(int));
        if (count == 0 || count == present.Length)
            RunLengths.WriteRun(count == 0 ? 0 : 1, present.Length, 1, page);
        else
            RunLengths.WriteFlags(present, page);
        page.SetLength(0, page.Length - sizeof(int));
    }

    private void AddPage(EncoderBuffers buffers, ReadOnlySpan<byte> page, PageType type, ByteBuffer into, Action<CompactWriter> kind)
    {
        ByteBuffer compressed = buffers.Compressed, head = buffers.Header;
        compressed.Truncate(0);
        compressed.Advance(Snappy.Compress(page, compressed.Room(Snappy.GetMaxCompressedLength(page.Length))));
        head.Truncate(0);
        var header = new CompactWriter(head);
        header.Begin();
        header.I32(1, (int)type);
        header.I32(2, page.Length);
        header.I32(3, compressed.Length);
        header.I32(4, (int)Crc32.HashToUInt32(compressed.Written));
        kind(header);
        header.End();
        into.Write(head.Written);
        into.Write(compressed.Written);
        PlainBytes += head.Length + page.Length;
    }
}
