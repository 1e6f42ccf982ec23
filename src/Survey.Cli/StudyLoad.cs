using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey load STUDY --out FOLDER: the clean tables of a study, written.</summary>
internal static class StudyLoad
{
    // of files of rows, which are no studies
    private static readonly string[] OfRows = [".csv", ".parquet", ".xlsx", ".xls"];

    public static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        if (arguments.Files.Find(file => OfRows.Contains(Path.GetExtension(file).ToLowerInvariant())) is { } rows)
            throw new ArgumentException($"{rows} is a file of rows and no study; add --engine URL and --table NAME to put it into a database, or give a study file, such as study.yaml.");
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
