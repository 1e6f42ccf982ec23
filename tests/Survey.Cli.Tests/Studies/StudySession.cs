using Survey.Monitoring.Tests.Made;

namespace Survey.Cli.Tests.Studies;

/// <summary>A made-up study in a folder of its own.</summary>
internal sealed class StudySession : IDisposable
{
    /// <summary>The people of all made-up studies.</summary>
    public static MadeCounty County { get; } = new();

    private readonly Session _session = new();

    public StudySession(MadeStudy study) => Path = study.Write(Folder);

    public StudySession(Fault fault) => Path = fault.Write(County, Folder).Path;

    /// <summary>A study of one small file, its text below the title.</summary>
    public StudySession(string study, params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
            _session.File(name, text);
        Path = _session.File("study.yaml", $"format: 1\ntitle: {{zh: 小}}\n{study}");
    }

    /// <summary>The study file.</summary>
    public string Path { get; }

    public string Folder => _session.Folder;

    /// <summary>A file or folder beside the study.</summary>
    public string At(params string[] names) => System.IO.Path.Combine([Folder, .. names]);

    /// <summary>Two waves of which the second is unresolved.</summary>
    public static StudySession OneOfTwoUnresolved() => new(Faults.All.Single(fault => fault.Name == "a wave with another coding of sex"));

    public void Dispose() => _session.Dispose();
}
