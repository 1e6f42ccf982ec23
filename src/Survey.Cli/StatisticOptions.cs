using Survey.Files;

namespace Survey.Cli;

/// <summary>The options that say what to estimate.</summary>
internal static class StatisticOptions
{
    public const string Section = "What to estimate";

    public static readonly Option[] Options =
    [
        new("--mean", ["EXPR"], "the mean of numbers", Section, Repeats: true),
        new("--proportion", ["EXPR"], "the share of people of whom a condition, or a 0/1 variable, is true", Section, Repeats: true),
        new("--total", ["EXPR"], "the population total of numbers, or how many people a condition holds of", Section, Repeats: true),
        new("--ratio", ["EXPR", "EXPR"], "the ratio of two totals: numerator, denominator", Section, Repeats: true),
        new("--variance", ["EXPR"], "the variance of numbers in the population", Section, Repeats: true),
        new("--standard-deviation", ["EXPR"], "the standard deviation of numbers in the population", Section, Repeats: true),
        new("--categories", ["EXPR"], "the share of each level of a category", Section, Repeats: true),
    ];

    /// <param name="section">Of the help.</param>
    public static Option Standardize(string section) =>
        new("--standardize", ["EXPR", "FILE"], "standardize each proportion and mean over the levels of a category, by a CSV file of two columns: level, population", section);

    /// <summary>The statistics in the order of their options, and the expressions that they are of.</summary>
    /// <summary>What statistics are asked of.</summary>
    public static IEnumerable<Variable> VariablesOf(Arguments arguments) =>
        arguments.Options.Where(given => given.Option.Section == Section).SelectMany(given => given.Values).Select(Variable.Parse);

    public static (List<Statistic> Statistics, List<Expr> Of) StatisticsOf(Arguments arguments)
    {
        StandardPopulation? standard = StandardOf(arguments);
        var statistics = new List<Statistic>();
        var of = new List<Expr>();
        foreach ((Option option, string[] values) in arguments.Options)
        {
            if (option.Section != Section)
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
}
