using System.Globalization;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey simulate: a county to practise on.</summary>
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

        Examples
          survey simulate datasets/demo-county/plan.yaml --out county
          survey check --only-data county/towns/study.yaml

        """;

    public static readonly Command Command = new(
        "simulate",
        "a county that does not exist: its people, samples of them, their answers in raw files, and the truth",
        "PLAN --out FOLDER [options]",
        [
            new("--out", ["FOLDER"], "the folder to write into; files of the same names are replaced", "Results"),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv", "Results"),
            new("--threads", ["N"], "how many villages are made at once; by default as many as there are processors", "Speed"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        string folder = arguments["--out"] ?? throw new ArgumentException("No folder is named; say where the files go with --out FOLDER.");
        int? threads = arguments["--threads"] is { } text ? Threads(text) : null;
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

    private static int Threads(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024
            ? threads
            : throw new ArgumentException($"--threads takes a whole number from 1 to 1024, not '{text}'.");
}
