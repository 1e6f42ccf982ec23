using Survey.Monitoring;

namespace Survey.Reporting.Content;

/// <summary>Says things in the language of a report; both texts stand side by side where they are said.</summary>
/// <param name="language">Of the report.</param>
/// <param name="level">Of its intervals.</param>
/// <param name="decimals">Of rates, differences of rates and relative changes.</param>
internal sealed class Voice(Language language, double level, int decimals = 2)
{
    /// <summary>Of the report.</summary>
    public Language Language => language;

    /// <summary>Of its intervals.</summary>
    public double Level => level;

    /// <summary>Of rates, differences of rates and relative changes.</summary>
    public int Decimals => decimals;

    /// <summary>A rate with the decimals of the report.</summary>
    public ReportNumber Rate(double value) => ReportNumber.Rate(value) with { Decimals = decimals };

    /// <summary>A difference of rates with the decimals of the report.</summary>
    public ReportNumber Points(double value) => ReportNumber.Points(value) with { Decimals = decimals };

    /// <summary>A relative change with the decimals of the report.</summary>
    public ReportNumber Relative(double value) => ReportNumber.Relative(value) with { Decimals = decimals };

    /// <summary>Whether it is Chinese.</summary>
    public bool IsChinese => language == Language.Chinese;

    /// <summary>"95%CI", "95% interval".</summary>
    public string IntervalName => FormattableString.Invariant($"{100 * level:0.##}{(IsChinese ? "%CI" : " % CI")}");

    /// <summary>One of two texts.</summary>
    public string In(string chinese, string english) => IsChinese ? chinese : english;

    /// <summary>One of two texts with numbers.</summary>
    public Words Say(Words chinese, Words english) => IsChinese ? chinese : english;

    /// <summary>The text in the language of the report, else in the other.</summary>
    public string In(LocalText text) => text.In(language);

    /// <summary>"甲、乙和丙", "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => Listed([.. items.Select(item => (Words)item)]).ToText(language, id => id);

    /// <summary>The same of texts with numbers.</summary>
    public Words Listed(IReadOnlyList<Words> items)
    {
        var all = new Words();
        for (int k = 0; k < items.Count; k++)
        {
            if (k > 0)
                all.AppendLiteral(k == items.Count - 1 ? In("和", " and ") : In("、", ", "));
            all.AppendFormatted(items[k]);
        }
        return all;
    }

    /// <summary>"27.39%～34.96%", "27.39% to 34.96%".</summary>
    public Words Range(ReportNumber low, ReportNumber high) =>
        low.Kind is NumberKind.Points ? Say($"{low:digits}～{high}", $"{low:digits} to {high}") : Say($"{low}～{high}", $"{low} to {high}");

    /// <summary>"吸烟率为31.05%（95%CI：27.39%～34.96%）", "smoking: 31.05 % (95 % CI ...)"; of a rate of 0 that nobody was found, and of a suppressed one that it is not shown.</summary>
    /// <param name="name">Of the indicator.</param>
    /// <param name="shown">Its figure.</param>
    public Words Named(string name, ShownEstimate shown)
    {
        string isIt = shown.Value.IsSuppressed ? "" : shown.Estimate is { IsProportion: true, Value: 0 } ? "：" : "为";
        return Say($"{name}{isIt}{Estimate(shown)}", $"{name}: {Estimate(shown)}");
    }

    /// <summary>"31.05%（95%CI：27.39%～34.96%）"; of a rate of 0 that nobody was found; without limits where there are none.</summary>
    public Words Estimate(ShownEstimate shown) =>
        shown.Value.IsSuppressed ? (Words)In("因样本量或精度不足不予列示", "not shown, too few people or too imprecise")
        : shown.Estimate is { IsProportion: true, Value: 0 } ? Say(
            $"未发现（样本{ReportNumber.Count(shown.Estimate.Respondents)}人，{IntervalName}上限{shown.High}）",
            $"none found (among {ReportNumber.Count(shown.Estimate.Respondents)} respondents; upper limit of the {IntervalName} {shown.High})")
        : !shown.Low.IsShown ? Say($"{shown.Value}", $"{shown.Value}")
        : Say($"{shown.Value}（{IntervalName}：{Range(shown.Low, shown.High)}）", $"{shown.Value} ({IntervalName} {Range(shown.Low, shown.High)})");
}
