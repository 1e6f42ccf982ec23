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

    /// <summary>Writes a draft of a study for some files: headings matched to columns, codes met, guesses marked, questions left open.</summary>
    /// <param name="files">Paths, patterns and folders of exports; the files of a year, which stands in their path, are a wave.</param>
    /// <param name="folder">The folder in which the draft will stand, to which its paths are relative.</param>
    /// <param name="programme">The programme that is evaluated, or null.</param>
    /// <param name="instrument">The file of the questionnaire's items, or the name of an instrument, or null.</param>
    /// <returns>The text of a study file, which <see cref="Study.Read"/> reads. It holds no value of a column that looks like personal data.</returns>
    /// <exception cref="SurveyDataException">A file cannot be read, or none is there.</exception>
    public static string Of(IReadOnlyList<string> files, string folder, string? programme = null, string? instrument = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(folder);
        string[] paths = [.. files.SelectMany(PathsOf).Distinct(StringComparer.Ordinal)];
        if (paths.Length == 0)
            throw new SurveyDataException("No file of data is there; name the exports of a wave, such as data/2023/*.xlsx.");
        WaveProfile[] waves = [.. paths.GroupBy(WaveOf).OrderBy(wave => wave.Key, LevelOrder.Natural).Select(wave => WaveProfile.Of(wave.Key, [.. wave]))];
        HashSet<string> missing = [.. UsualMissing.Where(text => waves.Any(wave => wave.Columns.Any(pair => pair.Column.Texts.ContainsKey(text))))];
        HashSet<string>? items = instrument is not null && File.Exists(instrument) ? [.. ItemFile.Read(instrument).Select(item => item.Id.TrimStart('Q', 'q'))] : null;
        return new DraftWriter(waves, folder, missing, programme, instrument, items).Write();
    }

    private static IReadOnlyList<string> PathsOf(string path)
    {
        if (Directory.Exists(path))
            return [.. Directory.EnumerateFiles(path).Where(IsData).Order(LevelOrder.Natural)];
        return FilePattern.Expand(path, "");
    }

    private static bool IsData(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".xls" or ".csv" or ".txt" or ".tsv" && Path.GetFileName(path)[0] is not ('.' or '~');

    /// <summary>The last year that stands in a path, or "1".</summary>
    private static string WaveOf(string path) => Year().Matches(path) is [.., var last] ? last.Value : "1";

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}
