namespace Survey.Engines;

/// <summary>How a column of a reply is read.</summary>
internal enum ReplyKind
{
    /// <summary>As doubles; NULL is NaN.</summary>
    Number,

    /// <summary>As texts; NULL is null.</summary>
    Text,
}

/// <summary>What a server answered, whole and checked.</summary>
/// <param name="rowCount">Number of rows.</param>
/// <param name="columns">For each column double[] or string?[], as it was asked for.</param>
internal sealed class Reply(int rowCount, IReadOnlyList<Array> columns)
{
    public int RowCount => rowCount;

    public double[] Numbers(int column) => (double[])columns[column];

    public string?[] Texts(int column) => (string?[])columns[column];
}
