using System.Globalization;
using System.Text.RegularExpressions;

namespace Survey.Monitoring.Tests.Programmes;

/// <summary>A small notation of rules, so that a table typed by hand can be held against the library.</summary>
/// <remarks>
/// Leaves: ">= 35 张 per 1000", "> 24 %", "~ 65 %", "&lt; province", "-10 % on last year" (relative), "-3..5 pp on 2018", "not below last year, same season", "rising", "full", "none" (no event), "needs B3.6",
/// "review"; "full" and "review" may say of what behind a colon. Joined: "and(...; ...)", "or(...; ...)", "towns(...)", and a choice by its id: "sewage(city: ...; county: ...)".
/// </remarks>
internal static partial class RuleNotation
{
    /// <summary>The rule that a text of the notation stands for.</summary>
    public static Target Parse(string text)
    {
        Match joined = Joined().Match(text);
        return joined.Success ? Join(joined.Groups["of"].Value, Arms(joined.Groups["arms"].Value)) : Leaf(text);
    }

    /// <summary>A rule without the letters and names of its figures, which a notice does not have.</summary>
    public static Target Normal(this Target rule) =>
        (rule switch
        {
            AllOfTarget all => all with { Arms = new Sequence<Target>([.. all.Arms.Select(Normal)]) },
            AnyOfTarget any => any with { Arms = new Sequence<Target>([.. any.Arms.Select(Normal)]) },
            EveryTownTarget everyTown => everyTown with { Rule = everyTown.Rule.Normal() },
            ChoiceTarget choice => choice with { Options = new Sequence<(string, Target)>([.. choice.Options.Select(own => (own.Option, own.Rule.Normal()))]) },
            _ => rule,
        }) with
        { Indicator = null, IndicatorName = null };

    private static Target Join(string of, string[] arms) =>
        of switch
        {
            "and" => Target.AllOf(new Sequence<Target>([.. arms.Select(Parse)])),
            "or" => Target.AnyOf(new Sequence<Target>([.. arms.Select(Parse)])),
            "towns" => Target.InEveryTown(Parse(arms.Single())),
            _ => new ChoiceTarget(of, new Sequence<(string, Target)>([.. arms.Select(arm => arm.Split(": ", 2)).Select(arm => (arm[0], Parse(arm[1])))])),
        };

    /// <summary>Parts at the semicolons that stand in no brackets.</summary>
    private static string[] Arms(string text)
    {
        var arms = new List<string>();
        int depth = 0, start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[at] != ';' || depth > 0)
                continue;
            arms.Add(text[start..at].Trim());
            start = at + 1;
        }
        return [.. arms, text[start..].Trim()];
    }

    private static Target Leaf(string text)
    {
        if (Level().Match(text) is { Success: true } level)
            return new LevelTarget(Compared(level), AmountOf(level));
        if (Average().Match(text) is { Success: true } average)
            return new ReferenceTarget(Compared(average), average.Groups["area"].Value);
        if (About().Match(text) is { Success: true } about)
            return Target.About(AmountOf(about), null);
        if (Relative().Match(text) is { Success: true } relative)
            return new RelativeChangeTarget(Way(relative), Number(relative, "number"), Since(relative));
        if (Points().Match(text) is { Success: true } points)
            return PointsOf(points);
        return text switch
        {
            "none" => Target.ZeroEvents(),
            "rising" => Target.Trend(ChangeDirection.Rise),
            "falling" => Target.Trend(ChangeDirection.Fall),
            "not below last year, same season" => Target.NoWorseInSeason(ChangeDirection.Rise),
            _ when text.StartsWith("needs ", StringComparison.Ordinal) => Target.Prerequisite(text["needs ".Length..]),
            _ when text.Split(": ")[0] == "full" => Target.FullCoverage(),
            _ when text.Split(": ")[0] == "review" => Target.Reviewed(),
            _ => throw new FormatException($"'{text}' is no rule of the notation."),
        };
    }

    private static PointsChangeTarget PointsOf(Match match) =>
        new(Way(match), Number(match, "number"), Since(match))
        {
            Most = match.Groups["most"].Success ? Number(match, "most") : null,
            Yearly = match.Groups["yearly"].Value switch { "on average" => Yearly.OnAverage, "every year" => Yearly.EveryYear, _ => Yearly.No },
        };

    private static TargetComparison Compared(Match match) =>
        match.Groups["compared"].Value switch { ">=" => TargetComparison.AtLeast, ">" => TargetComparison.MoreThan, "<=" => TargetComparison.AtMost, _ => TargetComparison.LessThan };

    private static Amount AmountOf(Match match)
    {
        (decimal number, string unit) = (Number(match, "number"), match.Groups["unit"].Value);
        return unit == "%" ? Amount.Percent(number) : match.Groups["per"].Success ? Amount.Per(number, Number(match, "per"), unit) : Amount.Number(number, unit);
    }

    private static ChangeDirection Way(Match match) => match.Groups["way"].Value == "+" ? ChangeDirection.Rise : ChangeDirection.Fall;

    private static string Since(Match match) => match.Groups["since"].Value is "last year" ? Target.LastYear : match.Groups["since"].Value;

    private static decimal Number(Match match, string group) => decimal.Parse(match.Groups[group].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<of>\w+)\((?<arms>.*)\)$")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?<compared>[<>]=?) (?<number>[\d.]+) (?<unit>\S+)(?: per (?<per>\d+))?$")]
    private static partial Regex Level();

    [GeneratedRegex(@"^(?<compared>[<>]=?) (?<area>province|city|nation|county)$")]
    private static partial Regex Average();

    [GeneratedRegex(@"^~ (?<number>[\d.]+) (?<unit>\S+)$")]
    private static partial Regex About();

    [GeneratedRegex(@"^(?<way>[+-])(?<number>[\d.]+) % on (?<since>last year|start|\d{4})$")]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(?<way>[+-])(?<number>\d+(?:\.\d+)?)(?:\.\.(?<most>[\d.]+))? pp on (?<since>last year|start|\d{4})(?:, (?<yearly>on average|every year))?$")]
    private static partial Regex Points();
}
