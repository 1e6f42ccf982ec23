namespace Survey;

/// <summary>What was taken for granted of a streamed column, its type or its levels, does not hold of all its rows. <see cref="Rows.Settled"/> asks again; nobody else meets this.</summary>
internal sealed class ProvisionalFactsException(string column) : Exception($"More became known of the column '{column}' while it was read.")
{
    /// <summary>The column.</summary>
    public string Column => column;
}
