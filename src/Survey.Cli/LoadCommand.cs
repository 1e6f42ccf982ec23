using Survey.Files;
using Survey.Monitoring;
using Survey.Monitoring.Intake;

namespace Survey.Cli;

/// <summary>survey load: the clean tables of a study, written.</summary>
internal static class LoadCommand
{
    private const string Lesson = """
        Reads every file of the study and writes into the folder
          WAVE.csv       the valid people of each wave, with the columns that the study names
          response.csv   who was drawn, met, refused, ineligible, completed, invalid and valid, by place
          findings.csv   everything that was changed, dropped or doubted, a sentence a row
        A wave with something unresolved is not written; survey check says what it is. Columns of personalData.drop are
        never read, and a column that looks like ID numbers, mobile numbers or names is not written.

        Exit code 0: all waves were written; 3: some; 2: none, or the study itself is wrong.

        Example
          survey load study.yaml --out clean

        """;

    public static readonly Command Command = new(
        "load",
        "clean tables of a study: one a wave, the responses, and what was found",
        "STUDY --out FOLDER [options]",
        [
            new("--out", ["FOLDER"], "the folder to write into; files of the same names are replaced", "Results"),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv (findings only)", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        string folder = arguments["--out"] ?? throw new ArgumentException("No folder is named; say where the tables go with --out FOLDER.");
        StudyData data = StudyFile.Of(arguments).Load();
        WaveData[] written = [.. data.Waves.Where(wave => wave is { IsResolved: true, Table: not null })];
        RefusePersonalData(written, data.Study);
        Directory.CreateDirectory(folder);
        foreach (WaveData wave in written)
            Write(wave.Table!, FileOf(wave), data.Study);
        if (StudyTables.Response(data) is { } response)
            Write(response, "response.csv", null);
        Write(StudyTables.Findings(data), "findings.csv", null);
        foreach (WaveData wave in data.Waves.Except(written))
            SayUnwritten(wave, data, folder, messages);
        Output.Write(data, format, output);
        return StudyFile.ExitCode(data);

        void Write(Table table, string name, Study? study) => table.Write(Path.Combine(folder, name), new WriteOptions { PersonalDataAllowedIn = [.. (study?.PersonalData.Harmless ?? []).Where(table.Columns.Contains)] });
    }

    private static string FileOf(WaveData wave) => $"{wave.Wave.Id}.csv";

    /// <summary>Refuses personal data of any wave before anything is written, in the words of a study.</summary>
    private static void RefusePersonalData(WaveData[] waves, Study study)
    {
        string[] found = [.. from wave in waves from column in PersonalColumns.Find(wave.Wave, wave.Table!, wave.Table!.Columns.Except(study.PersonalData.Harmless)) select $"in {wave.Wave.Id} {column}"];
        if (found.Length > 0)
            throw new SurveyDataException($"Nothing is written, as {string.Join(" and ", found)}; name the heading in personalData.drop of the study, or the column in personalData.keep if it may be handed on.");
    }

    private static void SayUnwritten(WaveData wave, StudyData data, string folder, TextWriter messages)
    {
        int unresolved = data.Findings.Count(finding => IsUnresolved(finding, wave));
        string file = Path.Combine(folder, FileOf(wave));
        messages.WriteLine($"survey: {wave.Wave.Id} is not written: {unresolved} thing{(unresolved == 1 ? " is" : "s are")} unresolved{(File.Exists(file) ? $"; {file}, which is there, is of an earlier time" : "")}.");
    }

    private static bool IsUnresolved(Finding finding, WaveData wave) => finding.Severity == Severity.Unresolved && (finding.Wave is null || finding.Wave == wave.Wave.Id);
}
