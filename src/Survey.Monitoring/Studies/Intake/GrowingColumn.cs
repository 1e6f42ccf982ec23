namespace Survey.Monitoring.Intake;

/// <summary>Values whose number is not known beforehand, in blocks, so that growing copies nothing and leaves nothing behind.</summary>
internal sealed class GrowingColumn<T>
{
    private const int BlockSize = 1 << 14;

    private readonly List<T[]> _blocks = [];
    private T[] _block = [];
    private int _at;

    /// <summary>How many there are.</summary>
    public int Count => _blocks.Count == 0 ? 0 : ((_blocks.Count - 1) * BlockSize) + _at;

    public void Add(T value)
    {
        if (_at == _block.Length)
        {
            _blocks.Add(_block = new T[BlockSize]);
            _at = 0;
        }
        _block[_at++] = value;
    }

    /// <summary>Forgets those after the first ones.</summary>
    public void Truncate(int count)
    {
        int blocks = (count + BlockSize - 1) / BlockSize;
        _blocks.RemoveRange(blocks, _blocks.Count - blocks);
        _block = blocks == 0 ? [] : _blocks[^1];
        _at = blocks == 0 ? 0 : count - ((blocks - 1) * BlockSize);
    }

    /// <summary>All values as one array. Nothing is kept.</summary>
    public T[] Release()
    {
        var values = new T[Count];
        for (int k = 0; k < _blocks.Count; k++)
        {
            int first = k * BlockSize;
            _blocks[k].AsSpan(0, Math.Min(BlockSize, Count - first)).CopyTo(values.AsSpan(first));
            _blocks[k] = [];
        }
        Truncate(0);
        return values;
    }
}
