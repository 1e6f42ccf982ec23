using Survey.Files;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>The folder that the tables of a study are written into.</summary>
internal sealed class StudyFolder
{
    private readonly string _folder;
    private readonly Study _study;

    /// <param name="folder">It is made where there is none.</param>
    /// <param name="study">Whose tables they are.</param>
    public StudyFolder(string folder, Study study)
    {
        (_folder, _study) = (folder, study);
        Directory.CreateDirectory(folder);
    }

    /// <summary>The folder that a command is given.</summary>
    public static string Of(Arguments arguments) => arguments["--out"] ?? throw new ArgumentException("No folder is named; say where the tables go with --out FOLDER.");

    /// <summary>Writes rows of people, of which none may look like personal data but what the study keeps.</summary>
    public void WritePeople(Table table, StudyWave wave) => Write(table, FileOf(wave), _study.PersonalData.Harmless.Where(table.Columns.Contains));

    /// <summary>Writes counts or sentences: they are no rows of people, and what looks like personal data has been left out of them.</summary>
    public void WriteSummary(Table table, string name) => Write(table, name, table.Columns);

    /// <summary>Writes what goes with replicate weights, and removes what an earlier run left.</summary>
    public void WriteScales(ReplicateDesign? replicates, StudyWave wave, TextWriter messages) => ReplicateScalesFile.Write(replicates, Path.Combine(_folder, FileOf(wave)), WeightingClasses.Weight, messages);

    /// <summary>Refuses to write over, or to remove, a file of the study: of its waves, or one that it names.</summary>
    /// <param name="folder">That is to be written into.</param>
    /// <param name="data">Of the study.</param>
    public static void RefuseInput(string folder, StudyData data)
    {
        Study study = data.Study;
        string[] inputs = [study.File, .. data.Waves.SelectMany(wave => wave.Files).Select(file => file.File), .. NodeValues.AllTexts(study.Tree).Select(text => Path.Combine(study.Folder, text)).Where(File.Exists)];
        foreach (WaveData wave in data.Waves)
        {
            string file = Path.Combine(folder, FileOf(wave.Wave));
            OutputPath.RefuseInput(file, inputs);
            OutputPath.RefuseInput(ReplicateScalesFile.Of(file), inputs);
        }
        foreach (string summary in (string[])["response.csv", "findings.csv"])
            OutputPath.RefuseInput(Path.Combine(folder, summary), inputs);
    }

    /// <summary>Says that a wave is not written. A table of an earlier run would be taken for this one's, so it goes.</summary>
    public void SayNotWritten(StudyWave wave, IEnumerable<Finding> findings, TextWriter messages)
    {
        int unresolved = findings.Count(finding => finding.Severity == Severity.Unresolved && (finding.Wave is null || finding.Wave == wave.Id));
        string file = Path.Combine(_folder, FileOf(wave));
        bool isStale = File.Exists(file);
        File.Delete(file);
        File.Delete(ReplicateScalesFile.Of(file));
        messages.WriteLine($"survey: {wave.Id} is not written, as {(unresolved == 1 ? "1 thing is" : $"{unresolved} things are")} unresolved{(isStale ? $"; {file} of an earlier run is removed" : "")}.");
    }

    private static string FileOf(StudyWave wave) => $"{wave.Id}.csv";

    private void Write(Table table, string name, IEnumerable<string> allowed) =>
        table.Write(Path.Combine(_folder, name), new WriteOptions { PersonalDataAllowedIn = [.. allowed] });
}
