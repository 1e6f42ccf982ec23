namespace Survey.Engines.Benchmarks;

/// <summary>Hands statements on and keeps them, with how long each took and how many rows came back.</summary>
internal sealed class Recorder(IServer server) : IServer
{
    private readonly List<Statement> _queries = [];

    public Dialect Dialect => server.Dialect;

    public string Name => server.Name;

    /// <summary>Statements that read sums, levels and plans; not those that read the names of columns.</summary>
    public IReadOnlyList<Statement> Queries => _queries;

    /// <summary>Rows of all answers.</summary>
    public long Rows { get; private set; }

    public IReadOnlyList<(string Name, string Type)> Describe(Statement statement, CancellationToken cancellation) => server.Describe(statement, cancellation);

    public Reply Query(Statement statement, IReadOnlyList<ReplyKind> kinds, CancellationToken cancellation)
    {
        Reply reply = server.Query(statement, kinds, cancellation);
        _queries.Add(statement);
        Rows += reply.RowCount;
        return reply;
    }
}
