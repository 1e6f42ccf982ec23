using System.IO.Compression;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>The parts of an Office file, a zip archive, which is not trusted: its sizes are checked before anything is unpacked.</summary>
internal sealed class Package : IDisposable
{
    /// <summary>The most parts a workbook may have.</summary>
    public const int MostParts = 10_000;

    /// <summary>The most bytes that all parts together may take unpacked.</summary>
    public const long MostBytes = 2L << 30;

    /// <summary>How many times its packed size a part above <see cref="AlwaysFine"/> may take. Sheets take 10 to 50 times, 230 where all cells are the same and have no addresses.</summary>
    public const long MostRatio = 500;

    /// <summary>A part of this size is unpacked however well it was packed.</summary>
    public const long AlwaysFine = 16 << 20;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private Package(ZipArchive archive, string file) => (_archive, File) = (archive, file);

    /// <summary>The name as the user gave it.</summary>
    public string File { get; }

    /// <summary>The paths of all parts, such as xl/workbook.xml.</summary>
    public IReadOnlyCollection<string> Paths => _parts.Keys;

    public static Package Open(Stream stream, string file)
    {
        var package = new Package(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), file);
        try
        {
            package.ListParts();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of a part; null where there is none.</summary>
    public Stream? Part(string path) => _parts.TryGetValue(path, out ZipArchiveEntry? entry) ? new PartStream(entry.Open(), entry.Length, entry.Crc32) : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private void ListParts()
    {
        if (_archive.Entries.Count > MostParts)
            throw new SurveyDataException($"{File} holds {Invariant.Count(_archive.Entries.Count)} parts, and a workbook has at most {Invariant.Count(MostParts)}; save the sheet with the data as a workbook of its own.");
        long bytes = 0;
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            bytes = checked(bytes + entry.Length);
            if (entry.Length > AlwaysFine && entry.Length / MostRatio > entry.CompressedLength)
                throw new SurveyDataException($"{File} would unpack {Invariant.Count(entry.CompressedLength)} bytes to {Invariant.Count(entry.Length)}, as files made to do harm do; get it again from where it came, as CSV.");
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw Workbook.Broken(File, $"its part {entry.FullName} stands twice");
        }
        if (bytes > MostBytes)
            throw new SurveyDataException($"{File} holds {Invariant.Count(bytes)} bytes unpacked, and a workbook may have {Invariant.Count(MostBytes)}; export its sheet as CSV.");
    }
}
