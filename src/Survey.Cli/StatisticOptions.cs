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

    /// <summary>The statistics in the order of their options, and the expressions that they are of.</summary>
    public static (List<Statistic> Statistics, List<Expr> Of) StatisticsOf(Arguments arguments)
    {
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
                "--mean" => Statistic.Mean(variables[0]),
                "--proportion" => Statistic.Proportion(variables[0]),
                "--total" => Statistic.Total(variables[0]),
                "--variance" => Statistic.Variance(variables[0]),
                "--standard-deviation" => Statistic.StandardDeviation(variables[0]),
                "--ratio" => Statistic.Ratio(variables[0], variables[1]),
                _ => Statistic.Shares(variables[0]),
            });
        }
        return statistics.Count > 0
            ? (statistics, of)
            : throw new ArgumentException("Nothing is to be estimated; add --mean EXPR, --proportion EXPR, --total EXPR, --ratio EXPR EXPR, --variance EXPR, --standard-deviation EXPR or --categories EXPR.");
    }
}
