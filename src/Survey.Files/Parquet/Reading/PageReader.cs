using System.Buffers;
using System.IO.Hashing;
using Survey.Files.Parquet.Codecs;
using Survey.Files.Parquet.Encodings;
using Survey.Files.Parquet.Metadata;

namespace Survey.Files.Parquet.Reading;

/// <summary>Reads the pages of one column of one group of rows, one after another, and unpacks them.</summary>
/// <param name="window">On the file.</param>
internal sealed class PageReader(FileWindow window) : IDisposable
{
    private readonly Unpacker _unpacker = new();
    private byte[] _page = [];
    private ColumnChunk _chunk;
    private long _at, _end;

    /// <summary>The header of the page that was read last.</summary>
    public PageHeader Header { get; private set; }

    /// <summary>The number of that page, from 1.</summary>
    public int Page { get; private set; }

    /// <summary>Goes to the first page of a group.</summary>
    /// <param name="chunk">The column in the group.</param>
    public void Begin(ColumnChunk chunk) => (_chunk, _at, _end, Page) = (chunk, chunk.Start, chunk.Start + chunk.Length, 0);

    /// <summary>Reads the next page.</summary>
    /// <param name="bytes">The page as it was before it was compressed; it stays until the next is read.</param>
    /// <returns>Whether there is one.</returns>
    public bool Next(out PageBytes bytes)
    {
        bytes = default;
        if (_at >= _end)
            return false;
        Page++;
        Header = ReadHeader(out int length);
        Check(Header, _end - _at - length);
        PageBytes packed = window.Get(_at + length, Header.Packed, _end);
        if (Header.Crc is { } crc && Crc32.HashToUInt32(packed.Span) != crc)
            throw new InvalidDataException("its bytes are not those that were written (CRC)");
        bytes = Unpacked(packed);
        _at += length + Header.Packed;
        return true;
    }

    /// <summary>Whether values follow; to be asked where none should.</summary>
    public bool HasMoreValues()
    {
        try
        {
            return _at < _end && ReadHeader(out _) is { Type: PageType.DataPage or PageType.DataPageV2, Values: > 0 };
        }
        catch (Exception padding) when (padding is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _unpacker.Dispose();
        if (_page.Length > 0)
            ArrayPool<byte>.Shared.Return(_page);
        _page = [];
    }

    private PageHeader ReadHeader(out int length)
    {
        for (int room = 1 << 12; ; room *= 4)
            try
            {
                room = (int)Math.Min(Math.Min(room, ParquetLimits.LongestPageHeader), _end - _at);
                return PageHeader.Read(window.Get(_at, room, _end).Span, out length);
            }
            catch (EndOfStreamException) when (room < ParquetLimits.LongestPageHeader && room < _end - _at)
            {
                // statistics in it may be long
            }
    }

    private void Check(PageHeader header, long there)
    {
        if (header.Packed < 0 || header.Packed > there)
            throw new InvalidDataException($"it claims {Invariant.Count(header.Packed)} bytes where there are {Invariant.Count(there)}");
        if (header.Unpacked is < 0 or > ParquetLimits.LongestPage || header.Packed > ParquetLimits.LongestPage)
            throw new InvalidDataException($"it claims {Invariant.Count(header.Unpacked)} bytes, and a page has at most {Invariant.Count(ParquetLimits.LongestPage)}");
        int usual = _chunk.Type == PhysicalType.ByteArray ? ParquetLimits.UsualPageOfTexts : ParquetLimits.UsualPage;
        if (header.Unpacked > usual && header.Unpacked / ParquetLimits.MostUnpacked > header.Packed)
            throw new DensePageException($"{Invariant.Count(header.Packed)} bytes claim to unpack to {Invariant.Count(header.Unpacked)}");
        if (header.Type is not PageType.IndexPage && header.Values < 0)
            throw new InvalidDataException("it does not say how many values it has");
    }

    private PageBytes Unpacked(PageBytes packed)
    {
        int levels = Header.Type == PageType.DataPageV2 ? LevelBytes() : 0;
        Codec codec = Header.Type == PageType.DataPageV2 && !Header.IsCompressed ? Codec.None : _chunk.Codec;
        if (codec == Codec.None)
            return packed.Length == Header.Unpacked ? packed : throw new InvalidDataException($"it has {Invariant.Count(packed.Length)} bytes and claims {Invariant.Count(Header.Unpacked)}");
        if (_page.Length < Header.Unpacked + PageBytes.Slack)
            Rent(Header.Unpacked + PageBytes.Slack);
        packed.Part(0, levels).Span.CopyTo(_page);
        int values = Header.Unpacked - levels;
        if (values > 0) // some codecs unpack no empty block
            _unpacker.Unpack(codec, new ArraySegment<byte>(packed.Array, packed.Start + levels, packed.Length - levels), _page.AsSpan(levels, values));
        return new PageBytes(_page, 0, Header.Unpacked);
    }

    private int LevelBytes() =>
        Header.RepetitionBytes >= 0 && Header.LevelBytes >= 0 && Header.RepetitionBytes + (long)Header.LevelBytes <= Math.Min(Header.Packed, Header.Unpacked)
            ? Header.RepetitionBytes + Header.LevelBytes
            : throw new InvalidDataException("its levels are longer than the page");

    private void Rent(int length)
    {
        if (_page.Length > 0)
            ArrayPool<byte>.Shared.Return(_page);
        _page = [];
        _page = ArrayPool<byte>.Shared.Rent(length);
    }
}

/// <summary>A page is packed so well that it may be made to fill the memory.</summary>
internal sealed class DensePageException(string what) : Exception(what);
