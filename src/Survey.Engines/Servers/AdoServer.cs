using System.Data;
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

    public IReadOnlyList<(string Name, string Type)> Describe(Statement statement, CancellationToken cancellation)
    {
        Statement none = statement with { Sql = $"SELECT * FROM ({statement.Sql}) AS described LIMIT 0" };
        return Run<IReadOnlyList<(string, string)>>(
            async (connection, token) =>
            {
                using DbCommand command = Command(connection, none);
                using DbDataReader reader = await command.ExecuteReaderAsync(token);
                return [.. Enumerable.Range(0, reader.FieldCount).Select(k => (reader.GetName(k), reader.GetDataTypeName(k)))];
            },
            cancellation);
    }

    public Reply Query(Statement statement, IReadOnlyList<ReplyKind> kinds, CancellationToken cancellation) =>
        Run(
            async (connection, token) =>
            {
                using DbCommand command = Command(connection, statement);
                using DbDataReader reader = await command.ExecuteReaderAsync(token);
                return await AdoReply.ReadAsync(reader, kinds, name, token);
            },
            cancellation);

    /// <summary>Works with an open connection within the time of one statement.</summary>
    public T Run<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var failures = new AdoFailures(name, timeout);
        try
        {
            return Deadline.Run(timeout, token => OnConnection(work, failures, token), cancellation);
        }
        catch (Exception error) when (error is not SurveyDataException && !cancellation.IsCancellationRequested)
        {
            throw failures.Of(error);
        }
    }

    private async Task<T> OnConnection<T>(Func<DbConnection, CancellationToken, Task<T>> work, AdoFailures failures, CancellationToken token)
    {
        using DbConnection connection = failures.Made(connect);
        await connection.OpenAsync(token);
        failures.Connected();
        return await work(connection, token);
    }

    /// <summary>A statement on a connection, with its parameters.</summary>
    public DbCommand Command(DbConnection connection, Statement statement)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        command.CommandTimeout = (int)Math.Ceiling(timeout.TotalSeconds);
        for (int k = 0; k < statement.Parameters.Count; k++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = $"p{k}";
            parameter.DbType = DbType.String;
            parameter.Value = statement.Parameters[k];
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
