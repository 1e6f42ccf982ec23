using System.Text.Json;
using Survey.Files;

namespace Survey.Tests.Golden;

/// <summary>The samples and designs that the goldens name.</summary>
internal static class Samples
{
    private static readonly string[] Folders = ["nhanes-cholesterol", "california-schools", "yrbs-seat-belts", "small-designs", "two-waves", "unequal-probabilities"];
    private static readonly Dictionary<string, Table> Tables = [];
    private static readonly JsonElement Designs = JsonDocument.Parse(File.ReadAllText(GoldenCase.Path("designs.json"))).RootElement;

    public static Table Table(string name)
    {
        lock (Tables)
        {
            if (!Tables.TryGetValue(name, out Table? table))
                Tables[name] = table = Survey.Table.Read(Folders.Select(folder => Repository.File("datasets", folder, name + ".csv")).First(File.Exists));
            return table;
        }
    }

    /// <summary>A file that may not be copied into the project and is read where it lies; the test is skipped where it is missing.</summary>
    public static Table Reference(string name)
    {
        string path = Repository.File("..", "shared", "data", "reference", name + ".csv");
        if (!File.Exists(path))
            Assert.Ignore($"The reference file {name}.csv is not beside the project.");
        lock (Tables)
        {
            if (!Tables.TryGetValue(name, out Table? table))
                Tables[name] = table = Survey.Table.Read(path);
            return table;
        }
    }

    /// <summary>A design as designs.json has it.</summary>
    public static SurveyDesign Design(string name, DegreesOfFreedomRule rule = DegreesOfFreedomRule.Design)
    {
        JsonElement design = Designs.GetProperty(name);
        return new SurveyDesign(
            Table(design.GetProperty("data").GetString()!),
            design.TryGetProperty("weights", out JsonElement weights) ? weights.GetString() : null,
            design.TryGetProperty("strata", out JsonElement strata) ? strata[0].GetString() : null,
            NamesOf(design, "ids"),
            NamesOf(design, "fpc"),
            degreesOfFreedom: rule);
    }

    private static Names NamesOf(JsonElement design, string property) =>
        design.TryGetProperty(property, out JsonElement names) ? Names.Of([.. names.EnumerateArray().Select(name => name.GetString()!)]) : default;
}
