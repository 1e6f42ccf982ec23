using Survey.Files.Parquet.Reading;

namespace Survey.Files.Csv;

/// <summary>Rows of CSV files, read in every pass. Of a column is told what the first rows show, until a pass shows otherwise and it is settled.</summary>
internal sealed class FileRows : Rows
{
    private readonly IReadOnlyList<string> _paths;
    private readonly ReadOptions _options;
    private readonly ReadPace _pace;
    private readonly IProgress<ReadProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, FileColumn> _known = new(StringComparer.Ordinal);
    private readonly Lock _learning = new();
    private CsvFile[] _files;
    private bool _isChecked, _isSettled;

    private FileRows(IReadOnlyList<string> paths, CsvFile[] files, ReadOptions options, ReadPace pace, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        (_paths, _files, _options, _pace, _progress, _cancellation) = (paths, files, options, pace, progress, cancellation);
        Columns = new Sequence<string>([.. FilesTable.ColumnsOf(files, options)]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. _files.SelectMany(file => file.Notes)];

    /// <inheritdoc/>
    internal override bool AreStreamed => true;

    /// <summary>Opens CSV files; a workbook, and what is read with it, becomes a table.</summary>
    public static Rows Open(IReadOnlyList<string> paths, ReadOptions options, ReadPace pace, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            RowFile[] files = RowFile.OpenAll(paths, options, RowFile.OpenUnchecked);
            // a name such as 省 in GB18030 may be another in UTF-8, which only the rest of its file tells
            return Of(files.Any(file => file is CsvFile { Form.Text.MarkLength: 0 } && options.Encoding is null && !file.Columns.All(name => System.Text.Ascii.IsValid(name)))
                ? RowFile.OpenAll(paths, options, RowFile.Open)
                : files);
        }
        catch (SurveyDataException odd) when (odd.InnerException is System.Text.DecoderFallbackException)
        {
            return Of(RowFile.OpenAll(paths, options, RowFile.Open));
        }

        Rows Of(RowFile[] files) =>
            files.All(file => file is CsvFile)
                ? new FileRows(paths, [.. files.Cast<CsvFile>()], options, pace, progress, cancellation)
                : files.All(file => file is ParquetFile) ? new ParquetRows([.. files.Cast<ParquetFile>()], options, pace.FirstRows, progress, cancellation)
                : FilesTable.Read(paths, options, pace);
    }

    internal override Variety VarietyOf(string column)
    {
        Require(column);
        lock (_learning)
        {
            Known(_options.Columns ?? [column]); // columns that were asked for are looked at together
            return Known([column])[0].Variety;
        }
    }

    internal override IEnumerable<Chunk> Read(IReadOnlyList<string> columns)
    {
        FilePass pass;
        lock (_learning)
            pass = new FilePass(this, _files, Known(columns), _pace);
        foreach (Chunk chunk in pass.Chunks())
            yield return chunk;
    }

    private protected override void Settle()
    {
        lock (_learning)
        {
            Examine([.. _known.Values], long.MaxValue);
            _isSettled = true;
        }
    }

    /// <summary>Looks on while the files are read once.</summary>
    internal ReadWatch NewWatch() =>
        new(_progress, _progress is null ? 0 : _files.Sum(file => InputFile.Attempt(file.File, () => new FileInfo(file.File).Length)), _cancellation);

    /// <summary>What an error means: bytes that do not fit the encoding that the files were presumed to have may fit another, which is found out now.</summary>
    /// <param name="error">Met in a pass.</param>
    /// <param name="files">As they were presumed to be in that pass.</param>
    /// <param name="column">One that was read.</param>
    /// <exception cref="SurveyDataException">They fit none.</exception>
    internal Exception Explained(SurveyDataException error, IReadOnlyList<CsvFile> files, string column)
    {
        lock (_learning)
            return files != _files || HasOtherEncoding(error) ? new ProvisionalFactsException(column) : error;
    }

    private bool HasOtherEncoding(SurveyDataException error)
    {
        if (error.InnerException is not System.Text.DecoderFallbackException || _isChecked)
            return false;
        CsvFile[] files = [.. _paths.Select(path => RowFile.Open(path, _options) as CsvFile ?? throw InputFile.Changed(path))];
        _isChecked = true;
        if (files.Zip(_files).All(pair => pair.First.FoundEncoding == pair.Second.FoundEncoding))
            return false;
        _files = files;
        return true;
    }

    private FileColumn[] Known(IReadOnlyList<string> columns)
    {
        foreach (string column in columns)
            Require(column);
        FileColumn[] asked = [.. columns.Select(name => _known.GetValueOrDefault(name) ?? new FileColumn(name, _options, _files.Length > 1))];
        FileColumn[] unknown = [.. asked.Where(column => !_known.ContainsKey(column.Name)).DistinctBy(column => column.Name)];
        if (unknown.Length > 0)
            Examine(unknown, _isSettled ? long.MaxValue : _pace.FirstRows);
        foreach (FileColumn column in unknown)
            _known.Add(column.Name, column);
        return [.. columns.Select(name => _known[name])];
    }

    /// <summary>Finds out the types and levels of columns from the first rows or all.</summary>
    private void Examine(IReadOnlyList<FileColumn> columns, long rows)
    {
        IReadOnlyList<FileColumn> left = columns;
        while (left.Count > 0)
            try
            {
                left = ColumnLook.Learn(left, _files, _pace, rows, NewWatch());
            }
            catch (SurveyDataException error)
            {
                if (!HasOtherEncoding(error)) // asked here, as what a filter throws is lost
                    throw;
                left = columns;
            }
    }
}
