using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Survey.Files.Columns;
using Survey.Files.Parquet.Metadata;

namespace Survey.Files.Parquet.Reading;

/// <summary>A Parquet file: what its footer says, and where its columns stand.</summary>
internal sealed class ParquetFile : RowFile
{
    private const int Ending = 8, Beginning = 4;
    private static readonly Codec[] Unpackable = [Codec.None, Codec.Snappy, Codec.Gzip, Codec.Brotli, Codec.Lz4, Codec.Zstd, Codec.Lz4Raw];

    private readonly Dictionary<string, Leaf> _leaves;
    private readonly IReadOnlyList<(string Name, string Why)> _refused;
    private readonly long _dataEnd;
    private readonly Lazy<IReadOnlyList<StoredLevels.Column>> _stored;

    private ParquetFile(string file, long length, int footer, FileFooter facts, ReadableSchema schema, Headings headings) : base(file)
    {
        (Length, _dataEnd, Footer) = (length, length - footer - Ending, facts);
        _leaves = schema.Leaves.Zip(headings.Columns, (leaf, name) => leaf with { Name = name }).DistinctBy(leaf => leaf.Name).ToDictionary(leaf => leaf.Name, StringComparer.Ordinal); // names as they stand may be alike, and are then asked for by nobody
        _refused = schema.Refused;
        _stored = new(() => facts.Notes.FirstOrDefault(note => note.Key == FileFooter.LevelsKey).Value is { } json ? StoredIn(file, json) : []);
        FileColumns = headings.Columns;
        Notes = [.. headings.Notes, .. schema.Refused.Select(refused => $"{file}: the column '{Texts.Name(refused.Name)}' {refused.Why} and is left out")];
    }

    private ParquetFile(ParquetFile file, IReadOnlyList<(string, string?)> folders) : base(file.File)
    {
        (Length, _dataEnd, Footer, _leaves, _refused, _stored, FileColumns, Notes) = (file.Length, file._dataEnd, file.Footer, file._leaves, file._refused, file._stored, file.FileColumns, file.Notes);
        FolderColumns = folders;
    }

    /// <summary>What its end says.</summary>
    public FileFooter Footer { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>The columns that stand in the file and can be read.</summary>
    public IReadOnlyList<string> FileColumns { get; }

    /// <summary>Values that the names of its folders give all rows, by their columns; null where they say that it is missing.</summary>
    public IReadOnlyList<(string Name, string? Value)> FolderColumns { get; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => FolderColumns.Count == 0 ? FileColumns : [.. FileColumns, .. FolderColumns.Select(column => column.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override string? WhyNot(string column) =>
        _refused.FirstOrDefault(refused => refused.Name == column).Why is { } why
            ? $"In {File} the column '{Texts.Name(column)}' {why}, which no column here can; write it as columns of single values, or read the others."
            : null;

    /// <summary>Reads the footer.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="file">The name as the user gave it.</param>
    /// <param name="options">Which must not say what such a file says itself.</param>
    /// <param name="rule">What is asked of the names.</param>
    public static ParquetFile Open(FileStream stream, string file, ReadOptions options, HeadingRule rule)
    {
        if (options.Sheet is { } sheet)
            throw new SurveyDataException($"{file} is a Parquet file and has no sheet '{Texts.Name(sheet)}'; leave Sheet out, or name a workbook.");
        if (options.HeaderRow != 1)
            throw new SurveyDataException($"{file} is a Parquet file, whose column names stand in no row; leave HeaderRow out.");
        try
        {
            byte[] footer = ReadFooter(stream, file);
            FileFooter facts = FooterReader.Read(footer);
            ReadableSchema schema = SchemaReader.Read(facts.Schema);
            CheckGroups(facts, schema.AllLeaves);
            if (schema.Leaves.Count == 0)
                throw new SurveyDataException($"{file} has no column that can be read{string.Concat(schema.Refused.Take(3).Select(refused => $", as '{Texts.Name(refused.Name)}' {refused.Why}"))}; write it with columns of single values.");
            return new ParquetFile(file, stream.Length, footer.Length, facts, schema, Headings.Of([.. schema.Leaves.Select(leaf => leaf.Name)], file, rule));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new SurveyDataException($"{file} is damaged: its footer cannot be read, as {broken.Message}; write or copy it again.", broken);
        }
    }

    /// <summary>The same file with columns that its folders give.</summary>
    public ParquetFile In(IReadOnlyList<(string Name, string? Value)> folders) => new(this, [.. folders.Where(folder => !_leaves.ContainsKey(folder.Name))]);

    /// <summary>A column of the file; null where a folder gives it.</summary>
    public Leaf? LeafOf(string column) => _leaves.GetValueOrDefault(column);

    /// <summary>What the file keeps of a category beside its texts; null where that is nothing.</summary>
    public StoredLevels.Column? Stored(string column) => _stored.Value.FirstOrDefault(stored => stored.Name == column);

    private static IReadOnlyList<StoredLevels.Column> StoredIn(string file, string json)
    {
        try
        {
            return StoredLevels.Parse(json);
        }
        catch (SurveyDataException broken)
        {
            throw new SurveyDataException($"{file} {broken.Message}", broken);
        }
    }

    /// <summary>What a folder says of a column.</summary>
    public string? FolderValue(string column) => FolderColumns.First(folder => folder.Name == column).Value;

    /// <summary>Refuses columns that stand elsewhere, are encrypted, or are packed by a codec that is not known, and what lies outside the file.</summary>
    /// <param name="column">Which.</param>
    public void Check(string column)
    {
        if (LeafOf(column) is not { } leaf)
            return;
        for (int group = 0; group < Footer.Groups.Count; group++)
            Check(leaf, group, Footer.Groups[group]);
    }

    /// <summary>Opens the file for the reading of its columns, if it is still what it was.</summary>
    public SafeFileHandle OpenHandle() =>
        InputFile.Attempt(File, () =>
        {
            SafeFileHandle handle = System.IO.File.OpenHandle(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (RandomAccess.GetLength(handle) == Length)
                return handle;
            handle.Dispose();
            throw InputFile.Changed(File);
        });

    /// <summary>What to say of a page that cannot be read.</summary>
    public SurveyDataException Damaged(Leaf leaf, int group, int page, Exception cause)
    {
        string where = $"in column '{Texts.Name(leaf.Name)}', row group {group + 1}{(page > 0 ? $", page {page}" : "")}";
        if (cause is DensePageException)
            return new SurveyDataException($"{File} cannot be read: {where}, {cause.Message}, more than is believed, as they might fill the memory; write it with smaller pages.", cause);
        string why = cause is InvalidDataException or EndOfStreamException ? cause.Message : "its bytes are not what they should be";
        return new SurveyDataException($"{File} is damaged: {where}, {why}; write or copy it again.", cause);
    }

    /// <inheritdoc/>
    public override long Read(IReadOnlyList<FieldTarget?> targets) => new TextRows(this, targets).Read();

    private static byte[] ReadFooter(FileStream stream, string file)
    {
        Span<byte> ending = stackalloc byte[Ending];
        if (stream.Length < Beginning + Ending)
            throw new InvalidDataException("the file is too short to have one");
        stream.Position = stream.Length - Ending;
        stream.ReadExactly(ending);
        if (ending[4..].SequenceEqual("PARE"u8))
            throw new SurveyDataException($"{file} is encrypted, and encrypted Parquet files are not read; write it without encryption.");
        if (!ending[4..].SequenceEqual("PAR1"u8))
            throw new InvalidDataException("the file does not end with PAR1, as a whole one does");
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(ending);
        if (length > stream.Length - Beginning - Ending)
            throw new InvalidDataException($"it claims {Invariant.Count(length)} bytes, more than the file has");
        if (length > ParquetLimits.LongestFooter)
            throw new InvalidDataException($"it has {Invariant.Count(length)} bytes, and at most {Invariant.Count(ParquetLimits.LongestFooter)} are read");
        byte[] footer = new byte[length];
        stream.Position = stream.Length - Ending - length;
        stream.ReadExactly(footer);
        return footer;
    }

    private static void CheckGroups(FileFooter facts, int leaves)
    {
        long rows = 0;
        foreach (ParquetGroup group in facts.Groups)
        {
            if (group.Rows < 0 || group.Columns.Length != leaves)
                throw new InvalidDataException("a group of rows has not the columns of the schema");
            if (group.Rows > ParquetLimits.MostRows - rows)
                throw new InvalidDataException($"it claims more than {Invariant.Count(ParquetLimits.MostRows)} rows");
            rows += group.Rows;
        }
        if (rows != facts.Rows)
            throw new InvalidDataException($"it claims {Invariant.Count(facts.Rows)} rows, and its groups have {Invariant.Count(rows)}");
    }

    private void Check(Leaf leaf, int number, ParquetGroup group)
    {
        ColumnChunk chunk = group.Columns[leaf.Index];
        if (group.Rows == 0)
            return;
        if (chunk.IsElsewhere)
            throw new SurveyDataException($"{File} keeps the column '{Texts.Name(leaf.Name)}' in another file, and such are not read; write it as one file.");
        if (chunk.IsEncrypted || !chunk.IsDescribed)
            throw new SurveyDataException($"The column '{Texts.Name(leaf.Name)}' of {File} is encrypted, and encrypted columns are not read; leave it out, or write it without encryption.");
        if (chunk.Codec == Codec.Lzo)
            throw new SurveyDataException($"The column '{Texts.Name(leaf.Name)}' of {File} is compressed with LZO, which is not read; write it with zstd or Snappy.");
        string? odd = !Unpackable.Contains(chunk.Codec) ? $"its codec is number {(int)chunk.Codec}, which there is not"
            : chunk.Type != leaf.Type ? $"it is kept as {chunk.Type}, and the schema says {leaf.Type}"
            : chunk.Values != group.Rows ? $"it claims {Invariant.Count(chunk.Values)} values for {Invariant.Count(group.Rows)} rows"
            : chunk.Start < Beginning || chunk.Length < 0 || chunk.Start > _dataEnd - chunk.Length ? "it claims to stand outside the file"
            : null;
        if (odd is not null)
            throw Damaged(leaf, number, 0, new InvalidDataException(odd));
    }
}
