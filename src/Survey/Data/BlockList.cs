namespace Survey;

/// <summary>A list that grows by blocks, so that it never holds its items twice as a list that doubles does.</summary>
internal sealed class BlockList<T>
{
    private const int BlockBits = 16, BlockSize = 1 << BlockBits;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public T this[int index] => _blocks[index >> BlockBits][index & (BlockSize - 1)];

    public void Add(T item)
    {
        int place = Count & (BlockSize - 1);
        if (place == 0)
            _blocks.Add(new T[BlockSize]);
        _blocks[^1][place] = item;
        Count++;
    }
}
