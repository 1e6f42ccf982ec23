using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>One pass over the rows of files: chunks that parse their columns where they are asked for them, and what all values together say of the columns.</summary>
internal sealed class FilePass
{
    /// <summary>Bytes that a chunk keeps; those of longer rows become columns at once.</summary>
    private const long MostBytes = 32 << 20;

    private readonly FileRows _rows;
    private readonly IReadOnlyList<CsvFile> _files;
    private readonly ReadPace _pace;
    private readonly int[][] _places;
    private readonly ColumnEvidence[] _evidence;
    private readonly HashSet<FileChunk> _unmade = [];
    private bool _isPartial;

    /// <param name="rows">Whose pass it is.</param>
    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="columns">To be read.</param>
    /// <param name="pace">How they are read.</param>
    public FilePass(FileRows rows, IReadOnlyList<CsvFile> files, IReadOnlyList<FileColumn> columns, ReadPace pace)
    {
        (_rows, _files, Columns, _pace) = (rows, files, columns, pace);
        _places = CsvTable.PlacesOf(files, [.. columns.Select(column => column.Name)]);
        _evidence = [.. columns.Select(column => column.NewEvidence())];
    }

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<FileColumn> Columns { get; }

    /// <summary>The chunks in order.</summary>
    public IEnumerable<Chunk> Chunks()
    {
        using var blocks = new BlockSequence(_files, _pace, _rows.NewWatch());
        while (NextChunk(blocks) is { } chunk)
            yield return chunk;
        End();
    }

    /// <summary>Parses rows of a block.</summary>
    /// <param name="block">Given back afterwards.</param>
    /// <param name="file">The number of its file.</param>
    /// <param name="parsers">One for each column.</param>
    /// <param name="row">Where the values of its first row go.</param>
    /// <param name="order">The number of its first row among all rows.</param>
    public void Parse(CsvBlock block, int file, IReadOnlyList<FieldParser> parsers, int row, long order)
    {
        using (block)
            Explained(() => InputFile.Attempt(block.Form.File, () =>
            {
                new BlockParser(block.Form, CsvTable.InFileOrder(_places[file], k => parsers[k])).Parse(block, row, order);
                return block;
            }));
    }

    /// <summary>A chunk has made its columns.</summary>
    public void Made(FileChunk chunk, IReadOnlyList<FormTally?> tallies)
    {
        for (int k = 0; k < tallies.Count; k++)
            if (tallies[k] is { } tally)
                _evidence[k].Add(tally);
        lock (_unmade)
            _unmade.Remove(chunk);
    }

    /// <summary>A chunk cannot make its columns, or was thrown away before.</summary>
    public void Left(FileChunk chunk)
    {
        lock (_unmade)
            _isPartial |= _unmade.Remove(chunk);
    }

    private FileChunk? NextChunk(BlockSequence blocks)
    {
        long first = blocks.Rows;
        var maker = new ChunkMaker(this, first);
        try
        {
            while (maker.Rows < Chunk.Size && Explained(() => blocks.Next(Chunk.Size - maker.Rows)) is { } block)
            {
                maker.Add(block, blocks.File);
                if (maker.Bytes > MostBytes)
                    maker.Parse();
            }
            if (maker.Rows == 0)
                return null;
        }
        catch
        {
            maker.Dispose();
            throw;
        }
        var chunk = new FileChunk(this, maker, first);
        lock (_unmade)
            _unmade.Add(chunk);
        return chunk;
    }

    /// <summary>All rows were read. Their columns are made, if need be, as only all values show whether what was told holds.</summary>
    private void End()
    {
        FileChunk[] unmade;
        lock (_unmade)
            unmade = [.. _unmade.OrderBy(chunk => chunk.FirstRow)];
        foreach (FileChunk chunk in unmade)
            _ = chunk.Columns;
        if (_isPartial)
            return;
        for (int k = 0; k < Columns.Count; k++)
            if (Columns[k].NeedsEvidence)
                Columns[k].Confirm(_evidence[k]);
    }

    private CsvBlock? Explained(Func<CsvBlock?> action)
    {
        try
        {
            return action();
        }
        catch (SurveyDataException error)
        {
            throw _rows.Explained(error, _files, Columns.Count > 0 ? Columns[0].Name : "");
        }
        catch (ProvisionalFactsException doubt)
        {
            throw Columns.First(column => column.Name == doubt.Column).Doubted();
        }
    }
}
