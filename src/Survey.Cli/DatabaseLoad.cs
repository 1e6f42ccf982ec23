using System.Diagnostics;
using System.Globalization;
using Survey.Engines;
using Survey.Files;

namespace Survey.Cli;

/// <summary>survey load FILE --engine URL --table NAME: files of rows, put into a table of a database.</summary>
internal static class DatabaseLoad
{
    public static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        Reading.CheckFiles(arguments);
        if (arguments.Files.Find(StudyFile.IsStudy) is { } study)
            throw new ArgumentException($"{study} is a study, and --engine takes files of rows; write its clean tables with survey load {study} --out FOLDER, and put those into the database.");
        if (arguments.Has("--order-by") && arguments.Has("--append"))
            throw new ArgumentException("--order-by says how ClickHouse keeps a new table, and --append adds to one that is there; leave one out.");
        var address = DatabaseAddress.Parse(arguments["--engine"]!);
        if (arguments.Has("--order-by") && !address.IsClickHouse)
            throw new ArgumentException("--order-by says how ClickHouse keeps the rows of a new table, and PostgreSQL keeps none in order; leave it out.");
        return Streaming.OnThreads(arguments, () => Load(arguments, output, messages));
    }

    private static int Load(Arguments arguments, TextWriter output, TextWriter messages)
    {
        string[]? kept = arguments["--columns"] is { } asked ? Words.List("--columns", asked) : null;
        var options = new LoadOptions
        {
            Append = arguments.Has("--append"),
            OrderBy = arguments["--order-by"] is { } keys ? Words.List("--order-by", keys) : [],
            PersonalDataAllowedIn = kept ?? [],
        };
        Engine engine = DatabaseOptions.EngineOf(arguments);
        using var interruption = new Interruption();
        var progress = new LoadProgress(new ProgressLines(messages, TimeSpan.FromSeconds(3)));
        Rows rows = Rows.Open(arguments.Files, Reading.OptionsOf(arguments) with { Columns = kept }, progress, interruption.Token);
        try
        {
            var watch = Stopwatch.StartNew();
            long count = engine.Load(rows, arguments["--table"]!, options, progress, interruption.Token);
            CommandVoice.Note(rows.Notes, messages);
            output.WriteLine($"{arguments["--table"]}: {Counted(count, "row")}{(options.Append ? " added" : "")}, {Counted(rows.Columns.Count, "column")}, {Seconds(watch.Elapsed)} s");
            return 0;
        }
        catch (OperationCanceledException stopped)
        {
            messages.WriteLine($"survey: {CommandVoice.Of(stopped.Message)}");
            return App.Stopped;
        }
    }

    private static string Counted(long count, string what) => $"{Figures.Count(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
