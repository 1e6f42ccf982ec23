namespace Survey;

/// <summary>Where a group of terms writes what it makes of a block of rows.</summary>
/// <param name="answered">-1 (all bits) where no term is missing, else 0.</param>
/// <param name="states">The same as the states of an indicator: 0 or 2.</param>
/// <param name="products">w(y - c): an array for each term.</param>
/// <param name="at">Where in those arrays the first of the rows stands.</param>
/// <param name="distances">y - c, of the first two terms.</param>
internal readonly ref struct TermBlock(Span<long> answered, Span<byte> states, double[][] products, int at, double[][] distances)
{
    public Span<long> Answered { get; } = answered;

    public Span<byte> States { get; } = states;

    public Span<double> Products(int term) => products[term].AsSpan(at, Answered.Length);

    public Span<double> Distances(int term) => distances[Math.Min(term, 1)].AsSpan(0, Answered.Length);
}
