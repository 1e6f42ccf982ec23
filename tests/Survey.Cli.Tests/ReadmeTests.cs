using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Survey.Cli.Tests;

/// <summary>The README's table is what its command prints.</summary>
public partial class ReadmeTests
{
    [Test]
    public void TheTableIsTheCommandsOwn()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
        string readme = File.ReadAllText(Path.Combine(root, "README.md"));
        string command = Commands().Match(readme).Groups[1].Value;
        string table = Tables().Match(readme).Groups[1].Value;
        string[] words = [.. Words().Matches(command).Select(word => word.Value.Trim('"')).Select(word => word.StartsWith("datasets/", StringComparison.Ordinal) ? Path.Combine(root, word) : word)];

        Run run = Session.Survey(words);

        Assert.That(run.Messages, Is.Empty);
        Assert.That(run.Output, Is.EqualTo(table));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("```sh\ndotnet run [^\n]*? -- ([^\n]*)\n```")]
    private static partial Regex Commands();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Words();
}
