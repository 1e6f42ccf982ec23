using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Survey.Engines.Tests;

/// <summary>Knows no setting, answers what else it is asked over HTTP with the same bytes, and then closes the connection or keeps silent.</summary>
internal sealed class FakeServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];

    /// <param name="answer">Bytes of headers and body.</param>
    /// <param name="closes">Whether the connection is closed behind them.</param>
    public FakeServer(string answer, bool closes = true)
    {
        _listener.Start();
        _ = Task.Run(() => Serve(Encoding.UTF8.GetBytes(answer), closes));
    }

    public ClickHouseServer Server(TimeSpan timeout) =>
        new(new Uri($"http://{_listener.LocalEndpoint}"), "u", "p", "d", new ClickHouseDialect(), timeout);

    /// <summary>A server that answers with a whole body.</summary>
    public static FakeServer Answering(string body) =>
        new(Whole(body));

    public void Dispose()
    {
        _listener.Dispose();
        _clients.ForEach(client => client.Dispose());
    }

    private async Task Serve(byte[] answer, bool closes)
    {
        while (true)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync();
            _clients.Add(client);
            bool ofSettings = (await AskedAsync(client.GetStream())).Contains("system.settings", StringComparison.Ordinal);
            await client.GetStream().WriteAsync(ofSettings ? Encoding.UTF8.GetBytes(Whole("name\nString\n")) : answer);
            if (closes || ofSettings)
                client.Dispose();
        }
    }

    private static async Task<string> AskedAsync(NetworkStream stream)
    {
        byte[] bytes = new byte[1 << 16];
        string asked = "";
        int count = 0;
        while (!asked.EndsWith("NamesAndTypes", StringComparison.Ordinal) && await stream.ReadAsync(bytes.AsMemory(count)) is var read and > 0) // a connection may be opened in vain
        {
            count += read;
            asked = Encoding.UTF8.GetString(bytes, 0, count);
        }
        return asked;
    }

    private static string Whole(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
}
