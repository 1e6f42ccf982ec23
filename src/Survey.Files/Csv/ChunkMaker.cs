using System.Buffers;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Makes the columns of a chunk of the blocks that hold its rows.</summary>
internal sealed class ChunkMaker(FilePass pass, long firstRow) : IDisposable
{
    private readonly List<(CsvBlock Block, int File, int Row)> _blocks = []; // not yet parsed
    private ChunkColumn[]? _columns;

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>How many bytes of blocks are kept.</summary>
    public long Bytes => _blocks.Sum(part => (long)part.Block.Bytes.Length);

    /// <summary>What was counted of each column.</summary>
    public IReadOnlyList<FormTally?> Tallies => [.. (_columns ?? []).Select(column => column.Tally)];

    /// <summary>Takes the rows that follow.</summary>
    public void Add(CsvBlock block, int file)
    {
        _blocks.Add((block, file, Rows));
        Rows += block.Rows;
    }

    /// <summary>Parses the rows taken, and gives their bytes back.</summary>
    public void Parse()
    {
        _columns ??= [.. pass.Columns.Select(column => new ChunkColumn(column))];
        FieldParser[] parsers = [.. _columns.Select(column => column.Parser)];
        foreach ((CsvBlock block, int file, int row) in _blocks)
            pass.Parse(block, file, parsers, row, firstRow + row);
        _blocks.Clear();
    }

    /// <summary>The columns, all rows having been parsed.</summary>
    public IReadOnlyList<Column> Made() => [.. _columns!.Select(column => column.Made(Rows))];

    public void Dispose()
    {
        foreach ((CsvBlock block, _, _) in _blocks)
            block.Dispose();
        _blocks.Clear();
        foreach (ChunkColumn column in _columns ?? [])
            column.Dispose();
    }
}

/// <summary>The values of one column of a chunk, in arrays of the pool.</summary>
internal sealed class ChunkColumn : IDisposable
{
    private readonly FileColumn _column;
    private double[] _numbers = [];
    private byte[] _flags = [];
    private int[] _integers = [];

    public ChunkColumn(FileColumn column)
    {
        _column = column;
        ColumnPlan plan = column.Plan;
        Tally = column.NeedsEvidence ? new FormTally() : null;
        Parser = plan.Type switch
        {
            ColumnType.Number => new NumberParser(plan, Tally, _numbers = ArrayPool<double>.Shared.Rent(Chunk.Size)),
            ColumnType.Flag => new FlagParser(plan, Tally, _flags = ArrayPool<byte>.Shared.Rent(Chunk.Size)),
            ColumnType.Date => new DateParser(plan, Tally, _integers = ArrayPool<int>.Shared.Rent(Chunk.Size)),
            _ => new CategoryParser(plan, Tally, _integers = ArrayPool<int>.Shared.Rent(Chunk.Size), column.Levels!),
        };
    }

    public FormTally? Tally { get; }

    public FieldParser Parser { get; }

    /// <summary>The column of some rows.</summary>
    public Column Made(int rows) =>
        Parser switch
        {
            NumberParser => NumberColumn.Owning(_numbers.AsMemory(0, rows)),
            FlagParser => FlagColumn.Owning(_flags.AsMemory(0, rows)),
            DateParser => DateColumn.Owning(_integers.AsMemory(0, rows)),
            _ => new CategoryColumn(_integers.AsMemory(0, rows), LevelsTo(((CategoryParser)Parser).Highest), whyNotNumber: _column.Variety.WhyNotNumber),
        };

    public void Dispose()
    {
        Return(ref _numbers);
        Return(ref _flags);
        Return(ref _integers);
    }

    private IReadOnlyList<string> LevelsTo(int highest) => highest < _column.Known.Count ? _column.Known : new SharedLevels(_column.Levels!.Level, highest + 1);

    private static void Return<T>(ref T[] array)
    {
        if (array.Length > 0)
            ArrayPool<T>.Shared.Return(array);
        array = [];
    }
}
