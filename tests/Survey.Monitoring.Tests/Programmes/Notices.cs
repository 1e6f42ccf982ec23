using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Survey.Monitoring.Tests.Programmes;

/// <summary>The texts of the notices, which lie beside the project and not in it: they name officials.</summary>
internal static partial class Notices
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>The programme files of the project.</summary>
    public static IEnumerable<string> ProgrammeFiles => Directory.EnumerateFiles(Path.Combine(_root, "datasets", "programmes"), "*.yaml");

    /// <summary>The notices; a test that needs them is skipped where they are missing.</summary>
    public static string[] Texts()
    {
        string folder = Path.Combine(_root, "..", "shared", "sources");
        if (!Directory.Exists(folder))
            Assert.Ignore("The notices are not beside the project.");
        return [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    /// <summary>The notice of a programme: the only one that holds its title and its number. Without white space, which its pages have anywhere.</summary>
    public static string Of(Programme programme) =>
        Texts().Select(WithoutSpace).Single(text => text.Contains(WithoutSpace(programme.Notice.Title), StringComparison.Ordinal) && text.Contains(WithoutSpace(programme.Notice.Number ?? ""), StringComparison.Ordinal));

    public static string WithoutSpace(string text) => Space().Replace(text, "");

    /// <summary>The names in a notice's list of a leading group: its lines from that of the head on, of a name and an office.</summary>
    public static IEnumerable<string> Officials(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).SkipWhile(line => !Head().IsMatch(line))
            .Select(line => Member().Match(line)).TakeWhile(member => member.Success).Select(member => WithoutSpace(member.Groups["name"].Value));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^组\s*长：")]
    private static partial Regex Head();

    // a name of two characters is written with a blank in it
    [GeneratedRegex(@"^(?:组\s*长：|副组长：|成\s*员：)?(?<name>\p{IsCJKUnifiedIdeographs}\s+\p{IsCJKUnifiedIdeographs}|\p{IsCJKUnifiedIdeographs}{3,4})\s+\S+$")]
    private static partial Regex Member();
}
