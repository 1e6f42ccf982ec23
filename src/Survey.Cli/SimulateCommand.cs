using Survey.Monitoring;
using Survey.Monitoring.Simulating;

namespace Survey.Cli;

/// <summary>survey simulate: a county to practise on, or a large file of households.</summary>
internal static class SimulateCommand
{
    private const string Lesson = """
        A plan is a small YAML file that holds every parameter of a county which does not exist: who lives there, what they
        know, who smokes, how the sample is drawn, who does not answer, and what changes between waves. What is made of it:
          模拟数据说明.txt
                         a notice that all of it is simulated
          truth.csv      the true figures of everyone, and by area, sex, age, education and town
          抽样/          lists of villages and households, households visited, and their Kish tables
          问卷/题目.csv  50 items of 66 points, whose wording means nothing
          clean/, towns/, options/
                         the same answers as one CSV file a wave, as a workbook a town, and as GB18030 with a column an
                         option, each with a study.yaml that reads them
        Everything is marked 模拟数据 (simulated). The same plan gives the same files for any number of threads.

        With --households one CSV file is made instead, of any size, in some 50 MB of memory: stratum, psu (from 1 in each
        stratum), region (10), district (300) and area (urban, rural) of the PSU, household, sex (F, M), age, occupation (10),
        weight, smoker (0, 1; 3 % missing), literate (0, 1) and spending. PSUs differ, so that errors are those of clusters:
        about 45 % of men and 3 % of women smoke. The same seed gives the same bytes for any number of threads; 10 million rows are
        about 0.6 GB. The file appears whole or not at all.

        Examples
          survey simulate datasets/demo-county/plan.yaml --out county
          survey check --only-data county/towns/study.yaml
          survey simulate --households 1000000 --out households.csv
          survey estimate households.csv --weights weight --strata stratum --clusters psu --proportion smoker --by occupation

        """;

    public static readonly Command Command = new(
        "simulate",
        "a county that does not exist: its people, samples of them, their answers in raw files, and the truth; or a large file of households",
        "PLAN --out FOLDER [options], or --households N --out FILE [options]",
        () =>
        [
            new("--out", ["PLACE"], "the folder to write into, or the file of --households; files of the same names are replaced", "Results"),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv", "Results"),
            .. HouseholdOptions.All,
            new("--threads", ["N"], "how many villages or blocks of rows are made at once; by default as many as there are processors", "Speed"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        if (HouseholdOptions.NationOf(arguments) is { } nation)
            return WriteHouseholds(nation, arguments, format, output, messages);
        string folder = arguments["--out"] ?? throw new ArgumentException("No folder is named; say where the files go with --out FOLDER.");
        int? threads = arguments["--threads"] is { } text ? Streaming.Threads(text) : null;
        string file = arguments.Files switch
        {
            [] => throw new ArgumentException("No plan is named; give a plan of a simulation, such as plan.yaml."),
            [var one] => one,
            _ => throw new ArgumentException($"{arguments.Files.Count} plans are named; give one."),
        };
        Simulation simulation = Simulation.Run(SimulationPlan.Read(file), threads, new ProgressLines(messages, TimeSpan.FromSeconds(3)));
        simulation.Write(folder);
        Output.Write(simulation, format, output);
        return 0;
    }

    private static int WriteHouseholds(HouseholdNation nation, Arguments arguments, Format format, TextWriter output, TextWriter messages)
    {
        string file = arguments["--out"] ?? throw new ArgumentException("No file is named; say where the households go with --out FILE.");
        int threads = arguments["--threads"] is { } text ? Streaming.Threads(text) : Environment.ProcessorCount;
        using var interruption = new Interruption();
        HouseholdFile.Write(nation, file, threads, new ProgressLines(messages, TimeSpan.FromSeconds(3)), interruption.Token);
        Output.Write(new HouseholdsReport(nation, file), format, output);
        return 0;
    }
}
