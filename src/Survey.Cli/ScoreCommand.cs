using Survey.Files;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey score: the scores of a questionnaire.</summary>
internal static class ScoreCommand
{
    private const string Lesson = """
        Adds up the points of a questionnaire: an item has its points if exactly the options of its key are chosen. Who
        reaches 80 % of the points of a scale, rounded up (53 of 66), is literate by it. Items without an answer and "I do
        not know" are wrong; with --most-unanswered N somebody who left out more than N has no score.

        Of a file the items stand in columns Q1, Q2, ... with letters of options (A, or A,C,D); --items names the file of
        items (item, type, options, key, aspect, issue). A study says all of that itself, and its weights are used.
        --out writes the answers with the scores beside them; columns that look like personal data are left out. Say how the
        sample of a file was drawn, or its intervals are those of a simple random sample.

        Examples
          survey score answers.csv --instrument national-50 --items items.csv --out scored.csv
          survey score study.yaml --item-analysis
          survey score study.yaml --out scored --format json

        """;

    private const string What = "What", Results = "Results";

    public static readonly Command Command = new(
        "score",
        "scores of a questionnaire, who is literate by them, and how its items work",
        "STUDY | FILE --items FILE [options]",
        () =>
        [
            new("--instrument", ["NAME|FILE"], "the structure of the questionnaire: national-50 (default), or a YAML file of your own", What),
            new("--items", ["FILE"], "its items with their keys, CSV or a workbook", What),
            new("--dont-know", ["TEXTS"], "answers that mean \"I do not know\", such as 不知道,9", What),
            new("--most-unanswered", ["N"], "the most items that may be left out by somebody who is scored", What),
            .. DesignOptions.Options(oncePerFile: false),
            new("--item-analysis", [], "also how hard items are, how they go with the rest, and how reliable the scales are", Results),
            new("--out", ["PATH"], "where the answers with their scores are written: a file, or of a study a folder", Results),
            new("--columns", ["COL[,COL]"], "of a file the columns to write besides those of items and design, by default all that do not look like personal data", Results),
            new("--format", ["FORMAT"], "table (default), json or csv (scales, or with --item-analysis items)", Results),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages) =>
        arguments.Files is [var file] && StudyFile.IsStudy(file) ? OfStudy(arguments, output, messages) : OfFile(arguments, output, messages);

    private static int OfStudy(Arguments arguments, TextWriter output, TextWriter messages)
    {
        Format format = Output.FormatOf(arguments);
        foreach ((Option option, _) in arguments.Options)
            if (option.Name is not ("--out" or "--format" or "--item-analysis"))
                throw new ArgumentException($"{option.Name} is of a file; a study says all of that itself, in its section instrument.");
        StudyData loaded = StudyFile.Of(arguments).Load(), data = loaded.Score();
        StudyWeights? weights = data.Study.Weighting is null ? null : data.Weigh();
        var report = new ScoreReport(data, loaded.Findings.Count, weights, arguments.Has("--item-analysis"));
        if (arguments["--out"] is { } name)
        {
            StudyFolder.RefuseInput(name, data);
            var folder = new StudyFolder(name, data.Study);
            foreach (WaveData wave in data.Waves)
                if (wave is { IsResolved: true, Instrument: not null, Table: { } people })
                    folder.WritePeople(weights?[wave.Wave.Id].Table ?? people, wave.Wave);
                else
                    folder.SayNotWritten(wave.Wave, data.Findings, messages);
        }
        Output.Write(report, format, output);
        return StudyFile.ExitCode(data.Waves.Select(wave => wave.IsResolved && wave.Instrument is not null));
    }

    private static int OfFile(Arguments arguments, TextWriter output, TextWriter messages)
    {
        Format format = Output.FormatOf(arguments);
        string structure = arguments["--instrument"] ?? "national-50", items = arguments["--items"] ?? throw new ArgumentException("No items are named; give their file with --items FILE, with the columns item, type, options, key, aspect and issue.");
        Reading.CheckFiles(arguments);
        DesignOptions.Check(arguments, 1);
        var instrument = Instrument.Read(structure, items);
        if (arguments["--out"] is { } file)
            OutputPath.RefuseInput(file, [.. arguments.Files, items, structure]);
        string[] own = [.. instrument.Items.Select(item => item.Column).Concat(DesignOptions.ColumnsOf(arguments, 0, arguments.Files[0])).Distinct()];
        string[]? kept = arguments["--columns"] is { } asked ? Words.List("--columns", asked) : null;
        Table answers = Read(arguments, instrument, !arguments.Has("--out") ? own : kept is null ? null : [.. own.Union(kept)]);
        var rules = new ScoringRules
        {
            DontKnow = arguments["--dont-know"] is { } texts ? Words.List("--dont-know", texts) : [],
            MostUnanswered = arguments["--most-unanswered"] is { } most ? Words.Whole("--most-unanswered", most) : null,
        };
        Table scored = answers.Score(instrument, rules);
        Design? design = arguments.Options.Any(given => given.Option.Section == DesignOptions.Section) ? DesignOptions.DesignOf(arguments, scored, 0) : null;
        var report = new ScoreReport(scored, design, instrument, rules, arguments.Has("--item-analysis"));
        if (arguments["--out"] is { } path)
            new WeightedFile(answers, own, kept).Write(scored, path, messages);
        CommandVoice.Note([.. design?.Notes ?? answers.Notes, Monitoring.Instruments.AnswerCounts.Of(scored, instrument, rules).Sentence(rules, "people")], messages);
        Output.Write(report, format, output);
        return 0;
    }

    /// <summary>Letters of options are codes, whatever they look like.</summary>
    private static Table Read(Arguments arguments, Instrument instrument, IReadOnlyList<string>? columns)
    {
        ReadOptions options = Reading.OptionsOf(arguments);
        var types = instrument.Items.ToDictionary(item => item.Column, _ => ColumnType.Category);
        foreach ((string column, ColumnType type) in options.Types)
            types[column] = type;
        return Table.Read(arguments.Files, options with { Columns = columns, Types = types, Keys = [.. DesignOptions.KeysOf(arguments, 0)] });
    }
}
