using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey check: whether the targets of a study are met, and whether its data can be trusted.</summary>
internal static class CheckCommand
{
    private const string Lesson = """
        Judges every target that the study lists under targets. Each gets two answers: as published, from point estimates
        alone, as a notice counts; and with confidence, what the sample can bear. A target that cannot be assessed (a
        reference that is not published, another questionnaire, other ages) says why, and the others go on. Differences
        are accepted only in the study, under waivers, and are printed.

        A study that names a healthy-county programme (programme: {use: wuzhong-2023}) is judged by all of its parts: the
        scorecard has the points that the notice counts, and of these the points that the evidence confirms, those that
        wait for evidence, and what to do first. What the notice leaves open is chosen in the study, under
        programme.choices. Several studies are shown in a line each; one that is broken is named, and the others go on.

        --reproduce writes what R needs to give the same figures: a file of columns a wave, the populations that weights
        were brought to, and a script for R's survey package that compares its figures with these.

        With --only-data nothing is judged: every file is read, and what is unresolved, what may be wrong, and what was
        changed, dropped or chosen on the way is said in a sentence with file, row and column. Settle it in the study,
        not in the files: a code in codes, a text that means missing in missing, a heading in from.

        Exit code 0, whatever the verdicts; 3: some studies, waves or figures could not be used; 2: none, or the study is wrong.

        Examples
          survey check study.yaml
          survey check study.yaml --lang zh --format json
          survey check study.yaml --programme wuzhong-2023
          survey check counties/*/study.yaml --format csv
          survey check --only-data study.yaml

        """;

    public static readonly Command Command = new(
        "check",
        "whether the targets of a study are met, why, and how sure; or whether its data can be trusted",
        "STUDY [...] [--programme PROGRAMME] [--only-data] [options]",
        () =>
        [
            new("--programme", ["NAME[,NAME]"], "the programme that judges, in the place of those that the study names", "What", Repeats: true),
            new("--only-data", [], "check the data, and judge nothing", "What"),
            new("--reproduce", ["FOLDER"], "writes the analysis columns, without personal data, and an R script that gives the headline figures", "Results"),
            new("--lang", ["LANGUAGE"], "zh or en, of verdicts in a table; by default that of the study's title", "Results"),
            new("--format", ["FORMAT"], "table (default), json (both languages, with an audit of files and choices) or csv", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        Format format = Output.FormatOf(arguments);
        Language? asked = LanguageOf(arguments);
        if (arguments.Has("--only-data"))
        {
            if (arguments.Options.Select(own => own.Option.Name).FirstOrDefault(name => name is "--programme" or "--reproduce") is { } odd)
                throw new ArgumentException($"{odd} judges, and --only-data judges nothing; leave one of the two out.");
            StudyData data = StudyFile.Of(arguments).Load();
            Output.Write(data, format, output);
            return StudyFile.ExitCode(data);
        }
        Programme[] programmes = [.. arguments.All("--programme").SelectMany(words => Words.List("--programme", words)).Distinct().Select(id => Programme.Library[id])];
        if (arguments.Files.Count <= 1)
        {
            CheckedStudy one = Checked(StudyFile.Of(arguments), programmes);
            if (arguments["--reproduce"] is { } folder)
                Reproduce(one, folder, messages);
            Output.Write(new CheckReport([one], asked), format, output);
            return StudyFile.ExitCode(DoneOf(one));
        }
        if (arguments.Has("--reproduce"))
            throw new ArgumentException($"--reproduce is of one study, and {arguments.Files.Count} are named; name one.");
        CheckedStudy[] all = [.. arguments.Files.Select(file => Attempt(file, programmes, messages))];
        Output.Write(new CheckReport(all, asked), format, output);
        return StudyFile.ExitCode(all.SelectMany(own => own.Verdicts is null ? [false] : DoneOf(own)));
    }

    private static void Reproduce(CheckedStudy study, string folder, TextWriter messages)
    {
        foreach (string leftOut in StudyReproduction.Write(study.Verdicts!.Indicators, folder))
            messages.WriteLine($"survey: not made again by R: {leftOut}.");
        messages.WriteLine($"survey: {folder} has the analysis columns and reproduce.R; run it there with Rscript reproduce.R.");
    }

    public static Language? LanguageOf(Arguments arguments) =>
        arguments["--lang"] is { } word ? Words.OneOf("--lang", word, ("zh", Language.Chinese), ("en", Language.English)) : null;

    private static CheckedStudy Checked(Study study, Programme[] programmes)
    {
        if (programmes.Length == 0)
            programmes = [.. study.Programme.Uses];
        if (study.Evaluation.Targets.Count == 0 && programmes.Length == 0)
            throw new SurveyDataException($"{study.File} lists no targets and no programme; write them under targets, each with an id and a rule, or name a programme with --programme, or add --only-data to check its data.");
        StudyIndicators indicators = study.Load().Estimate();
        return new CheckedStudy(study.File, indicators.Judge(), [.. programmes.Select(indicators.Judge)], null);
    }

    /// <summary>One of several studies: what is wrong with it is said, and the others go on.</summary>
    private static CheckedStudy Attempt(string file, Programme[] programmes, TextWriter messages)
    {
        try
        {
            return Checked(Study.Read(file), programmes);
        }
        catch (Exception error) when (error is not OutOfMemoryException) // the others go on, whatever it was
        {
            IReadOnlyList<string> sentences = error is StudyErrorsException several ? several.Errors : [App.Message(error)];
            foreach (string sentence in sentences)
                messages.WriteLine($"survey: {(sentence.StartsWith(file, StringComparison.Ordinal) ? "" : $"{file}: ")}{CommandVoice.Of(sentence)}");
            return new CheckedStudy(file, null, [], string.Join(" ", sentences));
        }
    }

    private static IEnumerable<bool> DoneOf(CheckedStudy study) => DoneOf(study.Verdicts!);

    /// <summary>Of each wave whether it can be trusted, and of each figure whether there is one.</summary>
    public static IEnumerable<bool> DoneOf(StudyVerdicts verdicts) =>
        [.. verdicts.Indicators.Data.Waves.Select(wave => wave.IsResolved), .. verdicts.Indicators.Figures.Where(own => own.Figure?.Source != FigureSource.Published).Select(own => own.Figure is not null)];
}

/// <summary>The study that a command is given.</summary>
internal static class StudyFile
{
    /// <summary>Whether a file is a study rather than data.</summary>
    public static bool IsStudy(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml";

    public static Study Of(Arguments arguments) =>
        arguments.Files switch
        {
            [] => throw new ArgumentException("No study is named; give a study file, such as study.yaml."),
            [var file] => Study.Read(file),
            _ => throw new ArgumentException($"{arguments.Files.Count} studies are named; give one."),
        };

    /// <summary>0 where all waves can be trusted, else that of some or of none.</summary>
    public static int ExitCode(StudyData data) => ExitCode(data.Waves.Select(wave => wave.IsResolved));

    /// <summary>0 where all of some things were done, else that of some or of none.</summary>
    public static int ExitCode(IEnumerable<bool> done)
    {
        bool[] all = [.. done];
        return Array.TrueForAll(all, one => one) ? 0 : all.Contains(true) ? App.PartlyDone : App.BadInput;
    }
}
