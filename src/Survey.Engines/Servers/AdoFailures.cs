using System.Data.Common;
using System.Net.Sockets;

namespace Survey.Engines;

/// <summary>Turns what a provider throws into sentences.</summary>
internal sealed class AdoFailures(string server, TimeSpan timeout)
{
    private Secrets _secrets = new();
    private bool _connected;

    /// <summary>A connection that is not open yet; its passwords are kept out of messages from now on.</summary>
    public DbConnection Made(Func<DbConnection> connect)
    {
        DbConnection connection;
        try
        {
            connection = connect();
        }
        catch (Exception error) // its message may quote a piece of a password that holds a semicolon
        {
            throw ServerFailure.NoConnection(server, $"the provider does not understand the connection string ({error.GetType().Name})");
        }
        _secrets = Secrets.Of(connection.ConnectionString);
        return connection;
    }

    /// <summary>What fails from now on is the statement.</summary>
    public void Connected() => _connected = true;

    public SurveyDataException Of(Exception error)
    {
        string message = MessageOf(error);
        string state = Causes(error).OfType<DbException>().Select(cause => cause.SqlState).FirstOrDefault(state => state is not null) ?? "";
        if (Causes(error).Any(cause => cause is TimeoutException or OperationCanceledException))
            return ServerFailure.NoAnswer(server, timeout);
        if (state.StartsWith("28", StringComparison.Ordinal))
            return ServerFailure.RefusedLogin(server, message);
        if (!_connected)
            return ServerFailure.NoConnection(server, message);
        if (state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)) // a server behind this one is lost, or this one is being shut down
            return ServerFailure.LostServer(server, message);
        return state.Length == 0 && Causes(error).Any(cause => cause is IOException or SocketException or ObjectDisposedException)
            ? ServerFailure.CutShort(server, message)
            : ServerFailure.Refused(server, message);
    }

    /// <summary>What a server or a socket says; of another exception the name, as nobody knows what its message quotes.</summary>
    private string MessageOf(Exception error) =>
        Causes(error).FirstOrDefault(cause => cause is DbException or SocketException or IOException) is { } told
            ? _secrets.Hide(told.Message.TrimStart().Split('\n')[0])
            : error.GetType().Name;

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
