using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey indicators: the rates of a study.</summary>
internal static class IndicatorsCommand
{
    private const string Lesson = """
        Reads the study, scores its questionnaire, makes its weights, and estimates every indicator that it lists under
        indicators in every wave, with the changes between waves. An indicator is used by its name (use: literacy) or
        declared with an id, an event and a better direction. What keeps one from being estimated is said, and the others
        go on. Without a study the indicators that are known by name are listed, with what they need of the data.

        Exit code 0: all were estimated; 3: some; 2: none, or the study itself is wrong.

        Examples
          survey indicators
          survey indicators study.yaml
          survey indicators study.yaml --format json

        """;

    public static readonly Command Command = new(
        "indicators",
        "health literacy, smoking and the other rates of a study, wave by wave, with their changes",
        "[STUDY] [--format FORMAT]",
        () => [new("--format", ["FORMAT"], "table (default), json (with an audit of files and choices) or csv (figures only)", "Results")],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        Format format = Output.FormatOf(arguments);
        if (arguments.Files.Count == 0)
        {
            Output.Write(Indicator.Library, format, output);
            return 0;
        }
        Study study = StudyFile.Of(arguments);
        if (study.Evaluation.Indicators.Count == 0)
            throw new SurveyDataException($"{study.File} lists no indicators; write indicators: [{{use: literacy}}], or see survey indicators for those that are known by name.");
        StudyIndicators indicators = study.Load().Estimate();
        Output.Write(indicators, format, output);
        return StudyFile.ExitCode(indicators.Figures.Where(own => own.Figure?.Source != FigureSource.Published).Select(own => own.Figure is not null));
    }
}
