using System.Collections.Concurrent;

namespace Survey;

/// <summary>The sample of rows whose units are met as the rows are read: of streams, of which nothing is kept row by row and what the sample is becomes known in the first pass, whatever else that pass is for; and of tables of many rows.</summary>
/// <remarks>
/// Each distinct combination of values of the columns that say how the sample was drawn becomes one row that stands for those like it; of these rows the sample is built as any other is, so that every rule and message is the same.
/// </remarks>
internal sealed class MetSample(Rows rows, SampleColumns columns, bool rowsMayBeUnits, LonelyPsu lonelyPsu)
{
    // of 10 million rows 9 s are taken to sort as many units, and 23 s to meet them
    private const int MostMet = 1 << 17;

    private readonly Lock _one = new();
    private Sample? _sample;
    private KnownUnits? _known;

    public bool RowsAreUnits { get; } = columns.RowsAreUnits(rowsMayBeUnits);

    /// <summary>The sample; a pass over its own columns finds it where no other has.</summary>
    public Sample Sample => _sample ?? Find();

    /// <summary>Weight of the rows of each unit, where weights follow from population sizes; else null.</summary>
    public double[]? WeightOfUnit => columns.WeightsFollow ? Sample.WeightOfUnit : null;

    /// <summary>The units of a pass.</summary>
    /// <param name="binder">Of the pass.</param>
    public UnitCodes Begin(Binder binder)
    {
        CheckIsNumber(columns.Weights, "weights");
        if (rows is IKeySource)
            return new OneUnit(); // nobody reads the rows
        // merged strata of rows are summed row by row, as those of a table are
        if (Known is null && (columns.WeightsFollow || (RowsAreUnits && columns.Collapse is not null)))
            Find();
        return Known is { } known ? new MetUnits(this, known.Register, columns, binder, known.UnitOf) : Meeting(binder);
    }

    /// <summary>All rows have been met.</summary>
    /// <returns>The unit of each number.</returns>
    public int[] Complete(UnitRegister register, UnitReader[] readers)
    {
        if (readers.Length == 0)
            throw SampleBuilder.Empty();
        if (IsFaulty(register, readers))
            throw FaultOf();
        int[] met = [.. Enumerable.Range(0, register.Count).OrderBy(register.FirstRowOf)];
        string[] keys = [.. columns.Keys];
        var alike = new RowsAlike(
            row => $"row {register.FirstRowOf(met[row]) + 1}",
            [.. met.Select(unit => RowsAreUnits ? readers.Sum(reader => reader.RowsOf(unit)) : 1)],
            [.. met.Select(unit => RowsAreUnits ? readers.Sum(reader => reader.WeightedRowsOf(unit)) : readers.Max(reader => reader.WeightedRowsOf(unit)))],
            readers.Sum(reader => reader.RowCount));
        // without a key column there is one unit, and still a row must stand for it
        (string, Column)[] table = keys.Length == 0
            ? [("row", NumberColumn.Owning([0]))]
            : [.. keys.Select((name, k) => (name, register.ColumnOf(k, rows.VarietyOf(name), met)))];
        Sample built = new SampleBuilder(new Table(table), columns, alike).Build(rowsMayBeUnits);
        LonelyUnits.Check(built, lonelyPsu);
        int[] unitOf = new int[met.Length];
        for (int k = 0; k < met.Length; k++)
            unitOf[met[k]] = built.UnitOfRow[k];
        lock (_one)
            (_sample, _known) = (_sample ?? built.WithoutRows(), new KnownUnits(register, unitOf, rows.Settlements));
        return unitOf;
    }

    /// <summary>Takes the units as a database met them, which may have changed since it was asked before.</summary>
    /// <returns>The unit of each combination of keys.</returns>
    public int[] Take(KeysMet met)
    {
        long[] ones = [.. met.Rows.Select(_ => 1L)];
        var alike = new RowsAlike(met.PlaceOf, RowsAreUnits ? met.Rows : ones, RowsAreUnits ? met.WeightedRows : [.. met.WeightedRows.Select(rows => Math.Min(1, rows))], met.Rows.Sum());
        Sample built = new SampleBuilder(new Table(met.Columns), columns, alike).Build(rowsMayBeUnits);
        LonelyUnits.Check(built, lonelyPsu);
        lock (_one)
            if (_sample is null)
                _sample = built.WithoutRows();
            else if (!_sample.IsLike(built))
                throw Changed();
        return built.UnitOfRow;
    }

    /// <summary>The columns that say how the sample was drawn.</summary>
    public SampleColumns Columns => columns;

    /// <summary>Whether a weight or a key of the rows met is one that cannot be.</summary>
    public static bool IsFaulty(UnitRegister register, UnitReader[] readers) =>
        Array.Exists(readers, reader => reader.HasFault) || Enumerable.Range(0, register.Count).All(unit => readers.All(reader => reader.WeightedRowsOf(unit) == 0));

    /// <summary>The sample with the unit of each row, for a table of many rows; null where something is wrong with them, or units are so many that to sort their keys takes less than to meet each by itself.</summary>
    public Sample? Numbered()
    {
        CheckIsNumber(columns.Weights, "weights");
        int rowCount = ((Table)rows).RowCount;
        var binder = new Binder(rows);
        var register = new UnitRegister(columns.Keys.Count());
        var units = new MetUnits(this, register, columns, binder, null);
        int[] unitOfRow = GC.AllocateUninitializedArray<int>(rowCount);
        var threads = new ParallelOptions { MaxDegreeOfParallelism = OrderedPass.Threads };
        ParallelLoopResult met = Parallel.ForEach(Partitioner.Create(rows.Read(binder.Columns), EnumerablePartitionerOptions.NoBuffering), threads, (chunk, state) =>
        {
            units.Of(chunk, unitOfRow.AsSpan((int)chunk.FirstRow, chunk.RowCount));
            if (register.Count > MostMet)
                state.Stop();
        });
        if (!met.IsCompleted || units.IsFaulty)
            return null;
        int[] unitOf = units.Complete()!;
        Parallel.For(0, (rowCount + Chunk.Size - 1) / Chunk.Size, threads, k =>
        {
            foreach (ref int unit in unitOfRow.AsSpan(k * Chunk.Size, Math.Min(Chunk.Size, rowCount - k * Chunk.Size)))
                unit = unitOf[unit];
        });
        return _sample! with { UnitOfRow = unitOfRow };
    }

    public static SurveyDataException RowsNeedUnits() =>
        new("This design numbers each row as a PSU, which needs the rows in memory, and they are streamed from their files or stay in a database; read them as a table (Table.Read, or Extract of a table in a database), or name clusters.");

    public static SurveyDataException Changed() => new("The rows are not those of the pass before: a unit, a weight or a key is new; ask again when nothing writes to them.");

    private void CheckIsNumber(string? column, string role)
    {
        if (column is not null && rows.VarietyOf(column) is { Type: not ColumnType.Number } odd)
            throw SampleBuilder.NoNumbers(column, role, odd);
    }

    // codes of categories, by which units were met, are others after a settlement
    private KnownUnits? Known => _known is { } known && known.Settlements == rows.Settlements ? known : null;

    private MetUnits Meeting(Binder binder) => new(this, new UnitRegister(columns.Keys.Count()), columns, binder, null);

    private Sample Find() => rows.Settled(() =>
    {
        if (rows is IKeySource source)
        {
            CheckIsNumber(columns.Weights, "weights");
            Take(source.Keys(columns));
            return _sample!;
        }
        var binder = new Binder(rows);
        UnitCodes units = Meeting(binder);
        int[] buffer = new int[Chunk.Size];
        foreach (Chunk chunk in rows.Read(binder.Columns))
        {
            units.Of(chunk, buffer);
            chunk.Dispose();
        }
        units.Complete();
        return _sample!;
    });

    /// <summary>What is wrong with weights and keys, found in one more pass that knows the row of each fault.</summary>
    private SurveyDataException FaultOf()
    {
        string[] keys = [.. columns.Keys.Where(columns.IsKey)], read = [.. keys, .. columns.Weights is { } weights ? (string[])[weights] : []];
        var check = columns.Weights is { } name ? new WeightFaults(name) : null;
        RowList[] missing = [.. keys.Select(_ => new RowList())];
        foreach (Chunk chunk in rows.Read(read))
        {
            for (int k = 0; k < keys.Length; k++)
                KeyCodes.AddMissing(chunk.Columns[k], chunk.FirstRow, missing[k]);
            if (check is not null)
                check.Take(((NumberColumn)chunk.Columns[^1]).Values);
            chunk.Dispose();
        }
        try
        {
            check?.Refuse();
            for (int k = 0; k < keys.Length; k++)
                KeyCodes.Refuse(keys[k], columns.RoleOf(keys[k]), missing[k]);
            foreach (string size in columns.PopulationSizes.All)
                CheckIsNumber(size, "population sizes");
            CheckIsNumber(columns.Unequal?.Column, "probabilities");
            CheckIsNumber(columns.Unequal?.SumsOfSquaresColumn, "sums of squares");
            return Changed();
        }
        catch (SurveyDataException fault)
        {
            return fault;
        }
    }

    /// <summary>Units as a whole pass met them.</summary>
    private sealed record KnownUnits(UnitRegister Register, int[] UnitOf, int Settlements);
}
