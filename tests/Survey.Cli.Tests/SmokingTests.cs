using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>The CDC's published figures for current cigarette smoking among US adults in 2019, from the raw file of the National Health Interview Survey.</summary>
/// <remarks>CDC, "Current Cigarette Smoking Among Adults in the United States", 2019; MMWR 2020;69(46). The file may not be copied into the project and is read where it lies.</remarks>
public class SmokingTests
{
    private const string Smoker = "case when smkev_a = 'No' then false else smknow_a in ('Every day', 'Some days') end as smoker";

    private static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(ThisFolder(), "..", "..", "..", "shared", "data", "reference", "nhis2019_cigarettes.csv"));

    [SetUp]
    public void NeedsTheFile()
    {
        if (!File.Exists(Path))
            Assert.Ignore($"The reference file {System.IO.Path.GetFileName(Path)} is not beside the project.");
    }

    [Test]
    public void AllAdults()
    {
        JsonElement rate = Ask("--proportion", Smoker)[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Percent(rate), Is.EqualTo("14.0"));
            Assert.That(100 * rate.GetProperty("standardError").GetDouble(), Is.EqualTo(0.2743).Within(0.00005), "printed to four decimals");
            Assert.That(rate.GetProperty("degreesOfFreedom").GetDouble(), Is.EqualTo(556));
            Assert.That(rate.GetProperty("missing").GetInt64(), Is.EqualTo(797));
            Assert.That(Ask("--total", Smoker)[0].GetProperty("value").GetDouble() / 1e6, Is.EqualTo(34.06).Within(0.005), "printed to two decimals");
        }
    }

    [Test]
    public void BySex() => Assert.That(Ask("--proportion", Smoker, "--by", "sex_a").Select(Percent), Is.EqualTo(["12.7", "15.3"]));

    [Test]
    public void ByAge() => Assert.That(Ask("--proportion", Smoker, "--by", "cut(agep_a, 18, 25, 45, 65, inf) as age").Select(Percent), Is.EqualTo(["8.0", "16.7", "17.0", "8.2"]));

    private static JsonElement[] Ask(params string[] options)
    {
        Run run = Session.Survey(["estimate", Path, "--weights", "wtfa_a", "--strata", "pstrat", "--clusters", "ppsu", "--format", "json", .. options]);
        Assert.That(run.Messages, Is.Empty);
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("estimates").EnumerateArray()];
    }

    private static string Percent(JsonElement estimate) => (100 * estimate.GetProperty("value").GetDouble()).ToString("F1", CultureInfo.InvariantCulture);

    private static string ThisFolder([CallerFilePath] string path = "") => System.IO.Path.GetDirectoryName(path)!;
}
