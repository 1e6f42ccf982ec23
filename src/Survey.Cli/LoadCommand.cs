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
        () =>
        [
            new("--out", ["FOLDER"], "the folder to write into; files of the same names are replaced", "Results"),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv (findings only)", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        string name = StudyFolder.Of(arguments);
        StudyData data = StudyFile.Of(arguments).Load();
        StudyFolder.RefuseInput(name, data);
        var folder = new StudyFolder(name, data.Study);
        foreach (WaveData wave in data.Waves)
            if (wave is { IsResolved: true, Table: { } table })
                folder.WritePeople(table, wave.Wave);
            else
                folder.SayNotWritten(wave.Wave, data.Findings, messages);
        if (StudyTables.Response(data) is { } response)
            folder.WriteSummary(response, "response.csv");
        folder.WriteSummary(data.ToTable(), "findings.csv");
        Output.Write(data, format, output);
        return StudyFile.ExitCode(data);
    }
}
