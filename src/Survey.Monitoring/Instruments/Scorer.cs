namespace Survey.Monitoring.Instruments;

/// <summary>Scores rows, block by block, so that what is added up stays in the core's cache.</summary>
internal sealed class Scorer
{
    private const int BlockRows = 4096;

    private readonly ReadOnlyMemory<int>[] _codes;
    private readonly byte[][] _points;
    private readonly int[][] _scalesOf;
    private readonly IReadOnlyList<Scale> _scales;
    private readonly int? _mostUnanswered;
    private readonly int _rows;
    private readonly double[][] _scores;
    private readonly byte[][] _literate;

    public Scorer(Table answers, Instrument instrument, ScoringRules rules)
    {
        (_scales, _mostUnanswered, _rows) = (instrument.Scales, rules.MostUnanswered, answers.RowCount);
        _points = [.. instrument.Items.Select(item => ItemPoints.Of(answers, item, rules))];
        _codes = [.. instrument.Items.Select(item => ((CategoryColumn)answers[item.Column]).CodeMemory)];
        // the total is the sum of any partition, so it is added up from the items all the same: parts may be left out
        _scalesOf = [.. instrument.Items.Select(item => Enumerable.Range(0, _scales.Count).Where(k => _scales[k].Has(item)).ToArray())];
        _scores = [.. _scales.Select(_ => new double[_rows])];
        _literate = [.. _scales.Select(_ => new byte[_rows])];
    }

    /// <summary>Rows are independent of each other, so the result is the same whatever the number of threads.</summary>
    public void Run() =>
        Parallel.For(0, (_rows + BlockRows - 1) / BlockRows, () => (Sums: _scales.Select(_ => new ushort[BlockRows]).ToArray(), Unanswered: new ushort[BlockRows]), (block, _, own) =>
        {
            Score(block * BlockRows, Math.Min(BlockRows, _rows - block * BlockRows), own.Sums, own.Unanswered);
            return own;
        }, _ => { });

    public IEnumerable<(string, Column)> Columns() =>
        _scales.SelectMany((scale, k) => ((string, Column)[])[(scale.ScoreColumn, NumberColumn.Owning(_scores[k])), (scale.LiterateColumn, FlagColumn.Owning(_literate[k]))]);

    private void Score(int first, int rows, ushort[][] sums, ushort[] unanswered)
    {
        foreach (ushort[] sum in sums)
            Array.Clear(sum, 0, rows);
        Array.Clear(unanswered, 0, rows);
        for (int item = 0; item < _codes.Length; item++)
            Add(_codes[item].Span.Slice(first, rows), _points[item], _scalesOf[item], sums, unanswered);
        for (int k = 0; k < _scales.Count; k++)
            Write(first, sums[k].AsSpan(0, rows), unanswered, _scales[k].Cut, _scores[k], _literate[k]);
    }

    private void Add(ReadOnlySpan<int> codes, byte[] points, int[] scales, ushort[][] sums, ushort[] unanswered)
    {
        Span<byte> own = stackalloc byte[BlockRows];
        for (int row = 0; row < codes.Length; row++)
            own[row] = points[codes[row] + 1];
        foreach (int scale in scales)
        {
            Span<ushort> sum = sums[scale].AsSpan(0, codes.Length);
            for (int row = 0; row < sum.Length; row++)
                sum[row] += own[row];
        }
        if (_mostUnanswered is not null)
            for (int row = 0; row < codes.Length; row++)
                unanswered[row] += (ushort)(codes[row] == CategoryColumn.Missing ? 1 : 0);
    }

    private void Write(int first, ReadOnlySpan<ushort> sums, ushort[] unanswered, int cut, double[] scores, byte[] literate)
    {
        int most = _mostUnanswered ?? int.MaxValue;
        for (int row = 0; row < sums.Length; row++)
        {
            bool isScored = unanswered[row] <= most;
            scores[first + row] = isScored ? sums[row] : double.NaN;
            literate[first + row] = isScored ? (byte)(sums[row] >= cut ? 1 : 0) : FlagColumn.Missing;
        }
    }
}
