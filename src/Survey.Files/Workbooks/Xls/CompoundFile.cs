using System.Buffers.Binary;
using System.Text;

namespace Survey.Files.Workbooks.Xls;

/// <summary>A compound file ([MS-CFB]): streams kept in chains of sectors, as old Office files are. Nothing in it is trusted.</summary>
internal sealed class CompoundFile
{
    /// <summary>The largest file that is read; a workbook of 65,536 rows and 256 columns stays below.</summary>
    public const long MostBytes = 1L << 30;

    private const int EntrySize = 128, MiniSectorShift = 6;
    private const uint EndOfChain = 0xFFFFFFFE, LastSector = 0xFFFFFFF9, None = 0xFFFFFFFF;

    private readonly byte[] _bytes;
    private readonly string _file;
    private readonly int _sectorShift;
    private readonly uint[] _next;
    private readonly uint[] _nextMini;
    private readonly byte[] _miniStream;
    private readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(byte[] bytes, string file)
    {
        (_bytes, _file) = (bytes, file);
        _sectorShift = bytes.Length < 512 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30));
        if (_sectorShift is not (9 or 12))
            throw Broken("its beginning is damaged");
        _next = Table(FatSectors());
        byte[] directory = Join(Chain(Header(48), _next), long.MaxValue);
        if (directory.Length < EntrySize)
            throw Broken("its directory is damaged");
        _nextMini = Table(Chain(Header(60), _next));
        (uint start, long size) = Entry(directory, 0);
        _miniStream = Join(Chain(start, _next), size);
        ListStreams(directory);
    }

    public static CompoundFile Read(Stream stream, string file)
    {
        if (stream.Length > MostBytes)
            throw new SurveyDataException($"{file} has {Invariant.Count(stream.Length)} bytes, and an old workbook (xls) is read up to {Invariant.Count(MostBytes)}; save it as xlsx.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new CompoundFile(bytes, file);
    }

    /// <summary>Whether there is a stream of this name, in any letter case.</summary>
    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The bytes of a stream.</summary>
    public byte[] Stream(string name)
    {
        (uint start, long size) = _streams[name];
        if (size >= Header(56))
            return Join(Chain(start, _next), size);
        List<uint> sectors = Chain(start, _nextMini);
        byte[] stream = new byte[size];
        for (int k = 0; (long)k << MiniSectorShift < size; k++)
        {
            int length = (int)Math.Min(1 << MiniSectorShift, size - (k << MiniSectorShift));
            if (k >= sectors.Count || ((long)sectors[k] << MiniSectorShift) + length > _miniStream.Length)
                throw Broken("one of its streams ends early");
            Array.Copy(_miniStream, (int)sectors[k] << MiniSectorShift, stream, k << MiniSectorShift, length);
        }
        return stream;
    }

    private uint Header(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(offset));

    /// <summary>The sectors of the table of chains: 109 are named in the header, the others in sectors of their own.</summary>
    private List<uint> FatSectors()
    {
        var sectors = new List<uint>();
        for (int k = 0; k < 109; k++)
            sectors.Add(Header(76 + (4 * k)));
        int most = _bytes.Length >> _sectorShift;
        uint list = Header(68);
        for (int lists = 0; list <= LastSector; lists++)
        {
            if (lists > most)
                throw Broken("its table of sectors has no end");
            ReadOnlySpan<byte> sector = Sector(list);
            for (int at = 0; at < sector.Length - 4; at += 4)
                sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[at..]));
            list = BinaryPrimitives.ReadUInt32LittleEndian(sector[^4..]);
        }
        sectors.RemoveAll(sector => sector == None);
        return sectors.Count <= most ? sectors : throw Broken("its table of sectors is longer than the file");
    }

    private uint[] Table(List<uint> sectors)
    {
        byte[] bytes = Join(sectors, long.MaxValue);
        uint[] table = new uint[bytes.Length / 4];
        for (int k = 0; k < table.Length; k++)
            table[k] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * k));
        return table;
    }

    /// <summary>The sectors from one on; none stands in it twice, or it would be longer than the table.</summary>
    private List<uint> Chain(uint start, uint[] next)
    {
        var chain = new List<uint>();
        for (uint sector = start; sector != EndOfChain && sector != None; sector = next[sector])
        {
            if (sector >= next.Length || chain.Count >= next.Length)
                throw Broken("a chain of sectors leads nowhere");
            chain.Add(sector);
        }
        return chain;
    }

    /// <summary>The content of sectors, up to a size; the last sector of a file may be cut short.</summary>
    private byte[] Join(List<uint> sectors, long size)
    {
        long whole = (long)sectors.Count << _sectorShift;
        if (size > whole && size != long.MaxValue)
            throw Broken("one of its streams ends early");
        byte[] joined = new byte[Math.Min(size, whole)];
        for (int k = 0; (long)k << _sectorShift < joined.Length; k++)
        {
            ReadOnlySpan<byte> sector = Sector(sectors[k]);
            int at = k << _sectorShift, wanted = Math.Min(1 << _sectorShift, joined.Length - at);
            if (sector.Length < wanted && size != long.MaxValue)
                throw Broken("the end of the file is missing");
            sector[..Math.Min(sector.Length, wanted)].CopyTo(joined.AsSpan(at));
        }
        return joined;
    }

    private ReadOnlySpan<byte> Sector(uint sector)
    {
        long at = ((long)sector + 1) << _sectorShift;
        return at < _bytes.Length ? _bytes.AsSpan((int)at, (int)Math.Min(1L << _sectorShift, _bytes.Length - at)) : throw Broken("the end of the file is missing");
    }

    private static (uint Start, long Size) Entry(ReadOnlySpan<byte> directory, uint number)
    {
        ReadOnlySpan<byte> entry = directory.Slice((int)number * EntrySize, EntrySize);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]); // the upper half is not reliable in small files, and large ones are refused
        return (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), size);
    }

    /// <summary>Walks the tree of the root's own streams: an embedded workbook lies deeper.</summary>
    private void ListStreams(ReadOnlySpan<byte> directory)
    {
        int count = directory.Length / EntrySize;
        bool[] seen = new bool[count];
        var open = new Stack<uint>([BinaryPrimitives.ReadUInt32LittleEndian(directory[76..])]);
        while (open.TryPop(out uint number))
        {
            if (number >= count || seen[number])
                continue;
            seen[number] = true;
            ReadOnlySpan<byte> entry = directory.Slice((int)number * EntrySize, EntrySize);
            int nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64);
            if (entry[66] == 2)
                _streams.TryAdd(Encoding.Unicode.GetString(entry[..nameLength]), Entry(directory, number));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
        }
    }

    private SurveyDataException Broken(string what) => Workbook.Broken(_file, what);
}
