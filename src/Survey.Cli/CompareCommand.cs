namespace Survey.Cli;

/// <summary>survey compare: changes between waves.</summary>
internal static class CompareCommand
{
    private const string Beside = "Also", Whom = "Of whom", Results = "Results";

    private const string Lesson = """
        Each file is a wave, earliest first; or one file holds all waves and --wave says which a row is of. Each wave's
        standard errors are those of its own sample. Where the same villages (PSUs) were visited again, the two estimates
        move together and their change is surer than that of independent samples: say --same-places yes. Ids alone cannot
        tell, as many surveys use them anew, so the program asks wherever an id occurs in two waves.

        The relative change has Fieller's interval, which inverts the test of "after = c times before"; where the base
        is not distinguishable from 0 there is none. In contrasts p1, p2, ... are the waves in their order:
        --contrast "p2 - 1.2 * p1" is the distance from a rise by 20 %.

        Examples
          survey compare 2023.csv 2024.csv --weights w --strata town --clusters village --proportion literate --same-places yes
          survey compare both.csv --wave year --weights w --clusters village --proportion smoker --by sex --same-places no
          survey compare county.csv province.csv --weights w --clusters village --clusters psu --mean score --same-places no

        """;

    public static readonly Command Command = new(
        "compare",
        "changes between waves, absolute and relative, with what the waves share",
        "FILE FILE [...] | FILE --wave EXPR  [--same-places yes|no] [DESIGN] STATISTIC ... [options]",
        () =>
        [
            .. WaveOptions.Options,
            new("--from", ["NAME"], "the wave a change is counted from, by default the first", WaveOptions.Section),
            new("--to", ["NAME"], "the wave it is counted to, by default the last", WaveOptions.Section),
            .. StatisticOptions.Options,
            new("--contrast", ["EXPR"], "a function of a figure in all waves, such as \"p2 - 1.2 * p1\" or \"log(p2 / p1)\"; one for each domain", Beside, Repeats: true),
            new("--decompose", ["EXPR"], "how much of the change is due to the shares of these groups, and how much happened within them", Beside),
            new("--average", [], "the average of all waves", Beside),
            new("--trend", [], "the slope of a straight line through all waves", Beside),
            new("--pooled", [], "all waves as one sample", Beside),
            .. DesignOptions.Options(oncePerFile: true),
            .. ReplicateOptions.Options,
            .. WeightingOptions.Options,
            new("--where", ["EXPR"], "the people meant; the other rows stay in the sample", Whom),
            new("--by", ["EXPR[,EXPR]"], "one change for each combination of levels", Whom),
            StatisticOptions.Standardize(Whom),
            new("--df", ["RULE"], "degrees of freedom of each wave: PSUs minus strata of the domain (default), of the whole design, or of those who answered; of replicate weights also a number", Results),
            .. IntervalOptions.Options(Results),
            new("--format", ["FORMAT"], "table (default), json or csv (changes only)", Results),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        (List<Statistic> statistics, List<Expr> of) = StatisticOptions.StatisticsOf(arguments);
        var reporting = new Reporting(IntervalOptions.Of(arguments, statistics.Exists(statistic => statistic.IsProportion)), null, DesignEffects: false);
        IReadOnlyList<Variable> by = arguments["--by"] is { } split ? Variable.ParseList(split) : [];
        IReadOnlyList<Variable> groups = arguments["--decompose"] is { } decompose ? [Variable.Parse(decompose)] : [];
        if (format == Format.Csv)
            RefuseInCsv(arguments, by);
        if (groups.Count > 0 && by.Count > 0)
            throw new ArgumentException("--decompose takes the change of everyone meant apart, and --by splits them; name some of them with --where instead.");
        Waves waves = WaveOptions.WavesOf(arguments, [.. of, .. by.Select(variable => variable.Of), .. groups.Select(variable => variable.Of)]);
        if (arguments["--where"] is { } where)
            waves = waves.Where(Expr.Parse(where));
        Waves asked = by.Count == 0 ? waves : waves.By(by);
        Estimates estimates = asked.Estimate(statistics);
        var report = new ComparisonReport
        {
            Estimates = estimates,
            Changes = [.. Steps(arguments, waves.Names).Select(step => asked.Changes(step.From, step.To, statistics))],
            Decompositions = [.. from variable in groups from statistic in statistics select waves.Decompose(statistic, variable, arguments["--from"], arguments["--to"])],
            Contrasts = arguments.Has("--contrast") ? [asked.Contrasts([.. arguments.All("--contrast")], statistics)] : [],
            Averages = arguments.Has("--average") ? [asked.Average(statistics)] : [],
            Trends = arguments.Has("--trend") ? [asked.Trend(statistics)] : [],
            Pooled = arguments.Has("--pooled") ? asked.Pooled(statistics) : null,
            Reporting = reporting,
        };
        PersonalLevels.Refuse([.. by, .. groups, .. StatisticOptions.VariablesOf(arguments)], estimates, [.. report.Decompositions]);
        CommandVoice.Note(report.Changes.SelectMany(changes => changes.Sample.Notes).Distinct(), messages);
        Output.Write(report, format, output);
        return 0;
    }

    /// <summary>From the first wave to the last, or between those named; of more than two waves each step too.</summary>
    private static (string From, string To)[] Steps(Arguments arguments, IReadOnlyList<string> names)
    {
        if (arguments.Has("--from") || arguments.Has("--to") || names.Count == 2)
            return [(arguments["--from"] ?? names[0], arguments["--to"] ?? names[^1])];
        return [.. names.Zip(names.Skip(1)), (names[0], names[^1])];
    }

    private static void RefuseInCsv(Arguments arguments, IReadOnlyList<Variable> by)
    {
        Output.CheckNames(by, ChangesTable.Columns);
        foreach (string option in (string[])["--contrast", "--decompose", "--average", "--trend", "--pooled"])
            if (arguments.Has(option))
                throw new ArgumentException($"--format csv holds changes only, and {option} asks for more; choose json, or leave it out.");
    }
}
