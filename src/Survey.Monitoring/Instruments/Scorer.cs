namespace Survey.Monitoring.Instruments;

/// <summary>Scores rows, block by block, so that what is added up stays in the core's cache.</summary>
internal sealed class Scorer
{
    private const int BlockRows = 2048;

    private readonly ReadOnlyMemory<int>[] _codes;
    private readonly int[][] _points;
    private readonly int[][] _scalesOf;
    private readonly IReadOnlyList<Scale> _scales;
    private readonly int? _mostUnanswered;
    private readonly int _rows;
    private readonly double[][] _scores;
    private readonly byte[][] _literate;
    private readonly bool[]? _wasAsked;

    public Scorer(Table answers, Instrument instrument, ScoringRules rules, bool[]? wasAsked)
    {
        _wasAsked = wasAsked;
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
        Parallel.For(0, (_rows + BlockRows - 1) / BlockRows, () => (Sums: _scales.Select(_ => new int[BlockRows]).ToArray(), Unanswered: new int[BlockRows], Points: new int[BlockRows]), (block, _, own) =>
        {
            Score(block * BlockRows, Math.Min(BlockRows, _rows - block * BlockRows), own.Sums, own.Unanswered, own.Points);
            return own;
        }, _ => { });

    public IEnumerable<(string, Column)> Columns() =>
        _scales.SelectMany((scale, k) => ((string, Column)[])[(scale.ScoreColumn, NumberColumn.Owning(_scores[k])), (scale.LiterateColumn, FlagColumn.Owning(_literate[k]))]);

    private void Score(int first, int rows, int[][] sums, int[] unanswered, int[] points)
    {
        foreach (int[] sum in sums)
            Array.Clear(sum, 0, rows);
        Array.Clear(unanswered, 0, rows);
        for (int item = 0; item < _codes.Length; item++)
        {
            ReadOnlySpan<int> codes = _codes[item].Span.Slice(first, rows);
            Look(codes, _points[item], points);
            foreach (int scale in _scalesOf[item])
                Add(points.AsSpan(0, rows), sums[scale]);
            if (_mostUnanswered is not null)
                CountMissing(codes, unanswered);
        }
        for (int k = 0; k < _scales.Count; k++)
            Write(first, sums[k].AsSpan(0, rows), unanswered, _scales[k].Cut, _scores[k], _literate[k]);
    }

    private static void Look(ReadOnlySpan<int> codes, int[] pointsOf, int[] points)
    {
        for (int row = 0; row < codes.Length; row++)
            points[row] = pointsOf[codes[row] + 1];
    }

    private static void Add(ReadOnlySpan<int> points, int[] sum)
    {
        for (int row = 0; row < points.Length; row++)
            sum[row] += points[row];
    }

    private static void CountMissing(ReadOnlySpan<int> codes, int[] unanswered)
    {
        for (int row = 0; row < codes.Length; row++)
            unanswered[row] += codes[row] == CategoryColumn.Missing ? 1 : 0;
    }

    private void Write(int first, ReadOnlySpan<int> sums, int[] unanswered, int cut, double[] scores, byte[] literate)
    {
        int most = _mostUnanswered ?? int.MaxValue;
        for (int row = 0; row < sums.Length; row++)
        {
            bool isScored = unanswered[row] <= most && _wasAsked?[first + row] != false;
            scores[first + row] = isScored ? sums[row] : double.NaN;
            literate[first + row] = isScored ? (byte)(sums[row] >= cut ? 1 : 0) : FlagColumn.Missing;
        }
    }
}
