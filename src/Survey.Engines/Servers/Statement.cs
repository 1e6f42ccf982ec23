namespace Survey.Engines;

/// <summary>One statement for a server.</summary>
/// <param name="Sql">Its text, in which parameters stand as the dialect writes them.</param>
/// <param name="Parameters">Texts of the parameters p0, p1, ...; none where the server takes no parameters and they stand in the text as literals.</param>
internal sealed record Statement(string Sql, IReadOnlyList<string> Parameters)
{
    public Statement(string sql) : this(sql, [])
    {
    }
}
