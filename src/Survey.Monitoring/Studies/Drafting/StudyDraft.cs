using System.Text.RegularExpressions;
using Survey.Files;
using Survey.Monitoring.Drafting;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Drafts of study files.</summary>
public static partial class StudyDraft
{
    /// <summary>The texts by which files say that there is no answer.</summary>
    private static readonly string[] UsualMissing = ["跳过", "(跳过)", "空", "(空)", "-3", "NA", "N/A", "#N/A", "NULL", "null", "未填", "缺失"];

    private static readonly string[] DataEndings = [".xlsx", ".xls", ".csv", ".txt", ".tsv"], StudyEndings = [".yaml", ".yml"];

    /// <summary>Writes a draft of a study for some files: headings matched to columns, codes met, guesses marked, questions left open.</summary>
    /// <param name="files">Paths, patterns and folders of exports; the files of a year, which stands in their path, are a wave.</param>
    /// <param name="folder">The folder in which the draft will stand, to which its paths are relative.</param>
    /// <param name="programme">The programme that is evaluated, or null.</param>
    /// <param name="instrument">The file of the questionnaire's items, or the name of an instrument, or null.</param>
    /// <returns>The text of a study file, which <see cref="Study.Read"/> reads. It holds no value of a column that looks like personal data.</returns>
    /// <exception cref="SurveyDataException">A file cannot be read, or none is there, or none of their headings can be a column.</exception>
    public static string Of(IReadOnlyList<string> files, string folder, string? programme = null, string? instrument = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(folder);
        string[] paths = [.. files.SelectMany(PathsOf).Where(path => !IsSame(path, instrument)).DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
        if (paths.Length == 0)
            throw new SurveyDataException($"There is no file of data in {string.Join(" and ", files.DefaultIfEmpty("what is named"))}; name the exports of a wave, such as data/2023/*.xlsx ({string.Join(", ", DataEndings)}).");
        WaveProfile[] waves = [.. paths.GroupBy(WaveOf).OrderBy(wave => wave.Key, LevelOrder.Natural).Select(wave => WaveProfile.Of(wave.Key, [.. wave]))];
        HashSet<string> missing = [.. UsualMissing.Where(text => waves.Any(wave => wave.Headings.Any(heading => heading.Column.Texts.ContainsKey(text))))];
        HashSet<string>? items = instrument is not null && File.Exists(instrument) ? [.. ItemFile.Read(instrument).Select(item => item.Id.TrimStart('Q', 'q'))] : null;
        return new DraftWriter(waves, folder, missing, programme, instrument, items).Write();
    }

    private static IReadOnlyList<string> PathsOf(string path)
    {
        if (Directory.Exists(path))
            return [.. Directory.EnumerateFiles(path).Where(IsData).Order(LevelOrder.Natural)];
        IReadOnlyList<string> paths = FilePattern.Expand(path, "");
        // read as CSV, a study would make a draft of its own lines
        return paths.FirstOrDefault(found => StudyEndings.Contains(Path.GetExtension(found).ToLowerInvariant())) is { } study
            ? throw new SurveyDataException($"{study} is a study, not a file of data; name the exports of a wave, or run survey check on the study.")
            : paths;
    }

    private static bool IsData(string path) => DataEndings.Contains(Path.GetExtension(path).ToLowerInvariant()) && Path.GetFileName(path)[0] is not ('.' or '~');

    private static bool IsSame(string path, string? other) => other is not null && Path.GetFullPath(path) == Path.GetFullPath(other);

    /// <summary>The last year that stands in a path, or "1".</summary>
    private static string WaveOf(string path) => Year().Matches(path) is [.., var last] ? last.Value : "1";

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}
