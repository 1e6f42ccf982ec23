using System.Net;
using System.Net.Sockets;

namespace Survey.Engines.Benchmarks;

/// <summary>Stands before a server and counts the bytes that come from it.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private long _bytes;

    /// <param name="server">The port of the server.</param>
    public Relay(int server)
    {
        _server = server;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Bytes that the server sent since this was read last.</summary>
    public long Taken() => Interlocked.Exchange(ref _bytes, 0);

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // the listener was ended
        }
    }

    private async Task Join(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            await Task.WhenAny(Copy(client.GetStream(), server.GetStream(), counts: false), Copy(server.GetStream(), client.GetStream(), counts: true));
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to, bool counts)
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (await from.ReadAsync(buffer) is > 0 and int read)
            {
                if (counts)
                    Interlocked.Add(ref _bytes, read);
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // one of the two hung up
        }
    }
}
