using System.Diagnostics;

namespace Survey.Engines.Tests;

/// <summary>One server of a cluster, as a process that does not run as root.</summary>
/// <param name="user">Whom it runs as where the tests run as root.</param>
/// <param name="command">The program and its arguments.</param>
/// <param name="log">Where its output goes.</param>
internal sealed class ServerProcess(string user, IReadOnlyList<string> command, string log)
{
    private Process? _process;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What it wrote last, for messages.</summary>
    public string LastWords => File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(8)) : "it wrote nothing";

    public void Start()
    {
        string[] quoted = [.. AsUser(user, command).Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'")];
        _process = Process.Start("sh", ["-c", $"cd / && exec {string.Join(' ', quoted)} >> '{log}' 2>&1 < /dev/null"]);
        Process.Start("setsid", ["sh", "-c", $"exec 2> /dev/null; while kill -0 {Environment.ProcessId} && kill -0 {_process.Id}; do sleep 1; done; kill -9 {_process.Id} $(cat /proc/{_process.Id}/task/{_process.Id}/children)"]).Dispose(); // where the tests are killed and end nothing
    }

    /// <summary>Sends it, and the processes it started, a signal such as KILL, STOP or CONT.</summary>
    public void Signal(string signal)
    {
        if (!IsRunning)
            return;
        string own = $"{_process!.Id}";
        string children = $"/proc/{own}/task/{own}/children";
        string[] started = File.Exists(children) ? File.ReadAllText(children).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        using Process kill = Process.Start("kill", ["-s", signal, own, .. started]);
        kill.WaitForExit();
    }

    public void Kill()
    {
        Signal("KILL");
        _process?.WaitForExit();
    }

    /// <summary>Lets it go on if it hangs, and starts it if it was ended.</summary>
    public void Revive()
    {
        Signal("CONT");
        if (!IsRunning)
            Start();
    }

    /// <summary>Runs a program to its end as that user.</summary>
    public static void Run(string user, IReadOnlyList<string> command)
    {
        IReadOnlyList<string> words = AsUser(user, command);
        using Process process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} failed: {error.Result}");
    }

    private static IReadOnlyList<string> AsUser(string user, IReadOnlyList<string> command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={user}", $"--regid={GroupOf(user)}", "--clear-groups", .. command] : command;

    private static string GroupOf(string user) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[0] == user)[3];
}
