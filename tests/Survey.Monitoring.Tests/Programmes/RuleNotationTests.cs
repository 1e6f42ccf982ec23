using System.Globalization;
using System.Text.RegularExpressions;

namespace Survey.Monitoring.Tests.Programmes;

/// <summary>The notation in which thresholds.tsv is typed tells apart what must not be mistaken.</summary>
public partial class RuleNotationTests
{
    private static readonly (string, string)[] _mistaken = [("rising", "falling"), ("falling", "rising"), ("or(", "and("), ("and(", "or(")];

    private static IEnumerable<TestCaseData> Texts =>
    [
        new(">= 80 %", Target.AtLeast(Amount.Percent(80))),
        new("> 24 %", Target.MoreThan(Amount.Percent(24))),
        new("<= 20 %", Target.AtMost(Amount.Percent(20))),
        new("< 20 %", Target.LessThan(Amount.Percent(20))),
        new(">= 3.5 m2", Target.AtLeast(Amount.Number(3.5m, "m2"))),
        new(">= 35 张 per 1000", Target.AtLeast(Amount.Per(35, 1000, "张"))),
        new("~ 20 %", Target.About(Amount.Percent(20), null)),
        new("< province", new ReferenceTarget(TargetComparison.LessThan, "province")),
        new(">= city", new ReferenceTarget(TargetComparison.AtLeast, "city")),
        new("-10 % on last year", Target.FallsByPercent(10)),
        new("+20 % on start", Target.RisesByPercent(20, Target.Start)),
        new("+1.5 pp on start, on average", Target.RisesByPoints(1.5m, Target.Start, Yearly.OnAverage)),
        new("+1.5 pp on last year, every year", Target.RisesByPoints(1.5m, Target.LastYear, Yearly.EveryYear)),
        new("-3..5 pp on 2018", Target.ChangesByPoints(ChangeDirection.Fall, 3, 5, "2018")),
        new("not below last year, same season", Target.NoWorseInSeason(ChangeDirection.Rise)),
        new("falling", Target.Trend(ChangeDirection.Fall)),
        new("full", Target.FullCoverage()),
        new("none", Target.ZeroEvents()),
        new("full: sites within the national standard", Target.FullCoverage()),
        new("needs B3.6", Target.Prerequisite("B3.6")),
        new("review: national standard", Target.Reviewed()),
        new("towns(review)", Target.InEveryTown(Target.Reviewed())),
        new("or(and(full; none); rising)", Target.AnyOf(new Sequence<Target>(Target.AllOf(new Sequence<Target>(Target.FullCoverage(), Target.ZeroEvents())), Target.Trend(ChangeDirection.Rise)))),
        new("sewage(city: full; county: >= 85 %)", new ChoiceTarget("sewage", new Sequence<(string, Target)>(("city", Target.FullCoverage()), ("county", Target.AtLeast(Amount.Percent(85)))))),
    ];

    [TestCaseSource(nameof(Texts))]
    public void ATextIsARule(string text, Target rule) => Assert.That(RuleNotation.Parse(text), Is.EqualTo(rule));

    [TestCase("=> 80 %")]
    [TestCase(">= 80")]
    [TestCase("-10 %")]
    [TestCase("and(full")]
    public void AnythingElseIsRefused(string text) => Assert.That(() => RuleNotation.Parse(text), Throws.TypeOf<FormatException>());

    /// <summary>A wrong comparison, number, unit or base, relative for points, a missing arm: each in every row of the table, and none is equal to the library's rule.</summary>
    [TestCaseSource(typeof(Threshold), nameof(Threshold.Cases))]
    public void AnErrorInATypedRuleIsCaught(object row)
    {
        var threshold = (Threshold)row;
        Target rule = Programme.Library[threshold.Programme][threshold.Part]!.Rule.Normal();
        string[] wrong = [.. Errors(threshold.Rule)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrong, Is.Not.Empty);
            foreach (string text in wrong)
                Assert.That(RuleNotation.Parse(text), Is.Not.EqualTo(rule), text);
        }
    }

    private static IEnumerable<string> Errors(string text)
    {
        foreach (Match compared in Compared().Matches(text))
            yield return With(text, compared, compared.Value switch { ">=" => ">", ">" => ">=", "<=" => "<", _ => "<=" });
        foreach (Match number in Number().Matches(text))
            yield return With(text, number, (decimal.Parse(number.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        foreach (Match change in Change().Matches(text))
            yield return With(text, change, change.Value.Contains('%', StringComparison.Ordinal) ? " pp on" : " % on");
        foreach (Match arm in Arm().Matches(text))
            yield return text.Remove(arm.Index, arm.Length);
        if (text.Split(": ")[0] is "review" or "full" or "none")
            yield return text == "none" ? "full" : "none";
        if (text.StartsWith("towns(", StringComparison.Ordinal))
            yield return text["towns(".Length..^1];
        foreach ((string own, string other) in _mistaken)
            if (text.StartsWith(own, StringComparison.Ordinal))
                yield return other + text[own.Length..];
    }

    private static string With(string text, Match match, string other) => text[..match.Index] + other + text[(match.Index + match.Length)..];

    [GeneratedRegex("[<>]=?")]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?<![A-Za-z\d]|\d\.)\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[+-]\d+(\.\d+)?) (%|pp) on(?= (last year|start|\d{4})(?!,))")]
    private static partial Regex Change();

    [GeneratedRegex("; (?!.*;)[^()]*(?=\\))")]
    private static partial Regex Arm();
}
