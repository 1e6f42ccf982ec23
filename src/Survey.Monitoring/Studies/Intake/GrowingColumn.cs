namespace Survey.Monitoring.Intake;

/// <summary>Values whose number is not known beforehand, in blocks, so that growing copies nothing and leaves nothing behind.</summary>
internal sealed class GrowingColumn<T>
{
    private const int BlockSize = 1 << 14;

    private readonly List<T[]> _blocks = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public void Add(T value)
    {
        int at = Count % BlockSize;
        if (at == 0)
            _blocks.Add(new T[BlockSize]);
        _blocks[^1][at] = value;
        Count++;
    }

    /// <summary>Forgets those after the first ones.</summary>
    public void Truncate(int count)
    {
        int blocks = (count + BlockSize - 1) / BlockSize;
        _blocks.RemoveRange(blocks, _blocks.Count - blocks);
        Count = count;
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
