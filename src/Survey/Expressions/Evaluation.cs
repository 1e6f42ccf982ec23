namespace Survey;

/// <summary>Values of bound expressions over one chunk, each computed once.</summary>
internal sealed class Evaluation(Chunk chunk)
{
    private readonly Dictionary<Bound, Column> _values = [];

    public Chunk Chunk { get; } = chunk;

    public int RowCount => Chunk.RowCount;

    public Column Of(Bound bound)
    {
        if (!_values.TryGetValue(bound, out Column? column))
            _values[bound] = column = bound.Evaluate(this);
        return column;
    }

    public ReadOnlySpan<double> Numbers(Bound bound) => ((NumberColumn)Of(bound)).Values;

    public ReadOnlySpan<byte> Flags(Bound bound) => ((FlagColumn)Of(bound)).Values;

    public ReadOnlySpan<int> Codes(Bound bound) => ((CategoryColumn)Of(bound)).Codes;

    public ReadOnlySpan<int> Days(Bound bound) => ((DateColumn)Of(bound)).Days;
}
