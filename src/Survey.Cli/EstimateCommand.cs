using Survey.Files;

namespace Survey.Cli;

/// <summary>survey estimate: weighted estimates with their uncertainty.</summary>
internal static class EstimateCommand
{
    private const string WhatToEstimate = "What to estimate", Sample = "How the sample was drawn", Whom = "Of whom", Results = "Results";

    private const string Lesson = """
        An EXPR is a column or a calculation over columns, in the words of SQL: = <> < <= > >=, and or not, in (...),
        between, is missing, + - * / %, case when ... then ... else ... end, if(condition, a, b), coalesce, abs, min, max,
        round, log, exp, cut(age, 15, 25, 35). A text stands in single quotes, a column of an odd name in double quotes.
        End it with "as NAME" to name it in the results.

        Say all you know of how the sample was drawn: strata and clusters change standard errors, not estimates.
        Do not delete rows before estimating; --where says who is meant and keeps the sample whole.

        Examples
          survey estimate people.csv --weights w --strata county --clusters village --proportion "smoke in (1, 2) as smoker"
          survey estimate people.csv --weights w --clusters village --mean age --by sex --where "age between 15 and 69"
          survey estimate a.csv b.csv --weights w --by "cut(age, 18, 45, 65, inf) as age" --categories education --format json

        """;

    public static readonly Command Command = new(
        "estimate",
        "weighted means, proportions, totals, ratios and shares, with standard errors and intervals",
        "FILE [FILE ...] [--weights COL] [--strata COL] [--clusters COL[,COL]] STATISTIC ... [options]",
        [
            new("--mean", ["EXPR"], "the mean of numbers", WhatToEstimate, Repeats: true),
            new("--proportion", ["EXPR"], "the share of people of whom a condition, or a 0/1 variable, is true", WhatToEstimate, Repeats: true),
            new("--total", ["EXPR"], "the population total of numbers, or how many people a condition holds of", WhatToEstimate, Repeats: true),
            new("--ratio", ["EXPR", "EXPR"], "the ratio of two totals: numerator, denominator", WhatToEstimate, Repeats: true),
            new("--variance", ["EXPR"], "the variance of numbers in the population", WhatToEstimate, Repeats: true),
            new("--standard-deviation", ["EXPR"], "the standard deviation of numbers in the population", WhatToEstimate, Repeats: true),
            new("--categories", ["EXPR"], "the share of each level of a category", WhatToEstimate, Repeats: true),
            new("--weights", ["COL"], "how many people each row stands for", Sample),
            new("--strata", ["COL"], "the stratum", Sample),
            new("--clusters", ["COL[,COL]"], "the primary sampling unit, then the units of later stages within it", Sample),
            new("--population-sizes", ["COL[,COL]"], "for each stage, of how many units those drawn were drawn (or the fraction drawn)", Sample),
            new("--lonely-psu", ["RULE"], "what a stratum of one PSU adds: fail (default), certainty, remove, adjust or average", Sample),
            new("--lonely-domains", [], "let adjust and average act also where a PSU is alone only in the domain", Sample),
            new("--where", ["EXPR"], "the people meant; the other rows stay in the sample", Whom),
            new("--by", ["EXPR[,EXPR]"], "one estimate for each combination of levels", Whom),
            new("--standardize", ["EXPR", "FILE"], "standardize each proportion and mean over the levels of a category, by a CSV file of two columns: level, population", Whom),
            new("--df", ["RULE"], "degrees of freedom: PSUs minus strata of the domain (default), of the whole design, or of those who answered", Results),
            new("--interval", ["METHOD"], "for proportions: logit (default) or wald", Results),
            new("--level", ["FRACTION"], "coverage of the intervals, 0.95 by default", Results),
            new("--design-effects", [], "add design effects (deff), effective sample sizes (n / deff) and Kish's design effects of the weights; in JSON and CSV coefficients of variation too", Results),
            new("--format", ["FORMAT"], "table (default), json or csv", Results),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static void Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        double level = arguments["--level"] is { } text ? Words.Fraction("--level", text) : 0.95;
        IntervalMethod? method = arguments["--interval"] is { } word
            ? Words.OneOf<IntervalMethod>("--interval", word, ("logit", IntervalMethod.Logit), ("wald", IntervalMethod.Wald))
            : null;
        Expr? where = arguments["--where"] is { } condition ? Expr.Parse(condition) : null;
        IReadOnlyList<Variable> by = arguments["--by"] is { } split ? Variable.ParseList(split) : [];
        if (format == Format.Csv)
            EstimatesTable.CheckNames(by);
        (List<Statistic> statistics, List<Expr> of) = StatisticsOf(arguments, StandardOf(arguments));
        if (method is not null && statistics.TrueForAll(statistic => !statistic.IsProportion))
            throw new ArgumentException("--interval is for proportions, and none is asked for; means, totals and ratios have Wald intervals.");
        if (arguments.Has("--lonely-domains") && arguments["--lonely-psu"]?.ToLowerInvariant() is not ("adjust" or "average"))
            throw new ArgumentException("--lonely-domains goes with --lonely-psu adjust or --lonely-psu average; with another rule it would change nothing.");

        string[] designColumns = [.. Columns(arguments, "--weights"), .. Columns(arguments, "--strata"), .. Columns(arguments, "--clusters"), .. Columns(arguments, "--population-sizes")];
        IEnumerable<Expr> expressions = [.. of, .. by.Select(variable => variable.Of), .. where is null ? (Expr[])[] : [where]];
        string[] keys = [.. Columns(arguments, "--strata"), .. Columns(arguments, "--clusters")];
        Table table = Reading.Read(arguments, [.. designColumns.Concat(expressions.SelectMany(expr => expr.Columns)).Distinct()], keys);

        Design design = DesignOf(arguments, table);
        if (where is not null)
            design = design.Where(where);
        Estimates estimates = by.Count == 0 ? design.Estimate(statistics) : design.By(by).Estimate(statistics);
        foreach (string note in estimates.Sample.Notes)
            messages.WriteLine($"survey: note: {note}");
        Output.Write(estimates, format, level, method, arguments.Has("--design-effects"), output);
    }

    private static SurveyDesign DesignOf(Arguments arguments, Table table) =>
        new(
            table,
            arguments["--weights"],
            arguments["--strata"],
            Names.Of(Columns(arguments, "--clusters")),
            Names.Of(Columns(arguments, "--population-sizes")),
            arguments["--lonely-psu"] is { } rule
                ? Words.OneOf("--lonely-psu", rule, ("fail", LonelyPsu.Fail), ("certainty", LonelyPsu.Certainty), ("remove", LonelyPsu.Certainty), ("adjust", LonelyPsu.Adjust), ("average", LonelyPsu.Average))
                : LonelyPsu.Fail,
            arguments.Has("--lonely-domains"),
            arguments["--df"] is { } df
                ? Words.OneOf("--df", df, ("domain", DegreesOfFreedomRule.Domain), ("design", DegreesOfFreedomRule.Design), ("answered", DegreesOfFreedomRule.Answered))
                : DegreesOfFreedomRule.Domain);

    private static string[] Columns(Arguments arguments, string option) =>
        arguments[option] is not { } text ? []
        : option is "--clusters" or "--population-sizes" ? Words.List(option, text)
        : [text];

    private static StandardPopulation? StandardOf(Arguments arguments)
    {
        if (arguments.Options.FirstOrDefault(given => given.Option.Name == "--standardize").Values is not [var groups, var path])
            return null;
        if (!arguments.Has("--proportion") && !arguments.Has("--mean"))
            throw new ArgumentException("--standardize is for proportions and means, and none is asked for; add --proportion EXPR or --mean EXPR.");
        Table table = Table.Read([path]);
        return table.Columns is [var levels, var sizes]
            ? StandardPopulation.Of(Variable.Parse(groups), table, levels, sizes)
            : throw new SurveyDataException($"The file {path} of --standardize has {table.Columns.Count} columns; it needs two: the level, and its population.");
    }

    /// <summary>The statistics in the order of their options, and the expressions that they are of.</summary>
    private static (List<Statistic> Statistics, List<Expr> Of) StatisticsOf(Arguments arguments, StandardPopulation? standard)
    {
        var statistics = new List<Statistic>();
        var of = new List<Expr>();
        foreach ((Option option, string[] values) in arguments.Options)
        {
            if (option.Section != WhatToEstimate)
                continue;
            Variable[] variables = [.. values.Select(Variable.Parse)];
            of.AddRange(variables.Select(variable => variable.Of));
            statistics.Add(option.Name switch
            {
                "--mean" => standard is null ? Statistic.Mean(variables[0]) : Statistic.StandardizedMean(variables[0], standard),
                "--proportion" => standard is null ? Statistic.Proportion(variables[0]) : Statistic.StandardizedProportion(variables[0], standard),
                "--total" => Statistic.Total(variables[0]),
                "--variance" => Statistic.Variance(variables[0]),
                "--standard-deviation" => Statistic.StandardDeviation(variables[0]),
                "--ratio" => Statistic.Ratio(variables[0], variables[1]),
                _ => Statistic.Shares(variables[0]),
            });
        }
        if (standard is not null)
            of.Add(standard.Groups.Of);
        return statistics.Count > 0
            ? (statistics, of)
            : throw new ArgumentException("Nothing is to be estimated; add --mean EXPR, --proportion EXPR, --total EXPR, --ratio EXPR EXPR, --variance EXPR, --standard-deviation EXPR or --categories EXPR.");
    }
}
