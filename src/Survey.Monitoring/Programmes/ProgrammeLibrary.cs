using System.Text;

namespace Survey.Monitoring;

/// <summary>The programmes that are known by name: five healthy-county notices, condition by condition.</summary>
public sealed class ProgrammeLibrary
{
    private const string Folder = "programmes/";

    private static readonly Lazy<ProgrammeLibrary> _shipped = new(() => new ProgrammeLibrary(
        [.. typeof(ProgrammeLibrary).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => ProgrammeReader.Read(Text(name), name[Folder.Length..]))]));

    private ProgrammeLibrary(IReadOnlyList<Programme> all) => All = all;

    /// <summary>All programmes, by id.</summary>
    public IReadOnlyList<Programme> All { get; }

    internal static ProgrammeLibrary Shipped => _shipped.Value;

    /// <summary>The programme of that id.</summary>
    /// <param name="id">Such as "wuzhong-2023".</param>
    /// <exception cref="ArgumentException">There is none; the message names the nearest.</exception>
    public Programme this[string id] =>
        All.FirstOrDefault(own => own.Id == id) ?? throw new ArgumentException($"There is no programme '{Excerpt.Of(id)}'{Nearest.Hint(id, All.Select(own => own.Id), $"; those known are {string.Join(", ", All.Select(own => own.Id))}.")}", nameof(id));

    /// <summary>Reads a programme file (YAML in UTF-8) of the form of those shipped, which stand in datasets/programmes.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="SurveyDataException">The file cannot be read, is no YAML, or has an error; one sentence with its line and column.</exception>
    /// <exception cref="StudyErrorsException">It has several errors.</exception>
    public static Programme Read(string path) => ProgrammeReader.Read(YamlFile.Text(path), path);

    private static string Text(string name)
    {
        using Stream stream = typeof(ProgrammeLibrary).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
