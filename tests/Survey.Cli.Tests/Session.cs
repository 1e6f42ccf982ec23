using System.Text;

namespace Survey.Cli.Tests;

/// <summary>A run of the command in a folder of its own, with what it printed.</summary>
internal sealed class Session : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("survey-cli-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, string content) => File(name, new UTF8Encoding(false).GetBytes(content));

    public string File(string name, byte[] content)
    {
        string path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public static Run Survey(params string[] args)
    {
        using StringWriter output = new(), messages = new();
        int code = App.Run(args, output, messages);
        return new Run(code, output.ToString(), messages.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a run ended with.</summary>
internal sealed record Run(int Code, string Output, string Messages);
