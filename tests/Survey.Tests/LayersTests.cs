using System.Text.RegularExpressions;

namespace Survey.Tests;

/// <summary>The folders of src/Survey are layers: each may mention only types that it, or a folder before it, declares.</summary>
public partial class LayersTests
{
    // lowest first
    private static readonly string[] Layers = ["Numerics", "Data", "Expressions", "Display", "Results", "Designs", "Totals", "Variance", "Estimation", "Sampling", "Weighting", "Comparison"];

    private static readonly Dictionary<string, string[]> Files =
        Layers.ToDictionary(layer => layer, layer => Directory.GetFiles(Repository.File("src", "Survey", layer), "*.cs", SearchOption.AllDirectories));

    [TestCaseSource(nameof(Layers))]
    public void MentionsNoTypeOfALaterLayer(string layer)
    {
        int own = Array.IndexOf(Layers, layer);
        HashSet<string> known = [.. Layers[..(own + 1)].SelectMany(DeclaredIn)];
        HashSet<string> later = [.. Layers[(own + 1)..].SelectMany(DeclaredIn).Where(type => !known.Contains(type))];
        Assert.That(
            from file in Files[layer]
            from word in Words().Matches(Code(file)).Select(match => match.Value).Distinct().Except(PropertiesOf(file))
            where later.Contains(word)
            select $"{Path.GetFileName(file)} mentions {word}",
            Is.Empty);
    }

    [Test]
    public void EveryFolderIsALayer() =>
        Assert.That(Directory.GetDirectories(Repository.File("src", "Survey")).Select(Path.GetFileName).Except(["bin", "obj"]), Is.EquivalentTo(Layers));

    [Test]
    public void OnlyNumericsNamesMathNet() =>
        Assert.That(Layers.Except(["Numerics"]).SelectMany(layer => Files[layer]).Where(file => File.ReadAllText(file).Contains("MathNet", StringComparison.Ordinal)), Is.Empty);

    // types of the file, not those nested in them
    private static IEnumerable<string> DeclaredIn(string layer) =>
        Files[layer].SelectMany(file => Declarations().Matches(Code(file)).Select(match => match.Groups[1].Value));

    // a property may share its name with a type of a later layer, such as the statistic of an estimate
    private static IEnumerable<string> PropertiesOf(string file) => Properties().Matches(Code(file)).Select(match => match.Groups[1].Value);

    // what follows a dot is a member
    private static string Code(string file) => Quiet().Replace(File.ReadAllText(file), "");

    [GeneratedRegex("""//.*|"(?:[^"\\\n]|\\.)*"|\.\w+""")]
    private static partial Regex Quiet();

    [GeneratedRegex(@"(\w+)\s*\{\s*get")]
    private static partial Regex Properties();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+\S+)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declarations();
}
