using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey check: whether a study's data can be trusted.</summary>
internal static class CheckCommand
{
    private const string Lesson = """
        Reads every file of the study and says what is unresolved, what may be wrong, and what was changed, dropped or
        chosen on the way, each in a sentence with file, row and column. Nothing is written.

        A wave with something unresolved is not written by survey load. Settle it in the study, not in the files: a code
        in codes, a text that means missing in missing, a heading in from (of this wave, in its own columns).

        Exit code 0: all waves can be trusted; 3: some; 2: none, or the study itself is wrong.

        Examples
          survey check --only-data study.yaml
          survey check --only-data study.yaml --format json

        """;

    public static readonly Command Command = new(
        "check",
        "what is unresolved, doubtful or changed in the data of a study",
        "STUDY --only-data [options]",
        [
            new("--only-data", [], "check the data; verdicts are no part of this version", "What"),
            new("--format", ["FORMAT"], "table (default), json or csv (findings only)", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        if (!arguments.Has("--only-data"))
            throw new ArgumentException("This version checks the data of a study only; add --only-data.");
        StudyData data = StudyFile.Of(arguments).Load();
        Output.Write(data, format, output);
        return StudyFile.ExitCode(data);
    }
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
