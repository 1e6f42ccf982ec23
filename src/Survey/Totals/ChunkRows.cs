namespace Survey;

/// <summary>
/// The rows of a chunk that are in a domain, ready to be added: their units, domains and weights, the states of indicators, and w(y - c) of numbers. What columns hold as it is wanted stays there. Requests of very many numbers take a chunk in
/// parts, so that their buffers stay small. A thread uses one again and again.
/// </summary>
internal sealed class ChunkRows : IDisposable
{
    /// <summary>Rows evaluated at a time: few enough that what one step makes is still in the core's cache at the next.</summary>
    public const int BlockSize = 8_192;

    private readonly Request _request;
    private readonly Tally? _tally;
    private readonly ReplicateSums? _replicates;
    private readonly int[] _rows = new int[BlockSize];
    private readonly double[] _taken = new double[BlockSize];
    private readonly long[] _answered = new long[BlockSize];
    private readonly double[][] _distances = [new double[BlockSize], new double[BlockSize]];
    private readonly int[] _units, _domains, _unitBuffer;
    private readonly int[]? _numbers;
    private readonly double[] _weights;
    private readonly byte[][] _states;
    private readonly double[]?[] _answering;
    private readonly double[][][] _products;

    private static readonly double[] Ones = [.. Enumerable.Repeat(1.0, Chunk.Size)];

    private readonly FlagColumn?[] _flags;
    private readonly double[]?[] _answers;
    private readonly bool[] _allAnswered, _hasAnswering, _hasAnswers;

    private Evaluation _whole = null!;
    private NumberColumn? _weightColumn;
    private bool _unitsAreCoded, _standsInColumns;
    private int _next, _first;

    /// <param name="request">What is asked for.</param>
    /// <param name="tally">Where rows are counted, with their second moments; or null.</param>
    /// <param name="replicates">Where the rows are added under each replicate weight; or null.</param>
    public ChunkRows(Request request, Tally? tally = null, ReplicateSums? replicates = null)
    {
        (_request, _tally, _replicates) = (request, tally, replicates);
        int size = request.RowsAtATime;
        _numbers = request.Calibrations is null ? null : Buffers.Rent<int>(size);
        (_units, _domains, _unitBuffer) = (Buffers.Rent<int>(size), Buffers.Rent<int>(size), Buffers.Rent<int>(Chunk.Size));
        _weights = Buffers.Rent<double>(size);
        _states = [.. request.Groups.Select(_ => Buffers.Rent<byte>(size))];
        (_answering, _answers) = (new double[]?[_states.Length], new double[]?[_states.Length]);
        (_allAnswered, _hasAnswering, _hasAnswers) = (new bool[_states.Length], new bool[_states.Length], new bool[_states.Length]);
        _flags = new FlagColumn?[_states.Length];
        _products = [.. request.Groups.Select(group => Enumerable.Range(1, group.IsIndicator ? 0 : group.SlotCount - 1).Select(_ => Buffers.Rent<double>(size)).ToArray())];
        WeightColumns = [.. request.Layout.WeightColumn];
        Moments = tally is null ? null : new ChunkMoments(request);
    }

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>How many units there are as far as is known: no row has one beyond.</summary>
    public int UnitsMet { get; private set; }

    /// <summary>Rows of weight other than 0 of which it is known whether they are in a domain, where the request counts them.</summary>
    public long WholeRows { get; private set; }

    /// <summary>Their weights.</summary>
    public double WholeWeight { get; private set; }

    /// <summary>Counts and second moments of the rows, where they are wanted.</summary>
    public ChunkMoments? Moments { get; }

    /// <summary>For each group of numbers the column of the sum of weights that it would have for itself, or share with groups before it that have the same respondents among these rows.</summary>
    public int[] WeightColumns { get; }

    /// <summary>The unit of each row, or its stratum where rows are units.</summary>
    public ReadOnlySpan<int> Units => _standsInColumns ? UnitsOfChunk.Slice(_first, Count) : _units.AsSpan(0, Count);

    public ReadOnlySpan<int> Domains => _standsInColumns ? _request.Domains.Standing(_whole, _first, Count) : _domains.AsSpan(0, Count);

    public ReadOnlySpan<double> Weights => _standsInColumns && _weightColumn is not null ? _weightColumn.Values.Slice(_first, Count) : _weights.AsSpan(0, Count);

    /// <summary>The number of each row in the whole input, where weights are calibrated.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    /// <summary>Of an indicator 0 false, 1 true and 2 missing; of numbers 0 where all terms are known, else 2.</summary>
    public ReadOnlySpan<byte> States(int group) => _standsInColumns && _flags[group] is { } flags ? flags.Values.Slice(_first, Count) : _states[group].AsSpan(0, Count);

    /// <summary>What each row adds to a column of its cell, but to the states of an indicator.</summary>
    public ReadOnlySpan<double> AddedTo(CellColumn column) =>
        column.Kind switch
        {
            CellColumnKind.Term => Products(column.Group, column.Index),
            CellColumnKind.Row => Ones.AsSpan(0, Count),
            CellColumnKind.Answered => Answers(column.Group),
            CellColumnKind.Everyone => Weights,
            _ => WeightsAnswering(column.Group),
        };

    /// <summary>Writes what rows add to a slot of a group: their weights, and then to its terms.</summary>
    /// <param name="group">Of terms.</param>
    /// <param name="slot">Of the group, from 0.</param>
    /// <param name="at">The first of the rows.</param>
    /// <param name="values">To be written to.</param>
    public void WriteSlot(int group, int slot, int at, Span<double> values)
    {
        ReadOnlySpan<byte> states = States(group).Slice(at, values.Length);
        ReadOnlySpan<double> weights = Weights.Slice(at, values.Length);
        if (slot == 0)
            StateKernels.Answering(weights, states, values);
        else if (!_request.Groups[group].IsIndicator)
            Products(group, slot - 1).Slice(at, values.Length).CopyTo(values);
        else
            for (int i = 0; i < values.Length; i++)
                values[i] = states[i] == 1 ? weights[i] : 0;
    }

    /// <summary>w(y - c) of a term of numbers, counted from 0; 0 where the row did not answer the group.</summary>
    public ReadOnlySpan<double> Products(int group, int term) => _products[group][term].AsSpan(0, Count);

    /// <summary>The weights of rows that answered a group, 0 elsewhere.</summary>
    public ReadOnlySpan<double> WeightsAnswering(int group)
    {
        if (_allAnswered[group])
            return Weights;
        Span<double> answering = (_answering[group] ??= Buffers.Rent<double>(_request.RowsAtATime)).AsSpan(0, Count);
        if (!_hasAnswering[group])
            StateKernels.Answering(Weights, States(group), answering);
        _hasAnswering[group] = true;
        return answering;
    }

    /// <summary>1 of rows that answered a group, 0 elsewhere.</summary>
    private ReadOnlySpan<double> Answers(int group)
    {
        Span<double> answers = (_answers[group] ??= Buffers.Rent<double>(_request.RowsAtATime)).AsSpan(0, Count);
        if (!_hasAnswers[group])
            StateKernels.Answering(Ones.AsSpan(0, Count), States(group), answers);
        _hasAnswers[group] = true;
        return answers;
    }

    /// <summary>Takes the first rows of a chunk: all of them, unless numbers are very many.</summary>
    public void Start(Chunk chunk)
    {
        (_whole, _next) = (new Evaluation(chunk), 0);
        ReadOnlySpan<int> units = _request.Units.Of(chunk, _unitBuffer);
        _unitsAreCoded = units.Overlaps(_unitBuffer);
        UnitsMet = _request.Units.Count;
        _weightColumn = _request.HasWeights ? _request.WeightColumnOf(_whole) : null;
        for (int g = 0; g < _flags.Length; g++)
            _flags[g] = _request.Groups[g].StateColumn is { } flag ? (FlagColumn)_whole.Of(flag) : null;
        if (units.ContainsAnyExceptInRange(0, UnitsMet - 1))
            throw new InvalidOperationException($"A row after row {chunk.FirstRow} has a unit beyond the {UnitsMet} there are.");
        if (!Next())
            Count = 0;
    }

    /// <summary>Takes the next rows of the chunk; false where there are none.</summary>
    public bool Next()
    {
        int rows = Math.Min(_request.RowsAtATime, _whole.RowCount - _next);
        if (rows <= 0)
            return false;
        (_first, Count, WholeRows, WholeWeight) = (_next, 0, 0, 0);
        _next += rows;
        Moments?.Clear();
        _standsInColumns = _request.Domains.Stand(_whole, _first, rows);
        for (int first = _first; first < _next; first += BlockSize)
            Append(new BlockValues(_whole, first, Math.Min(BlockSize, _next - first)), first);
        ShareWeights();
        AddMomentsOfNumbers();
        _tally?.Add(Count, Moments!);
        return true;
    }

    public void Dispose()
    {
        Buffers.Return(_units);
        Buffers.Return(_domains);
        Buffers.Return(_unitBuffer);
        Buffers.Return(_weights);
        if (_numbers is not null)
            Buffers.Return(_numbers);
        foreach (byte[] states in _states)
            Buffers.Return(states);
        foreach (double[] numbers in _answering.Concat(_answers).OfType<double[]>().Concat(_products.SelectMany(terms => terms)))
            Buffers.Return(numbers);
    }

    private ReadOnlySpan<int> UnitsOfChunk => _unitsAreCoded ? _unitBuffer.AsSpan(0, _whole.RowCount) : _request.Units.Of(_whole.Chunk, _unitBuffer);

    private void Append(BlockValues values, int first)
    {
        int at = Count;
        TakenRows rows = _standsInColumns ? new TakenRows(default, values.RowCount, _taken) : TakeRowsInDomains(values, UnitsOfChunk.Slice(first, values.RowCount));
        if (!_standsInColumns || _weightColumn is null)
            TakeWeights(values, rows, first);
        Count += rows.Count;
        ReadOnlySpan<int> domains = Domains[at..];
        ReadOnlySpan<double> weights = Weights[at..];
        if (_standsInColumns && _request.CountsWhole)
            CountWhole(weights);
        Moments?.Add(domains);
        for (int g = 0; g < _states.Length; g++)
            Append(g, values, rows, domains, weights, at);
        if (_numbers is not null)
            for (int i = 0; i < rows.Count; i++)
                _numbers[at + i] = (int)values.FirstRow + rows.Row(i);
        _replicates?.Add(values, rows, this, at);
    }

    private void Append(int g, BlockValues values, TakenRows rows, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, int at)
    {
        TermGroup group = _request.Groups[g];
        Span<byte> states = _states[g].AsSpan(at, rows.Count);
        if (!group.IsIndicator)
        {
            var block = new TermBlock(_answered.AsSpan(0, rows.Count), states, _products[g], at, _distances);
            group.FillNumbers(values, rows, domains, weights, block);
            Moments?.AddProducts(g, domains, weights, block);
        }
        else if (!_standsInColumns || _flags[g] is null)
            group.FillStates(values, rows, states);
        if (States(g)[at..].ContainsAnyExceptInRange((byte)0, FlagColumn.Missing))
            throw new InvalidOperationException($"A flag after row {values.FirstRow} is neither false, true nor missing.");
        if (group.IsIndicator)
            Moments?.Add(g, domains, weights, States(g)[at..]);
    }

    private TakenRows TakeRowsInDomains(BlockValues values, ReadOnlySpan<int> unitsOfRows)
    {
        Span<int> domains = _domains.AsSpan(Count, values.RowCount), units = _units.AsSpan(Count, values.RowCount);
        _request.Domains.Fill(values.Own, domains);
        if (_request.CountsWhole)
            CountWhole(values, domains, unitsOfRows);
        if (!domains.ContainsAnyInRange(int.MinValue, -1))
        {
            unitsOfRows.CopyTo(units);
            return new TakenRows(default, domains.Length, _taken);
        }
        _tally?.AddUnknown(domains.Count(DomainCodes.Unknown));
        int count = 0;
        for (int row = 0; row < domains.Length; row++)
        {
            int domain = domains[row];
            _rows[count] = row;
            domains[count] = domain;
            units[count] = unitsOfRows[row];
            count += domain >= 0 ? 1 : 0;
        }
        return new TakenRows(_rows.AsSpan(0, count), count, _taken);
    }

    /// <summary>Counts and weighs the rows but those of unknown domain.</summary>
    private void CountWhole(BlockValues values, ReadOnlySpan<int> domains, ReadOnlySpan<int> units)
    {
        Span<double> weights = _taken.AsSpan(0, domains.Length);
        if (_request.HasWeights)
            _request.WeightsOf(values).CopyTo(weights);
        else
            WeightsOfUnits(units, weights);
        if (domains.Contains(DomainCodes.Unknown))
            for (int row = 0; row < weights.Length; row++)
                weights[row] = domains[row] == DomainCodes.Unknown ? 0 : weights[row];
        CountWhole(weights);
    }

    private void CountWhole(ReadOnlySpan<double> weights)
    {
        WholeWeight += MomentKernels.Sum(weights);
        WholeRows += weights.Length - weights.Count(0.0);
    }

    private void TakeWeights(BlockValues values, TakenRows rows, int first)
    {
        Span<double> weights = _weights.AsSpan(Count, rows.Count);
        if (_request.HasWeights)
            rows.Copy(_request.WeightsOf(values), weights);
        else
            WeightsOfUnits(_standsInColumns ? UnitsOfChunk.Slice(first, rows.Count) : _units.AsSpan(Count, rows.Count), weights);
    }

    private void WeightsOfUnits(ReadOnlySpan<int> units, Span<double> weights)
    {
        if (_request.WeightOfUnit is { } ofUnit)
            for (int i = 0; i < weights.Length; i++)
                weights[i] = ofUnit[units[i]];
        else
            weights.Fill(1);
    }

    // groups of the same respondents have them in common
    private void AddMomentsOfNumbers()
    {
        for (int g = 0; g < _states.Length && Moments is not null; g++)
            if (!_request.Groups[g].IsIndicator)
            {
                int first = Array.FindIndex(WeightColumns, 0, g + 1, column => column == WeightColumns[g]);
                if (first < g)
                    Moments.Copy(first, g);
                else
                    Moments.Add(g, Domains, Weights, States(g));
            }
    }

    private void ShareWeights()
    {
        CellLayout layout = _request.Layout;
        Array.Clear(_hasAnswering);
        Array.Clear(_hasAnswers);
        var keepers = new List<int>();
        for (int g = 0; g < _states.Length; g++)
        {
            _allAnswered[g] = !States(g).Contains(FlagColumn.Missing);
            if (_request.Groups[g].IsIndicator)
                continue;
            int keeper = keepers.FindIndex(other => _allAnswered[other] == _allAnswered[g] && (_allAnswered[g] || States(other).SequenceEqual(States(g))));
            if (keeper < 0 && !(_allAnswered[g] && layout.HasEveryone))
                keepers.Add(g);
            WeightColumns[g] = _allAnswered[g] && layout.HasEveryone ? layout.EveryoneColumn : layout.WeightColumn[keeper < 0 ? g : keepers[keeper]];
        }
    }
}
