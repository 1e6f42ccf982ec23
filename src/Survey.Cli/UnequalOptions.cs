using System.Globalization;

namespace Survey.Cli;

/// <summary>The options of PSUs drawn with unequal probabilities.</summary>
internal static class UnequalOptions
{
    private const string HartleyRao = "hartley-rao", HorvitzThompson = "horvitz-thompson", YatesGrundy = "yates-grundy";

    public static Option[] Options(bool oncePerFile) =>
    [
        new("--probabilities", ["COL"], "the probability with which a PSU was drawn, where they are unequal, without replacement; --population-sizes are then those of the stages after the first", DesignOptions.Section, oncePerFile),
        new("--pps", ["NAME"], "how variance is estimated from them: brewer, overton, hartley-rao, horvitz-thompson or yates-grundy", DesignOptions.Section),
        new("--joint", ["FILE"], "joint probabilities for the last two: as survey sample --joint writes them, or a square matrix without headings in the order of the rows", DesignOptions.Section, oncePerFile),
        new("--sum-of-squares", ["X|COL"], "for hartley-rao: the sum of squared probabilities of all PSUs of the population, or the column of each stratum's (estimated otherwise)", DesignOptions.Section, oncePerFile),
    ];

    /// <summary>Refuses options that contradict each other.</summary>
    public static void Check(Arguments arguments)
    {
        if (arguments.Has("--probabilities") != arguments.Has("--pps"))
            throw new ArgumentException(arguments.Has("--pps")
                ? "--pps says how variance is estimated from probabilities, and none are named; add --probabilities COL."
                : "--probabilities does not say how variance is estimated from them; add --pps brewer, which needs nothing else, or another that --help lists.");
        string? name = arguments["--pps"]?.ToLowerInvariant();
        if (arguments.Has("--joint") != (name is HorvitzThompson or YatesGrundy))
            throw new ArgumentException(arguments.Has("--joint")
                ? $"--joint goes with --pps {HorvitzThompson} or --pps {YatesGrundy}; with another it would change nothing."
                : $"--pps {name} takes joint probabilities; add --joint FILE, or choose --pps brewer, which needs none.");
        if (arguments.Has("--sum-of-squares") && name != HartleyRao)
            throw new ArgumentException($"--sum-of-squares goes with --pps {HartleyRao}; with another it would change nothing.");
    }

    /// <summary>Whether what --sum-of-squares has is a column, and no number.</summary>
    public static bool IsColumn(string text) => !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <param name="arguments">The command's.</param>
    /// <param name="named">What an option says of the file.</param>
    public static UnequalProbabilities? Of(Arguments arguments, Func<string, string?> named)
    {
        if (arguments["--pps"] is not { } name || named("--probabilities") is not { } column)
            return null;
        Func<UnequalProbabilities> make = Words.OneOf<Func<UnequalProbabilities>>("--pps", name,
            ("brewer", () => UnequalProbabilities.Brewer(column)),
            ("overton", () => UnequalProbabilities.Overton(column)),
            (HartleyRao, () => WithSum(column, named("--sum-of-squares"))),
            (HorvitzThompson, () => JointFile.HorvitzThompson(column, named("--joint")!, named("--strata"))),
            (YatesGrundy, () => JointFile.YatesGrundy(column, named("--joint")!, named("--strata"))));
        return make();
    }

    private static UnequalProbabilities WithSum(string column, string? sum) =>
        sum is null ? UnequalProbabilities.HartleyRao(column)
        : IsColumn(sum) ? UnequalProbabilities.HartleyRao(column, sum)
        : double.Parse(sum, CultureInfo.InvariantCulture) is var value and > 0 and < double.PositiveInfinity ? UnequalProbabilities.HartleyRao(column, value)
        : throw new ArgumentException($"--sum-of-squares takes a number above 0 or a column, not '{sum}'.");
}
