using System.Net;
using System.Net.Sockets;

namespace Survey.Engines.Tests;

/// <summary>A folder for the data of servers that run as another user, and ports for them.</summary>
internal sealed class ServerFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("survey-engines-");

    public ServerFolder(string user)
    {
        User = user;
        Open(_folder.FullName);
    }

    /// <summary>Whom the servers run as where the tests run as root.</summary>
    public string User { get; }

    /// <summary>A folder in it that belongs to the user.</summary>
    public string Folder(params string[] path)
    {
        string folder = Path.Combine([_folder.FullName, .. path]);
        Directory.CreateDirectory(folder);
        Open(folder);
        return folder;
    }

    /// <summary>Ports that nobody listens on.</summary>
    public static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = Array.ConvertAll(listeners, listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }

    /// <summary>Waits until a server answers.</summary>
    public static void Await(ServerProcess server, string name, Func<bool> answers)
    {
        DateTime end = DateTime.UtcNow.AddSeconds(40);
        while (!answers())
        {
            if (DateTime.UtcNow > end || !server.IsRunning)
                throw new InvalidOperationException($"{name} did not start: {server.LastWords}");
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(50); // a process that was killed is still at its last file
            }
        }
    }

    private void Open(string folder)
    {
        if (Environment.IsPrivilegedProcess)
            System.Diagnostics.Process.Start("chown", [User, folder]).WaitForExit();
    }
}
