using Survey.Files.Csv;

namespace Survey.Files.Parquet.Reading;

/// <summary>Rows of Parquet files, read in every pass. Of a category is told what the first rows show, until a pass shows more and it is settled.</summary>
internal sealed class ParquetRows : Rows
{
    private readonly IReadOnlyList<ParquetFile> _files;
    private readonly ReadOptions _options;
    private readonly int _firstRows;
    private readonly IProgress<ReadProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, StreamedColumn> _known = new(StringComparer.Ordinal);
    private readonly Lock _learning = new();
    private bool _isSettled;

    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="options">What the user said of them.</param>
    /// <param name="firstRows">How many rows show at first what levels there are.</param>
    /// <param name="progress">Is told how far a pass has come.</param>
    /// <param name="cancellation">Ends a pass.</param>
    public ParquetRows(IReadOnlyList<ParquetFile> files, ReadOptions options, int firstRows, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        (_files, _options, _firstRows, _progress, _cancellation) = (files, options, firstRows, progress, cancellation);
        Columns = new Sequence<string>([.. FilesTable.ColumnsOf(files, options)]);
        RowCount = files.Sum(file => file.Footer.Rows);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes
    {
        get
        {
            lock (_learning)
                return [.. _files.SelectMany(file => file.Notes), .. _known.Values.SelectMany(column => column.Facts.Notes)];
        }
    }

    /// <summary>How many rows there are, as the files say.</summary>
    public long RowCount { get; }

    /// <inheritdoc/>
    internal override bool AreStreamed => true;

    internal override Variety VarietyOf(string column)
    {
        lock (_learning)
            return Known([column])[0].Variety;
    }

    internal override IEnumerable<Chunk> Read(IReadOnlyList<string> columns)
    {
        StreamedColumn[] read;
        lock (_learning)
            read = Known(columns);
        using var pass = new ParquetPass(read, RowCount, new ReadWatch(_progress, _files.Sum(file => file.Length), _cancellation), _files.Sum(file => file.Length));
        foreach (Chunk chunk in pass.Chunks())
            yield return chunk;
    }

    private protected override void Settle()
    {
        lock (_learning)
        {
            _isSettled = true;
            StreamedColumn[] all = [.. _known.Values];
            Together.Do(all.Length, (_, k) => all[k].Learn(RowCount, _cancellation));
        }
    }

    private StreamedColumn[] Known(IReadOnlyList<string> columns)
    {
        foreach (string column in columns)
            Require(column);
        StreamedColumn[] unknown = [.. columns.Where(name => !_known.ContainsKey(name)).Distinct(StringComparer.Ordinal).Select(name => new StreamedColumn(new ParquetColumn(name, _files, _options)))];
        Together.Do(unknown.Length, (_, k) => unknown[k].Learn(_isSettled ? RowCount : Math.Min(RowCount, _firstRows), _cancellation));
        foreach (StreamedColumn column in unknown)
            _known.Add(column.Facts.Name, column);
        return [.. columns.Select(name => _known[name])];
    }
}
