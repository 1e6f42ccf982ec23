namespace Survey;

/// <summary>Rows counted and the first few kept, for messages; said as numbers from 1.</summary>
internal sealed class RowList
{
    private const int Kept = 5;

    private readonly List<long> _first = [];

    public long Count { get; private set; }

    /// <summary>The first of them, from 0.</summary>
    public long First => _first[0] - 1;

    public void Add(long row)
    {
        Count++;
        if (_first.Count < Kept)
            _first.Add(row + 1);
    }

    public override string ToString() =>
        Count == 1 ? $"row {_first[0]}" : $"{Count} rows ({string.Join(", ", _first)}{(Count > Kept ? ", ..." : "")})";
}
