namespace Survey;

/// <summary>Checks supplied weights in one pass over their columns.</summary>
internal sealed class ReplicateCheck
{
    private readonly string[] _columns;
    private readonly RowList[] _missing = [];
    private readonly bool _areCombined;
    private long _negativeFull, _negative;
    private double _full, _replicates;

    public ReplicateCheck(Rows rows, string weights, string[] replicates, bool areCombined)
    {
        rows.Require(weights);
        _columns = [weights, .. replicates];
        _areCombined = areCombined;
        foreach (string column in _columns)
            RefuseType(rows, column);
        if (rows is IKeySource source)
        {
            Take(source.WeightsOf(_columns));
            return;
        }
        _missing = [.. _columns.Select(_ => new RowList())];
        bool stands = false;
        foreach (Chunk chunk in rows.Read(_columns))
        {
            for (int k = 0; k < _columns.Length; k++)
                Take(k, ((NumberColumn)chunk.Columns[k]).Values, chunk.FirstRow);
            stands |= ((NumberColumn)chunk.Columns[0]).Values.ContainsAnyExcept(0.0);
            RowCount += chunk.RowCount;
            chunk.Dispose();
        }
        Refuse(stands, [.. _missing.Select(rows => (rows.Count, rows.ToString()))]);
    }

    private void Take(WeightSums sums)
    {
        RowCount = sums.RowCount;
        (_negativeFull, _negative) = (sums.Negative[0], sums.Negative[1..].Sum());
        (_full, _replicates) = (sums.Sum[0], sums.Sum[1..].Sum());
        Refuse(sums.Other[0] > 0, [.. sums.Missing.Select(count => (count, $"{Invariant.Count(count)} rows"))]);
    }

    public long RowCount { get; private set; }

    /// <summary>How many weights are negative.</summary>
    public IEnumerable<string> Notes =>
        _negativeFull + _negative == 0
            ? []
            : [$"of the weights {Invariant.Count(_negativeFull)} and of the replicate weights {Invariant.Count(_negative)} are negative, as calibrated ones may be"];

    private void Take(int k, ReadOnlySpan<double> values, long firstRow)
    {
        long negative = 0;
        double sum = 0;
        for (int row = 0; row < values.Length; row++)
        {
            sum += values[row];
            if (double.IsNaN(values[row]))
                _missing[k].Add(firstRow + row);
            negative += values[row] < 0 ? 1 : 0;
        }
        if (k == 0)
            (_negativeFull, _full) = (_negativeFull + negative, _full + sum);
        else
            (_negative, _replicates) = (_negative + negative, _replicates + sum);
    }

    private void Refuse(bool stands, (long Count, string Rows)[] missing)
    {
        if (RowCount == 0)
            throw new SurveyDataException("The sample has no rows; a design needs at least one.");
        int first = Array.FindIndex(missing, rows => rows.Count > 0);
        if (first >= 0)
            throw new SurveyDataException($"The {(first == 0 ? "weight" : "replicate weight")} '{_columns[first]}' is missing in {missing[first].Rows}{(missing.Count(rows => rows.Count > 0) is > 1 and var several ? $", and {several - 1} more columns of weights are missing somewhere" : "")}; every row has a weight in every replicate (0 where it is not in it), so read the columns whole.");
        RefuseOtherKind();
        if (!stands)
            throw new SurveyDataException($"The weight '{_columns[0]}' is 0 in all {RowCount} rows, so the sample stands for nobody; name another column.");
    }

    /// <summary>Factors that are taken as weights, or weights as factors, would give variances of another size altogether.</summary>
    private void RefuseOtherKind()
    {
        const double FarFromOne = 10;
        double ratio = _replicates / (_columns.Length - 1) / (_areCombined ? _full : RowCount);
        if (ratio < FarFromOne && ratio > 1 / FarFromOne)
            return;
        throw new SurveyDataException(_areCombined
            ? $"The replicate weights add up to {Invariant.Short(ratio)} of the weights on average, where they should stand for the same people; if they are factors by which weights are multiplied say so (areCombined: false), else see whether '{_columns[0]}' is the column of weights that they belong to."
            : $"The replicate factors are {Invariant.Short(ratio)} on average, where factors are 1; if they are weights leave areCombined: false out.");
    }

    private void RefuseType(Rows rows, string column)
    {
        if (rows.VarietyOf(column) is { Type: not ColumnType.Number } variety)
            throw new SurveyDataException($"The {(column == _columns[0] ? "weights" : _areCombined ? "replicate weights" : "replicate factors")} column '{column}' is {variety.Type.Called()}{(variety.WhyNotNumber is { } why ? $" because {why}" : "")}, where numbers are wanted.");
    }
}
