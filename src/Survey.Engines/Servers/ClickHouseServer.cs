using System.Text;

namespace Survey.Engines;

/// <summary>A ClickHouse server over HTTP, and the cluster behind it.</summary>
/// <param name="address">Where it answers; what stands in it beside scheme, host, port and path is not used.</param>
/// <param name="user">Who asks.</param>
/// <param name="password">Empty where the user has none.</param>
/// <param name="database">Where tables without a database are looked for.</param>
/// <param name="dialect">What it speaks.</param>
/// <param name="timeout">How long a statement and its answer may take.</param>
internal sealed class ClickHouseServer(Uri address, string user, string password, string database, Dialect dialect, TimeSpan timeout) : IServer
{
    private const string Format = "TabSeparatedWithNamesAndTypes";

    private readonly ClickHouseRequests _requests = new(address, user, password, database, timeout);

    /// <summary>Settings of newer servers that this one knows; null until it was asked.</summary>
    private HashSet<string>? _known;

    public Dialect Dialect => dialect;

    public string Name => _requests.Server;

    public IReadOnlyList<(string Name, string Type)> Describe(Statement statement, CancellationToken cancellation) =>
        TabSeparated.Header(Answer($"SELECT * FROM ({statement.Sql}\n) LIMIT 0", cancellation), Name);

    public Reply Query(Statement statement, IReadOnlyList<ReplyKind> kinds, CancellationToken cancellation) =>
        TabSeparated.Read(Answer(statement.Sql, cancellation), kinds, Name);

    /// <summary>Runs a statement that changes something and gives no rows.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="rows">What it inserts, in the format that it names; null where it inserts nothing.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public void Execute(string sql, HttpContent? rows, CancellationToken cancellation)
    {
        IEnumerable<KeyValuePair<string, string>> settings = ClickHouseSettings.Changes(Known(cancellation));
        if (rows is null)
            _requests.Post(settings, new StringContent(sql), cancellation);
        else
            _requests.Post([.. settings, new("query", sql)], rows, cancellation);
    }

    private byte[] Answer(string sql, CancellationToken cancellation) =>
        _requests.Post(ClickHouseSettings.Questions(Known(cancellation)), Question(sql), cancellation);

    private HashSet<string> Known(CancellationToken cancellation)
    {
        if (_known is { } known)
            return known;
        byte[] body = _requests.Post(ClickHouseSettings.Questions([]), Question(ClickHouseSettings.WhichAreKnown), cancellation);
        return _known = [.. TabSeparated.Read(body, [ReplyKind.Text], Name).Texts(0).OfType<string>()];
    }

    private static StringContent Question(string sql) => new($"{sql}\nFORMAT {Format}", Encoding.UTF8); // on a line of its own, as the statement may end in a comment
}
