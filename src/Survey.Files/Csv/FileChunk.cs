namespace Survey.Files.Csv;

/// <summary>Rows of files, whose columns are parsed by the thread that first asks for them.</summary>
internal sealed class FileChunk(FilePass pass, ChunkMaker maker, long firstRow) : Chunk(firstRow, maker.Rows, null)
{
    private readonly Lock _making = new();
    private IReadOnlyList<Column>? _columns;
    private Exception? _error;

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Columns
    {
        get
        {
            lock (_making)
            {
                if (_error is not null)
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_error);
                return _columns ??= Make();
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_making)
        {
            if (_columns is null && _error is null)
            {
                _error = new ObjectDisposedException(nameof(Chunk));
                pass.Left(this);
            }
            maker.Dispose();
        }
        base.Dispose();
    }

    private IReadOnlyList<Column> Make()
    {
        try
        {
            maker.Parse();
            IReadOnlyList<Column> made = maker.Made();
            pass.Made(this, maker.Tallies);
            return made;
        }
        catch (Exception error)
        {
            _error = error;
            pass.Left(this);
            throw;
        }
    }
}
