using System.Text.RegularExpressions;

namespace Survey.Tests;

/// <summary>Holds the README to what runs.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));

    [Test]
    public void EveryBlockOfCSharpIsCodeThatRuns()
    {
        string examples = SingleSpaced(File.ReadAllText(Repository.File("tests", "Survey.Tests", "ReadmeExamples.cs")));
        Assert.That(
            CSharpBlocks().Matches(Readme).Select(block => SingleSpaced(block.Groups[1].Value)),
            Is.Not.Empty.And.All.Matches<string>(code => examples.Contains(code!, StringComparison.Ordinal)));
    }

    [Test]
    public void EveryFolderOfTheTreeExists() =>
        Assert.That(
            Folders().Matches(Readme).Select(line => line.Groups[1].Value.TrimEnd('/')).Where(folder => !Directory.Exists(Repository.File(folder))),
            Is.Empty);

    private static string SingleSpaced(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex("```csharp(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlocks();

    [GeneratedRegex(@"^((?:src|tests|benchmarks|datasets|docs)[\w./]*)  ", RegexOptions.Multiline)]
    private static partial Regex Folders();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
