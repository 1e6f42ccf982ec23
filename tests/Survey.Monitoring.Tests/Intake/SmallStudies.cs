using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>A test that writes small studies out of texts, each into a folder of its own, and loads them.</summary>
public abstract class SmallStudies : MadeFolders
{
    /// <summary>A study of one wave "1", whose people stand in people.csv.</summary>
    protected const string OneWave = "waves: [{id: \"1\", files: people.csv}]\n";

    /// <summary>Loads a study.</summary>
    /// <param name="text">All of it below its title.</param>
    /// <param name="files">Names relative to the study, and their texts.</param>
    protected StudyData Load(string text, params (string Name, string Text)[] files) => Study.Read(Write(NewFolder(), text, files)).Load();

    /// <summary>Writes a study and its files.</summary>
    /// <returns>The path of the study.</returns>
    protected static string Write(string folder, string text, params (string Name, string Text)[] files)
    {
        foreach ((string name, string content) in files)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }
        string study = Path.Combine(folder, "study.yaml");
        File.WriteAllText(study, $"format: 1\ntitle: {{zh: 小}}\n{text}");
        return study;
    }

    /// <summary>Loads a study of a column "n" of row numbers and a column "x" of values.</summary>
    /// <param name="keys">Of the column, besides the heading it comes from.</param>
    /// <param name="values">As they stand in the file.</param>
    /// <param name="rest">Other sections of the study.</param>
    protected StudyData LoadColumn(string keys, IEnumerable<string> values, string rest = "") =>
        Load($"columns:\n  n: {{from: n, as: text}}\n  x: {{from: x, {keys}}}\n{rest}{OneWave}", ("people.csv", Csv(values)));

    /// <summary>A file of the columns "n" and "x".</summary>
    protected static string Csv(IEnumerable<string> values) => "n,x\n" + string.Concat(values.Select((value, k) => $"{k + 1},{Field(value)}\n"));

    /// <summary>A field in quotes.</summary>
    protected static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The values of a column of everyone in the only wave; null where missing.</summary>
    protected static string?[] Values(StudyData data, string column = "x") => Values(data.Waves[0].Everyone!, column);

    protected static string?[] Values(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(table[column].TextAt)];

    protected static string[] Messages(StudyData data, Severity severity) =>
        [.. data.Findings.Where(finding => finding.Severity == severity).Select(finding => finding.Message)];

    protected static string[] Unresolved(StudyData data) => Messages(data, Severity.Unresolved);
}
