using System.Data.Common;

namespace Survey.Engines;

/// <summary>A server that a provider of System.Data.Common connects to. Each statement has a connection of its own.</summary>
/// <param name="connect">Makes a connection that is not open yet.</param>
/// <param name="dialect">What the server speaks.</param>
/// <param name="name">What it is called in messages.</param>
/// <param name="timeout">How long connecting, a statement and reading its answer may take together.</param>
internal sealed class AdoServer(Func<DbConnection> connect, Dialect dialect, string name, TimeSpan timeout) : IServer
{
    public Dialect Dialect => dialect;

    public string Name => name;

    public IReadOnlyList<(string Name, string Type)> Describe(Statement statement, CancellationToken cancellation) =>
        Run<IReadOnlyList<(string, string)>>(
            statement with { Sql = $"SELECT * FROM ({statement.Sql}\n) AS described LIMIT 0" },
            (reader, _) => Task.FromResult<IReadOnlyList<(string, string)>>([.. Enumerable.Range(0, reader.FieldCount).Select(k => (reader.GetName(k), reader.GetDataTypeName(k)))]),
            cancellation);

    public Reply Query(Statement statement, IReadOnlyList<ReplyKind> kinds, CancellationToken cancellation) =>
        Run(statement, (reader, token) => AdoReply.ReadAsync(reader, kinds, name, token), cancellation);

    /// <summary>A connection for several statements.</summary>
    public AdoSession Open(CancellationToken cancellation) => new(connect, name, timeout, cancellation);

    private T Run<T>(Statement statement, Func<DbDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using AdoSession session = Open(cancellation);
        return session.Run(async (_, token) =>
        {
            using DbCommand command = session.Command(statement.Sql, statement.Parameters);
            using DbDataReader reader = await command.ExecuteReaderAsync(token);
            return await read(reader, token);
        });
    }
}
