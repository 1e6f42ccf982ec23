using Survey.Files;

namespace Survey.Tests.Display;

/// <summary>Files of results.</summary>
public class ResultFileTests
{
    private const string Phone = "13812345678", Identity = "11010519491231002X";

    private string _folder = "";

    private static IEnumerable<ResultSamples.Sample> All => [.. ResultSamples.Plain, .. ResultSamples.Harmful];

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("survey-results-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(All))]
    public void Rows_are_read_back_equal(object sample)
    {
        IResult result = ((ResultSamples.Sample)sample).Result;
        foreach (string ending in (string[])["csv", "xlsx", "parquet"])
        {
            string path = Path.Combine(_folder, $"result.{ending}");
            result.Save(path);
            TableAssert.AreEqual(Table.Read(path), result.ToTable(), ending);
        }
    }

    [TestCaseSource(nameof(All))]
    public void Pages_and_JSON_hold_what_is_shown(object sample)
    {
        IResult result = ((ResultSamples.Sample)sample).Result;
        (string page, string json) = (Path.Combine(_folder, "a <b> & c.html"), Path.Combine(_folder, "result.JSON"));
        result.Save(page);
        result.Save(json);
        Assert.That(File.ReadAllText(page), Does.StartWith("<!DOCTYPE html>").And.Contain("<meta charset=\"utf-8\">").And.Contain("<title>a &lt;b&gt; &amp; c</title>").And.Contain(result.ToHtml()).And.EndWith("</html>\n"));
        Assert.That(File.ReadAllText(json), Is.EqualTo(result.ToTable().ToJson()));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(2), "nothing else is left");
    }

    [Test]
    public void Another_ending_is_refused([Values("result.txt", "result", "result.xls", "result.sav")] string name)
    {
        IResult result = ResultSamples.Plain[0].Result;
        string path = Path.Combine(_folder, name), ending = Path.GetExtension(name);
        Assert.That(() => result.Save(path), Throws.ArgumentException.With.Message.StartsWith($"A result is written as .html, .csv, .json, .xlsx or .parquet, not as '{ending}'; give {path} one of these endings."));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public void Personal_data_in_levels_are_refused([Values("html", "csv", "json", "xlsx", "parquet")] string ending)
    {
        IResult result = ResultSamples.OfGroups("group", [$"called {Phone}", Identity, "c"])[0].Result;
        AssertRefused(result, ending);
    }

    [Test]
    public void Personal_data_in_labels_are_refused([Values("called " + Phone, Identity)] string label)
    {
        foreach (ResultSamples.Sample sample in ResultSamples.OfGroups("group", ["a", "b", "c"], [label, "B", "C"]))
            if (sample.Result.ToString()!.Contains(label, StringComparison.Ordinal))
                AssertRefused(sample.Result, "html");
    }

    private void AssertRefused(IResult result, string ending)
    {
        Assert.That(() => result.Save(Path.Combine(_folder, $"result.{ending}")), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("Nothing is written, as ").And.Message.Not.Contains(Phone).And.Message.Not.Contains(Identity), result.GetType().Name);
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }
}
