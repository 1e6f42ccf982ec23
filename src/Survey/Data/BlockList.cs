namespace Survey;

/// <summary>A list that grows by blocks, so that a long one never holds its items twice as a list that doubles does.</summary>
internal sealed class BlockList<T>
{
    private const int BlockBits = 16, BlockSize = 1 << BlockBits, FirstBlock = 16;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public T this[int index] => _blocks[index >> BlockBits][index & (BlockSize - 1)];

    public void Add(T item)
    {
        int place = Count & (BlockSize - 1);
        if (place == 0)
            _blocks.Add(new T[Count == 0 ? FirstBlock : BlockSize]);
        else if (place == _blocks[^1].Length)
            DoubleFirst();
        _blocks[^1][place] = item;
        Count++;
    }

    // only the first block is ever smaller than the others
    private void DoubleFirst()
    {
        T[] first = _blocks[0];
        Array.Resize(ref first, first.Length * 2);
        _blocks[0] = first;
    }
}
