using Survey.Files;
using Survey.Monitoring;

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
        Directory.CreateDirectory(folder);
        foreach (WaveData wave in data.Waves)
            if (wave is { IsResolved: true, Table: { } table })
                Write(table, $"{wave.Wave.Id}.csv", data.Study);
            else
                SayNotWritten(data, wave, Path.Combine(folder, $"{wave.Wave.Id}.csv"), messages);
        if (StudyTables.Response(data) is { } response)
            Write(response, "response.csv", null);
        Write(StudyTables.Findings(data), "findings.csv", null);
        Output.Write(data, format, output);
        return StudyFile.ExitCode(data);

        // responses and findings are no rows of people, and what looks like personal data has been left out of them
        void Write(Table table, string name, Study? study) =>
            table.Write(Path.Combine(folder, name), new WriteOptions { PersonalDataAllowedIn = [.. study is null ? table.Columns : study.PersonalData.Harmless.Where(table.Columns.Contains)] });
    }

    /// <summary>A table of an earlier run would be taken for this one's, so it goes.</summary>
    private static void SayNotWritten(StudyData data, WaveData wave, string file, TextWriter messages)
    {
        int unresolved = data.Findings.Count(finding => finding.Severity == Severity.Unresolved && (finding.Wave is null || finding.Wave == wave.Wave.Id));
        bool isStale = File.Exists(file);
        File.Delete(file);
        messages.WriteLine($"survey: {wave.Wave.Id} is not written, as {(unresolved == 1 ? "1 thing is" : $"{unresolved} things are")} unresolved{(isStale ? $"; {file} of an earlier run is removed" : "")}.");
    }
}
