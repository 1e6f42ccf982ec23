using System.Buffers.Binary;
using Survey.Files.Columns;

namespace Survey.Files.Parquet.Writing;

/// <summary>Writes rows as a Parquet file, a row group after another, in memory for about one. The same rows give the same bytes for any number of threads.</summary>
internal sealed class ParquetWriter : IDisposable
{
    /// <summary>How many chunks make a row group: 131,072 rows.</summary>
    public const int ChunksOfGroup = 2;

    private readonly Stream _stream;
    private readonly IReadOnlyList<string> _names;
    private readonly LevelsMet[] _met;
    private readonly EncoderBuffers?[] _buffers = new EncoderBuffers?[OrderedPass.Threads];
    private readonly List<RowGroup> _groups = [];
    private long _position;

    /// <param name="stream">Where the file goes; it is not closed.</param>
    /// <param name="names">Of the columns.</param>
    /// <exception cref="SurveyDataException">There is no column, or one has no name.</exception>
    public ParquetWriter(Stream stream, IReadOnlyList<string> names)
    {
        if (names.Count is 0 or > Headings.MostColumns)
            throw new SurveyDataException($"A table of {Invariant.Count(names.Count)} columns cannot be written as Parquet, of which 1 to {Invariant.Count(Headings.MostColumns)} are read; select the columns to write.");
        if (names.ToList().FindIndex(string.IsNullOrWhiteSpace) is >= 0 and var blank)
            throw new SurveyDataException($"Column {blank + 1} has no name; give it one before it is written.");
        (_stream, _names) = (stream, names);
        _met = [.. names.Select(name => new LevelsMet(name))];
        Write(Magic);
    }

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>How many rows were written.</summary>
    public long Rows => _groups.Sum(group => (long)group.Rows);

    /// <summary>Writes a row group.</summary>
    /// <param name="chunks">Two, of 65,536 rows each; at the end of the rows perhaps one, and the last shorter.</param>
    public void WriteGroup(IReadOnlyList<IReadOnlyList<Column>> chunks)
    {
        var pages = new ColumnPages?[_names.Count];
        long firstRow = Rows;
        try
        {
            Together.Do(pages.Length, (thread, k) => pages[k] = ColumnEncoder.Encode([.. chunks.Select(chunk => chunk[k])], firstRow, _met[k], _buffers[thread] ??= new EncoderBuffers()));
            _groups.Add(new RowGroup(pages[0]!.Rows, [.. pages.Select(column => Write(column!))]));
        }
        finally
        {
            foreach (ColumnPages? column in pages)
                column?.Dispose();
        }
    }

    /// <summary>Ends the file.</summary>
    /// <param name="told">What the columns are, and what is known of their levels.</param>
    /// <param name="given">Levels and labels that somebody gives.</param>
    /// <param name="allowedIn">Columns that are written although they look like personal data.</param>
    /// <exception cref="SurveyDataException">Levels that no row has, or labels, look like personal data.</exception>
    public void Finish(IReadOnlyList<Variety> told, IReadOnlyList<StoredLevels.Column> given, IReadOnlyList<string> allowedIn)
    {
        StoredLevels.Column?[] stored = [.. _names.Select((name, k) => Stored(k, told[k], given.FirstOrDefault(own => own.Name == name)))];
        PersonalData.Refuse([.. stored.Select((own, k) => own is null || allowedIn.Contains(own.Name) ? null : PersonalData.KindOf(own.Name, _met[k].Beyond(own))).OfType<PersonalDataColumn>()], "or its levels and labels");
        using var footer = new ByteBuffer();
        Footer.Write(footer, _names, [.. told.Select(variety => variety.Type)], _groups, [.. stored.OfType<StoredLevels.Column>()]);
        Write(footer.Written);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        Write(length);
        Write(Magic);
    }

    public void Dispose()
    {
        foreach (EncoderBuffers? buffers in _buffers)
            buffers?.Dispose();
    }

    private StoredLevels.Column? Stored(int k, Variety told, StoredLevels.Column? given) =>
        given is not null && told.Type != ColumnType.Category ? throw new SurveyDataException($"The column '{Texts.Name(given.Name)}' is {told.Type.Called()} and has no levels to be given labels; read it as a category.")
        : given is not null ? _met[k].Checked(given)
        : told.Type == ColumnType.Category ? _met[k].ToStore(told)
        : null;

    private WrittenColumn Write(ColumnPages pages)
    {
        long start = _position;
        pages.WriteTo(_stream);
        _position += pages.Bytes;
        return new WrittenColumn(start, pages.DictionaryBytes, pages.Bytes, pages.PlainBytes, pages.Missing);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}
