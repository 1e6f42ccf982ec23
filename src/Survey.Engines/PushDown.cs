namespace Survey.Engines;

/// <summary>Whether the shards of a table sum their own rows, rather than send them all: PostgreSQL decides that for each statement, and says so when it explains it.</summary>
internal sealed class PushDown
{
    private readonly IServer _server;
    private readonly TableName _table;
    private readonly CancellationToken _cancellation;
    private bool _isLacking, _isChecked;

    /// <param name="server">Where the table is.</param>
    /// <param name="table">Its name.</param>
    /// <param name="cancellation">Ends statements.</param>
    public PushDown(IServer server, TableName table, CancellationToken cancellation)
    {
        (_server, _table, _cancellation) = (server, table, cancellation);
        Reply? reply = server.Dialect.ShardColumns(table) is { } statement ? server.Query(statement, [ReplyKind.Text], cancellation) : null;
        ShardKeys = reply is null ? [] : [.. reply.Texts(0).OfType<string>()];
    }

    /// <summary>The columns by which rows are spread; a shard can sum its own only of groups that they tell apart.</summary>
    public IReadOnlyList<string> ShardKeys { get; }

    public IReadOnlyList<string> Notes => _isLacking
        ? [$"some sums were made of rows that the shards of {_table} sent one by one, which is slow; spread it by columns of the design (strata, clusters)"]
        : [];

    /// <summary>The statement as it is to be run; takes note if shards do not sum it all the same.</summary>
    public Statement Prepared(Statement statement)
    {
        // a view may hide shards: its first statement shows them
        if (!_isLacking && (ShardKeys.Count > 0 || !_isChecked) && _server.Dialect.Explained(statement) is { } explained)
            _isLacking = !_server.Dialect.IsSummedByShards(_server.Query(explained, [ReplyKind.Text], _cancellation).Texts(0));
        _isChecked = true;
        return ShardKeys.Count == 0 ? statement : _server.Dialect.ForShards(statement);
    }
}
