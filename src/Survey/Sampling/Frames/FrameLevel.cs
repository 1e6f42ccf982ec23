namespace Survey;

/// <summary>The different values of one key column within those of the columns before it: towns, villages of each town.</summary>
internal sealed class FrameLevel(FrameColumn column)
{
    private readonly Dictionary<(int Parent, int Code), int> _nodes = [];
    private readonly List<int> _parents = [], _codes = [];

    public FrameColumn Column => column;

    public int Count => _parents.Count;

    public IReadOnlyList<int> Parents => _parents;

    public int NodeOf(int parent)
    {
        if (_nodes.TryGetValue((parent, column.Code), out int node))
            return node;
        _nodes.Add((parent, column.Code), _parents.Count);
        _parents.Add(parent);
        _codes.Add(column.Code);
        return _parents.Count - 1;
    }

    public string TextOf(int node) => column.Texts[_codes[node]];
}
