namespace Survey;

/// <summary>The ordering text of each unit; a unit of several rows says it again in each, and two that differ are an error.</summary>
internal sealed class NodeOrder(FrameColumn column)
{
    private readonly BlockList<int> _codes = new();

    public FrameColumn Column => column;

    public int CodeOf(int node) => _codes[node];

    /// <summary>Takes the current row's text, of a unit of its own.</summary>
    public void Add() => _codes.Add(column.Code);

    /// <summary>Takes the current row's text; false where the unit has another already.</summary>
    public bool TryTake(int node)
    {
        if (node < _codes.Count)
            return _codes[node] == column.Code;
        Add();
        return true;
    }
}
