namespace Survey;

/// <summary>The rows of a chunk that are in a domain, ready to be added: their units, and what they add to each slot. A thread uses one again and again.</summary>
internal sealed class ChunkRows : IDisposable
{
    /// <summary>Rows evaluated at a time: few enough that what one step makes is still in the core's cache at the next.</summary>
    public const int BlockSize = 4_096;

    private readonly Request _request;
    private readonly ReplicateSums? _replicates;
    private readonly int[] _rows = new int[BlockSize];
    private readonly int[] _units, _domains, _unitBuffer;
    private readonly int[]? _numbers;
    private readonly double[] _taken = new double[BlockSize];
    private readonly long[] _answered = new long[BlockSize];
    private readonly double[][] _slots;

    /// <param name="request">What is asked for.</param>
    /// <param name="replicates">Where the rows are added under each replicate weight; or null.</param>
    public ChunkRows(Request request, ReplicateSums? replicates = null)
    {
        (_request, _replicates) = (request, replicates);
        _numbers = request.Calibrations is null ? null : Buffers.Rent<int>(request.RowsAtATime);
        (_units, _domains, _unitBuffer) = (Buffers.Rent<int>(request.RowsAtATime), Buffers.Rent<int>(request.RowsAtATime), Buffers.Rent<int>(request.RowsAtATime));
        _slots = [.. Enumerable.Range(0, request.SlotCount).Select(_ => Buffers.Rent<double>(request.RowsAtATime))];
    }

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>Rows of weight other than 0 of which it is known whether they are in a domain, where the request counts them.</summary>
    public long WholeRows { get; private set; }

    /// <summary>Their weights.</summary>
    public double WholeWeight { get; private set; }

    /// <summary>The unit of each row, or its stratum where rows are units.</summary>
    public Span<int> Units => _units.AsSpan(0, Count);

    public ReadOnlySpan<int> Domains => _domains.AsSpan(0, Count);

    /// <summary>The number of each row in the whole input, where weights are calibrated.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    /// <summary>What each row adds to a slot.</summary>
    public ReadOnlySpan<double> Slot(int slot) => _slots[slot].AsSpan(0, Count);

    /// <param name="chunk">The rows.</param>
    /// <param name="tally">Where they are counted, or null.</param>
    public void Fill(Chunk chunk, Tally? tally)
    {
        (Count, WholeRows, WholeWeight) = (0, 0, 0);
        ReadOnlySpan<int> units = _request.Units.Of(chunk, _unitBuffer);
        for (int first = 0; first < chunk.RowCount; first += BlockSize)
        {
            int count = Math.Min(BlockSize, chunk.RowCount - first);
            Append(new Evaluation(chunk.Slice(first, count)), units.Slice(first, count), tally);
        }
        if (_request.RowsAreUnits)
            _slots[_request.RowCountSlot].AsSpan(0, Count).Fill(1);
    }

    public void Dispose()
    {
        Buffers.Return(_units);
        Buffers.Return(_domains);
        Buffers.Return(_unitBuffer);
        if (_numbers is not null)
            Buffers.Return(_numbers);
        foreach (double[] slot in _slots)
            Buffers.Return(slot);
    }

    private void Append(Evaluation evaluation, ReadOnlySpan<int> unitsOfRows, Tally? tally)
    {
        TakenRows rows = TakeRowsInDomains(evaluation, unitsOfRows, tally);
        Span<double> weights = _slots[0].AsSpan(Count, rows.Count);
        TakeWeights(evaluation, rows, weights);
        Span<long> answered = _answered.AsSpan(0, rows.Count);
        for (int g = 0; g < _request.Groups.Count; g++)
        {
            TermGroup group = _request.Groups[g];
            group.Fill(evaluation, rows, _domains.AsSpan(Count, rows.Count), weights, answered, _slots.AsSpan(_request.FirstSlot[g], group.SlotCount), Count);
            _request.FillAnswers(g, answered, _slots, Count);
            tally?.Add(g, _domains.AsSpan(Count, rows.Count), weights, answered);
        }
        if (_numbers is not null)
            for (int i = 0; i < rows.Count; i++)
                _numbers[Count + i] = (int)evaluation.Chunk.FirstRow + rows.Row(i);
        _replicates?.Add(evaluation, rows, _domains.AsSpan(Count, rows.Count), _slots, Count);
        Count += rows.Count;
    }

    private TakenRows TakeRowsInDomains(Evaluation evaluation, ReadOnlySpan<int> unitsOfRows, Tally? tally)
    {
        Span<int> domains = _domains.AsSpan(Count, evaluation.RowCount), units = _units.AsSpan(Count, evaluation.RowCount);
        _request.Domains.Fill(evaluation, domains);
        unitsOfRows.CopyTo(units);
        if (_request.CountsWhole)
            CountWhole(evaluation, domains, units);
        if (!domains.ContainsAnyInRange(int.MinValue, -1))
            return new TakenRows(default, domains.Length, _taken);
        tally?.AddUnknown(domains.Count(DomainCodes.Unknown));
        int count = 0;
        for (int row = 0; row < domains.Length; row++)
        {
            int domain = domains[row];
            _rows[count] = row;
            domains[count] = domain;
            units[count] = units[row];
            count += domain >= 0 ? 1 : 0;
        }
        return new TakenRows(_rows.AsSpan(0, count), count, _taken);
    }

    /// <summary>Counts and weighs the rows but those of unknown domain.</summary>
    private void CountWhole(Evaluation evaluation, ReadOnlySpan<int> domains, ReadOnlySpan<int> units)
    {
        Span<double> weights = _taken.AsSpan(0, domains.Length);
        if (_request.HasWeights)
            _request.WeightsOf(evaluation).CopyTo(weights);
        else if (_request.WeightOfUnit is { } ofUnit)
            for (int row = 0; row < weights.Length; row++)
                weights[row] = ofUnit[units[row]];
        else
            weights.Fill(1);
        if (domains.Contains(DomainCodes.Unknown))
            for (int row = 0; row < weights.Length; row++)
                weights[row] = domains[row] == DomainCodes.Unknown ? 0 : weights[row];
        WholeWeight += MomentKernels.Sum(weights);
        WholeRows += weights.Length - weights.Count(0.0);
    }

    private void TakeWeights(Evaluation evaluation, TakenRows rows, Span<double> weights)
    {
        if (_request.HasWeights)
            rows.Of(_request.WeightsOf(evaluation)).CopyTo(weights);
        else if (_request.WeightOfUnit is { } ofCell)
            for (int i = 0; i < weights.Length; i++)
                weights[i] = ofCell[_units[Count + i]];
        else
            weights.Fill(1);
    }
}
