namespace Survey;

/// <summary>A number that each unit or stratum has, said again in each of its rows; two that differ are an error.</summary>
internal sealed class NodeNumbers(FrameColumn column)
{
    private readonly List<double> _numbers = [];
    private readonly List<long> _rows = [];

    public FrameColumn Column => column;

    public double this[int node] => _numbers[node];

    /// <summary>The row that said it first.</summary>
    public long RowOf(int node) => _rows[node];

    /// <summary>Takes the current row's number; false where the node has another already.</summary>
    public bool TryTake(int node, long row)
    {
        if (node < _numbers.Count)
            return _numbers[node] == column.Number;
        _numbers.Add(column.Number);
        _rows.Add(row);
        return true;
    }
}
