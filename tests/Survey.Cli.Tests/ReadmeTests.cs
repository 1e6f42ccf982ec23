using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Survey.Cli.Tests;

/// <summary>The README's tables are what its commands print.</summary>
public partial class ReadmeTests
{
    [Test]
    public void TheTablesAreTheCommandsOwn()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
        string readme = File.ReadAllText(Path.Combine(root, "README.md"));
        string[] commands = [.. Commands().Matches(readme).Select(command => command.Groups[1].Value)], tables = [.. Tables().Matches(readme).Select(table => table.Groups[1].Value)];
        Assert.That(commands, Has.Length.EqualTo(8));

        using var session = new Session();
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < commands.Length; k++)
            {
                string[] words = [.. Words().Matches(commands[k]).Select(word => word.Value.Trim('"')).Select(word => word.StartsWith("datasets/", StringComparison.Ordinal) ? Path.Combine(root, word) : IsMade(word) ? Path.Combine(session.Folder, word) : word)];
                Run run = Session.Survey(words);
                Assert.That(run.Messages, Is.Empty);
                Assert.That(Shown(run.Output.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), tables[k]), Is.EqualTo(tables[k]));
            }
    }

    // of a long output the middle may be left out
    private static string Shown(string output, string table)
    {
        const string LeftOut = "\n...\n";
        int at = table.IndexOf(LeftOut, StringComparison.Ordinal), end = table.Length - at - LeftOut.Length;
        return at < 0 || output.Length < at + end ? output : output[..at] + LeftOut + output[^end..];
    }

    // what a command writes, the next may read
    private static bool IsMade(string word) => word == "drawn.csv" || word == "weighted" || word.StartsWith("weighted/", StringComparison.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("```sh\ndotnet run [^\n]*? -- ([^\n]*)\n```")]
    private static partial Regex Commands();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Words();
}
