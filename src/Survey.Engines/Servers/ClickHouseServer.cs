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
    /// <param name="statement">The statement, and behind it what it inserts.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public void Execute(HttpContent statement, CancellationToken cancellation) =>
        _requests.Post(ClickHouseSettings.Changes(Known(cancellation)), statement, cancellation);

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
