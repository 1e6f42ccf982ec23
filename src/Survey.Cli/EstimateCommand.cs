namespace Survey.Cli;

/// <summary>survey estimate: weighted estimates with their uncertainty.</summary>
internal static class EstimateCommand
{
    private const string Contrasting = "Contrasts of the estimates", Whom = "Of whom", Results = "Results";

    private const string Lesson = """
        An EXPR is a column or a calculation over columns, in the words of SQL: = <> < <= > >=, and or not, in (...),
        between, is missing, + - * / %, case when ... then ... else ... end, if(condition, a, b), coalesce, abs, min, max,
        round, log, exp, sqrt, cut(age, 15, 25, 35), left(village, 9), age(birth, interview), year(day), month(day).
        A text stands in single quotes, a column of an odd name in double quotes. End it with "as NAME" to name it.

        Say all you know of how the sample was drawn: strata and clusters change standard errors, not estimates.
        Do not delete rows before estimating; --where says who is meant and keeps the sample whole.

        Examples
          survey estimate people.csv --weights w --strata county --clusters village --proportion "smoke in (1, 2) as smoker"
          survey estimate people.csv --weights w --clusters village --mean age --by sex --where "age between 15 and 69"
          survey estimate pums.csv --weights pwgtp --replicates "pwgtp*" --replicate-type sdr --mean agep --by sex
          survey estimate people.csv --weights w --strata town --clusters village --post-stratify census.csv --proportion smoker
          survey estimate a.csv b.csv --weights w --by "cut(age, 18, 45, 65, inf) as age" --categories education --format json
          survey estimate --engine clickhouse://db1/surveys --table people --weights w --clusters village --proportion smoker

        """;

    public static readonly Command Command = new(
        "estimate",
        "weighted means, proportions, totals, ratios and shares, with standard errors and intervals",
        "FILE [FILE ...] [--weights COL] [--strata COL] [--clusters COL[,COL]] STATISTIC ... [options]\n       survey estimate --engine URL --table NAME [--weights COL] ... STATISTIC ... [options]",
        () =>
        [
            .. StatisticOptions.Options,
            new("--contrast", ["EXPR"], "a function of the estimates, such as \"women - men\", \"log(p2 / p1)\" or \"+1 -1\"", Contrasting, Repeats: true),
            new("--differences", [], "the differences of all pairs of domains, or of categories", Contrasting),
            .. DesignOptions.Options(oncePerFile: false),
            .. ReplicateOptions.Options,
            .. WeightingOptions.Options,
            new("--where", ["EXPR"], "the people meant; the other rows stay in the sample", Whom),
            new("--by", ["EXPR[,EXPR]"], "one estimate for each combination of levels", Whom),
            StatisticOptions.Standardize(Whom),
            new("--df", ["RULE"], "degrees of freedom: PSUs minus strata of the domain (default), of the whole design, or of those who answered; of replicate weights also a number", Results),
            .. IntervalOptions.Options(Results),
            new("--standards", ["NAME"], "hold figures against presentation standards: nchs. Tables leave out what is suppressed and say why; JSON and CSV keep the numbers beside the verdict", Results),
            new("--design-effects", [], "add design effects (deff), effective sample sizes (n / deff) and Kish's design effects of the weights; in JSON and CSV coefficients of variation too", Results),
            new("--format", ["FORMAT"], "table (default), json or csv", Results),
            Output.File(Results),
            .. Streaming.Options,
            .. DatabaseOptions.Options("Rows in a database instead of files"),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        PresentationStandard? standard = arguments["--standards"] is { } name ? Words.OneOf("--standards", name, [.. PresentationStandard.All.Select(standard => (standard.Name, standard))]) : null;
        Expr? where = arguments["--where"] is { } condition ? Expr.Parse(condition) : null;
        IReadOnlyList<Variable> by = arguments["--by"] is { } split ? Variable.ParseList(split) : [];
        if (format == Format.Csv)
            RefuseInCsv(arguments, by);
        (List<Statistic> statistics, List<Expr> of) = StatisticOptions.StatisticsOf(arguments);
        bool proportions = statistics.Exists(statistic => statistic.IsProportion);
        IntervalChoice intervals = IntervalOptions.Of(arguments, proportions);
        if (standard is not null && !proportions && !arguments.Has("--total"))
            throw new ArgumentException($"--standards {standard.Name} has rules for proportions and counts, and neither is asked for.");
        if (standard is not null && (arguments.Has("--contrast") || arguments.Has("--differences")))
            throw new ArgumentException($"--standards {standard.Name} may suppress figures, and a contrast would give them away; ask for contrasts without it.");
        DesignOptions.Check(arguments, 1);
        DatabaseOptions.Check(arguments);
        bool areInDatabase = DatabaseOptions.AreAsked(arguments);
        (areInDatabase ? (Action<Arguments>)DatabaseOptions.RefuseFiles : Reading.CheckFiles)(arguments);
        Output.CheckFile(arguments);

        IEnumerable<Expr> expressions = [.. of, .. by.Select(variable => variable.Of), .. where is null ? (Expr[])[] : [where]];
        string[] columns = areInDatabase ? [] : [.. DesignOptions.ColumnsOf(arguments, 0, arguments.Files[0]).Concat(expressions.SelectMany(expr => expr.Columns)).Distinct()];
        // a table is read without looking up, so there Ctrl-C ends the program as it always does; results appear whole or not at all
        using Interruption? interruption = areInDatabase || Streaming.IsPossible(arguments) ? new Interruption() : null;
        CancellationToken cancellation = interruption?.Token ?? CancellationToken.None;
        return Streaming.OnThreads(arguments, () =>
        {
            Rows rows = areInDatabase ? DatabaseOptions.Open(arguments, cancellation) : Streaming.Open(arguments, columns, [.. DesignOptions.KeysOf(arguments, 0)], messages, cancellation);
            Design design = DesignOptions.DesignOf(arguments, rows, 0);
            if (where is not null)
                design = design.Where(where);
            Estimates estimates = by.Count == 0 ? design.Estimate(statistics) : design.By(by).Estimate(statistics);
            PersonalLevels.Refuse([.. by, .. StatisticOptions.VariablesOf(arguments)], estimates);
            CommandVoice.Note(estimates.Sample.Notes, messages);
            Contrasts[] contrasts = ContrastsOf(arguments, estimates);
            cancellation.ThrowIfCancellationRequested();
            Output.To(arguments, output, results => Output.Write(estimates, contrasts, format, new Reporting(intervals, standard, arguments.Has("--design-effects")), results));
            return 0;
        });
    }

    private static Contrasts[] ContrastsOf(Arguments arguments, Estimates estimates) =>
    [
        .. arguments.Has("--contrast") ? [estimates.Contrasts([.. arguments.All("--contrast")])] : (Contrasts[])[],
        .. arguments.Has("--differences") ? [estimates.Differences()] : (Contrasts[])[],
    ];

    private static void RefuseInCsv(Arguments arguments, IReadOnlyList<Variable> by)
    {
        Output.CheckNames(by, EstimatesTable.Columns);
        if (arguments.Has("--contrast") || arguments.Has("--differences"))
            throw new ArgumentException("--format csv holds estimates only, and a contrast is none; choose json, or leave it out.");
    }
}
