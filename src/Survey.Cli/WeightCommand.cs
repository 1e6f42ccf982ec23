using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey weight: the weights of a file or of a study, made and written.</summary>
internal static class WeightCommand
{
    private const string Results = "Results";

    private const string Lesson = """
        Of a FILE, takes the steps in the order in which they stand, and writes the file with the weights after them
        (calibratedWeight) and, with --make-replicates, replicate weights (replicate1, replicate2, ...), in which every
        calibration is taken anew: with them, whoever has the file gets standard errors that know of the calibration.
        The margins are small CSV files: a column for each variable and one of counts, or variable, level, count.

        Of a STUDY, reads it as survey load does, makes the weights of its section weighting, and writes into the folder
          WAVE.csv       the valid people of each wave with a column of each stage's weight, baseWeight, and weight,
                         which is after all steps: nonresponse, trimming, calibration; replicate weights if it asks for them
        Those who did not respond are not written, but the cells know them: valid people stand for them, for the
        unknown as far as those known were eligible, and for questionnaires that do not count. A village without a
        valid person is in no table of people; the log names it.

        Prints what each step did: factors, the sum and the range of the weights, Kish's design effect (by how much
        unequal weights alone raise a variance), and the sample against the population before and after.

        Exit code 0: all waves were weighted; 3: some; 2: none, or the input is wrong.

        Examples
          survey weight people.csv --weights base --strata town --clusters village --trim-above "5 medians" \
             --post-stratify census.csv --make-replicates rao-wu --replicate-count 200 --seed 1 --out weighted.csv
          survey weight people.csv --weights base --rake sex.csv --rake age.csv --shares --out weighted.csv
          survey estimate weighted.csv --weights calibratedWeight --replicates "replicate*" --replicate-type bootstrap --mean age
          survey weight study.yaml --out weighted

        """;

    public static readonly Command Command = new(
        "weight",
        "weights of a file or a study, step by step, and what each step did",
        "FILE STEP ... --out FILE [options], or STUDY --out FOLDER [options]",
        () =>
        [
            .. DesignOptions.Options(oncePerFile: false),
            .. ReplicateOptions.Options,
            .. WeightingOptions.Options,
            new("--out", ["PATH"], "of a FILE the file to write, as CSV or a workbook (.xlsx); of a STUDY the folder, in which files of the same names are replaced", Results),
            new("--columns", ["COL[,COL]"], "of a FILE the columns to keep besides those of the design and of margins, by default all that do not look like personal data", Results),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv (steps only)", Results),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages) =>
        arguments.Files is [var file] && StudyFile.IsStudy(file) ? OfStudy(arguments, output, messages) : OfFile(arguments, output, messages);

    private static int OfFile(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        string file = arguments["--out"] ?? throw new ArgumentException("No file is named for the weights; say where they go with --out FILE.");
        Reading.CheckFiles(arguments);
        OutputPath.RefuseInput(file, [.. arguments.Files, .. FilesNamed(arguments)]);
        OutputPath.RefuseInput(ReplicateScalesFile.Of(file), [.. arguments.Files, .. FilesNamed(arguments)]);
        DesignOptions.Check(arguments, 1);
        if (!WeightingOptions.AreAsked(arguments))
            throw new ArgumentException("No step of weighting is asked for; add --post-stratify FILE, --rake FILE, --calibrate FILE, --trim-above LIMIT, --trim-below LIMIT or --make-replicates TYPE.");
        string[] own = [.. DesignOptions.ColumnsOf(arguments, 0, arguments.Files[0]).Distinct()];
        string[]? kept = arguments["--columns"] is { } asked ? Words.List("--columns", asked) : null;
        Table table = Reading.Read(arguments, arguments.Files, kept is null ? null : [.. own.Union(kept)], [.. DesignOptions.KeysOf(arguments, 0)]);
        Design design = DesignOptions.DesignOf(arguments, table, 0);
        if (design is ReplicateDesign replicates)
            design = replicates.InColumns();
        new WeightedFile(table, own, kept).Write((Table)design.Rows, file, messages);
        CommandVoice.Note(design.Notes, messages);
        ReplicateScalesFile.Write(design as ReplicateDesign, file, design.Weights!, messages);
        Output.Write(new WeightReport(design.Log, design as ReplicateDesign), format, output);
        return 0;
    }

    /// <summary>The values of options that name files to be read.</summary>
    private static IEnumerable<string> FilesNamed(Arguments arguments) =>
        arguments.Options.Where(given => given.Option.Values is ["FILE"] && given.Option.Name != "--out").Select(given => given.Values[0]);

    private static int OfStudy(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        foreach ((Option option, _) in arguments.Options)
            if (option.Name is not ("--out" or "--format"))
                throw new ArgumentException($"{option.Name} is of a file; a study says all of that itself, in its section weighting.");
        string name = StudyFolder.Of(arguments);
        StudyWeights weights = StudyFile.Of(arguments).Load().Weigh();
        var report = new WeightReport(weights);
        StudyFolder.RefuseInput(name, weights.Data);
        var folder = new StudyFolder(name, weights.Data.Study);
        foreach (WaveWeights wave in weights.Waves)
            if (wave.Table is { } table)
            {
                folder.WritePeople(table, wave.Wave);
                folder.WriteScales(wave.Replicates, wave.Wave, messages);
            }
            else
                folder.SayNotWritten(wave.Wave, report.Findings, messages);
        Output.Write(report, format, output);
        return StudyFile.ExitCode(weights.Waves.Select(wave => wave.Result is not null));
    }
}
