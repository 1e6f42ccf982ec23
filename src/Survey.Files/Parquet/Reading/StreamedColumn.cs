using System.Buffers;
using Survey.Files.Columns;

namespace Survey.Files.Parquet.Reading;

/// <summary>What is known of a streamed column.</summary>
/// <param name="facts">What its files and its values say it is.</param>
internal sealed class StreamedColumn(ParquetColumn facts)
{
    private const int Batch = 1 << 14;

    private Sequence<string> _known = new();
    private FileLevels? _levels;

    /// <summary>What its files and its values say it is.</summary>
    public ParquetColumn Facts => facts;

    /// <summary>What is told of it.</summary>
    public Variety Variety =>
        facts.Type switch
        {
            ColumnType.Number => Variety.Number,
            ColumnType.Flag => Variety.Flag,
            ColumnType.Date => Variety.Date,
            _ => new Variety(ColumnType.Category, _known, facts.LabelsOf(_known) ?? _known, facts.IsOrdered(_known), facts.WhyNotNumber),
        };

    /// <summary>Learns whether it is of the type that its files let expect, and the levels that rows have, if it is a category, which are coded from now on in order, others as they are met.</summary>
    /// <param name="rows">How many, of the first.</param>
    /// <param name="cancellation">Ends it.</param>
    public void Learn(long rows, CancellationToken cancellation)
    {
        if (!facts.IsFinal && !IsOfItsType(rows, cancellation))
            facts.Doubted();
        if (facts.Type != ColumnType.Category)
            return;
        FileLevels met = facts.NewLevels();
        using (var open = new OpenFiles())
            Read(facts.Codes(open, met), rows, cancellation);
        _known = new(facts.InOrder(met).Levels);
        _levels = facts.NewLevels(_known);
    }

    private bool IsOfItsType(long rows, CancellationToken cancellation)
    {
        using var open = new OpenFiles();
        try
        {
            if (facts.Type == ColumnType.Number)
                Read(facts.Numbers(open), rows, cancellation);
            else
                Read(facts.Dates(open), rows, cancellation);
            return true;
        }
        catch (ProvisionalFactsException)
        {
            return false;
        }
    }

    private static void Read<T>(ValueSource<T> source, long rows, CancellationToken cancellation)
    {
        using (source)
        {
            T[] values = ArrayPool<T>.Shared.Rent(Batch);
            for (long left = rows; left > 0; left -= Batch)
            {
                cancellation.ThrowIfCancellationRequested();
                source.Read(values.AsSpan(0, (int)Math.Min(Batch, left)));
            }
            ArrayPool<T>.Shared.Return(values);
        }
    }

    /// <summary>Opens its values for a pass.</summary>
    public ChunkSource Open(OpenFiles open) =>
        facts.Type switch
        {
            ColumnType.Number => new ChunkSource<double>(facts.Numbers(open), Number),
            ColumnType.Flag => new ChunkSource<byte>(facts.Flags(open), flags => FlagColumn.Owning(flags)),
            ColumnType.Date => new ChunkSource<int>(facts.Dates(open), days => DateColumn.Owning(days)),
            _ => Categories(open, _known, _levels!),
        };

    private NumberColumn Number(Memory<double> numbers)
    {
        facts.LeaveOutMissing(numbers.Span);
        return NumberColumn.Owning(numbers);
    }

    private ChunkSource<int> Categories(OpenFiles open, Sequence<string> known, FileLevels levels) =>
        new(facts.Codes(open, levels), codes => new CategoryColumn(codes, LevelsTo(codes.Span, known, levels), whyNotNumber: facts.WhyNotNumber));

    private static IReadOnlyList<string> LevelsTo(ReadOnlySpan<int> codes, Sequence<string> known, FileLevels levels)
    {
        if (levels.Count == known.Count)
            return known;
        int highest = CategoryColumn.Missing;
        foreach (int code in codes)
            highest = Math.Max(highest, code);
        return highest < known.Count ? known : new SharedLevels(levels.Level, highest + 1);
    }
}

/// <summary>Makes columns of the rows of chunks, one after another, in arrays of the pool.</summary>
internal abstract class ChunkSource : IDisposable
{
    /// <summary>The column of the next rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="giveBack">Gives back what it is kept in.</param>
    public abstract Column Next(int rows, out Action giveBack);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

internal sealed class ChunkSource<T>(ValueSource<T> source, Func<Memory<T>, Column> make) : ChunkSource
{
    public override Column Next(int rows, out Action giveBack)
    {
        T[] values = ArrayPool<T>.Shared.Rent(Chunk.Size);
        giveBack = () => ArrayPool<T>.Shared.Return(values);
        source.Read(values.AsSpan(0, rows));
        return make(values.AsMemory(0, rows));
    }

    public override void Dispose()
    {
        source.Dispose();
        base.Dispose();
    }
}
