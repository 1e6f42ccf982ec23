using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Drafting;

/// <summary>A test that drafts studies for files in a folder of its own.</summary>
public abstract class DraftFolders
{
    protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("survey-draft-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);

    /// <summary>Writes a CSV file and gives its path.</summary>
    protected string Csv(string name, string[] headings, params string[][] rows)
    {
        MadeFile.Of(name, headings, rows).Write(Folder);
        return Path.Combine(Folder, name);
    }

    /// <summary>A CSV file of one column.</summary>
    protected string Column(string heading, params string[] values) => Csv("data.csv", ["性别", heading], [.. values.Select(value => new[] { "1", value })]);

    protected string Draft(params string[] files) => StudyDraft.Of(files, Folder);

    /// <summary>The study that a draft is, which must be accepted.</summary>
    protected Study Read(string draft)
    {
        string path = Path.Combine(Folder, "study.yaml");
        File.WriteAllText(path, draft);
        return Study.Read(path);
    }

    /// <summary>The line of a column, comments included; empty where there is none.</summary>
    protected static string LineOf(string draft, string name) =>
        draft.Split('\n').FirstOrDefault(line => line.StartsWith($"  {name}: ", StringComparison.Ordinal) || line.StartsWith($"  # {name}: ", StringComparison.Ordinal), "");

    protected static string ErrorOf(Action action) => Assert.Throws<SurveyDataException>(() => action())!.Message;
}
