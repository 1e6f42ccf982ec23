namespace Survey.Monitoring.Tests.Made;

/// <summary>A test that writes made-up studies, each into a folder of its own, all deleted after it.</summary>
public abstract class MadeFolders
{
    private readonly List<string> _folders = [];

    protected static MadeCounty County { get; } = new();

    [TearDown]
    public void DeleteFolders()
    {
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
        _folders.Clear();
    }

    protected string NewFolder()
    {
        _folders.Add(Directory.CreateTempSubdirectory("survey-made-").FullName);
        return _folders[^1];
    }

    protected StudyData Load(MadeStudy study) => Study.Read(study.Write(NewFolder())).Load();
}
