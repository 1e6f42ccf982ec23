using System.Data;
using System.Data.Common;

namespace Survey.Engines;

/// <summary>One connection, which is opened with the first statement.</summary>
/// <param name="connect">Makes it.</param>
/// <param name="server">What the server is called in messages.</param>
/// <param name="timeout">How long a statement may take, with connecting and reading its answer.</param>
/// <param name="cancellation">Ends what runs.</param>
internal sealed class AdoSession(Func<DbConnection> connect, string server, TimeSpan timeout, CancellationToken cancellation) : IDisposable
{
    private readonly AdoFailures _failures = new(server, timeout);
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private bool _failed;

    /// <summary>Begins a transaction, which ends without a trace unless it is committed.</summary>
    public void Begin() => Run(async (connection, token) => _transaction = await connection.BeginTransactionAsync(token));

    /// <summary>Makes what was done since <see cref="Begin"/> last. It is not given up: nobody could tell then whether it did.</summary>
    public void Commit() =>
        Run(
            async (_, token) =>
            {
                await _transaction!.CommitAsync(token);
                _transaction = null;
                return true;
            },
            CancellationToken.None);

    /// <summary>Works with the open connection within the time of one statement.</summary>
    /// <exception cref="SurveyDataException">It failed; the session is of no more use.</exception>
    public T Run<T>(Func<DbConnection, CancellationToken, Task<T>> work) => Run(work, cancellation);

    private T Run<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken givenUp)
    {
        _failed = true;
        try
        {
            T result = Deadline.Run(timeout, async token => await work(await OpenAsync(token), token), givenUp);
            _failed = false;
            return result;
        }
        catch (Exception error) when (error is not SurveyDataException && !givenUp.IsCancellationRequested)
        {
            throw _failures.Of(error);
        }
    }

    /// <summary>A statement on the connection, with texts and arrays as its parameters p0, p1, ...</summary>
    public DbCommand Command(string sql, IReadOnlyList<object> parameters)
    {
        DbCommand command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = (int)Math.Ceiling(timeout.TotalSeconds);
        command.Transaction = _transaction;
        for (int k = 0; k < parameters.Count; k++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = $"p{k}";
            if (parameters[k] is string)
                parameter.DbType = DbType.String;
            parameter.Value = parameters[k];
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>Gives the connection back. One that failed may hang, and is not waited for.</summary>
    public void Dispose()
    {
        if (_connection is null)
            return;
        if (_failed)
            Task.Run(Close);
        else
            Close();
    }

    private async Task<DbConnection> OpenAsync(CancellationToken token)
    {
        if (_connection is null)
        {
            _connection = _failures.Made(connect);
            await _connection.OpenAsync(token);
            _failures.Connected();
        }
        return _connection;
    }

    private void Close()
    {
        try
        {
            _transaction?.Dispose();
            _connection!.Dispose();
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or IOException)
        {
            // what failed was told already, and a connection that is lost has nothing to give back
        }
    }
}
