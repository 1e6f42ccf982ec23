using System.Globalization;

namespace Survey.Monitoring;

/// <summary>A record or a decision that was handed in for a part.</summary>
/// <param name="Id">The id of the part, or of the figure that it needs, such as "51a".</param>
/// <param name="Town">The town that it is of; null where it is of the whole area.</param>
/// <param name="What">What it says, and who says it.</param>
/// <param name="File">The file that shows it; or null.</param>
/// <param name="Place">Where it stands: in the study, or a cell of a workbook.</param>
public sealed record PartEvidence(string Id, string? Town, LocalText What, string? File, string Place)
{
    internal static PartEvidence Of(ProgrammeEntry entry) =>
        new(entry.Id, entry.Town, entry.Figure is { } figure ? WhatOf(figure) : WhatOf(entry.Review!), entry.Figure?.Evidence ?? entry.Review?.Document, entry.Place);

    private static LocalText WhatOf(AdministrativeFigure figure)
    {
        string year = figure.Year.ToString(CultureInfo.InvariantCulture);
        string? counts = figure.Ratio is var (numerator, denominator) ? $"{Numbers.Plain(numerator)}/{Numbers.Plain(denominator)}" : figure.Count is { } count ? Numbers.Plain(count) : null;
        // as it was handed in, but in Chinese with the decimals that rates have everywhere
        string chinese = counts ?? (figure.IsPercent ? $"{(100 * figure.Value!.Value).ToString("0.00##########", CultureInfo.InvariantCulture)}%" : Numbers.Plain(figure.Value!.Value) + Amount.ChineseUnit(figure.Unit));
        string english = counts ?? (figure.IsPercent ? $"{Numbers.Plain(100 * figure.Value!.Value)} %" : $"{Numbers.Plain(figure.Value!.Value)}{(figure.Unit is null ? "" : $" {figure.Unit}")}");
        return new LocalText($"{chinese}（{year}年，{figure.Source}）", $"{english} ({year}, {figure.Source})");
    }

    private static LocalText WhatOf(Review review)
    {
        string date = review.Date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        string who = string.Join("，", new[] { review.By, date }.Where(text => text is { Length: > 0 }));
        return new LocalText($"{review.Decision switch { ReviewDecision.Met => "已佐证", ReviewDecision.NotMet => "未达到", ReviewDecision.PartlyMet => "部分达到", _ => "待补佐证" }}：{review.Reason}{(who.Length > 0 ? $"（{who}）" : "")}",
            $"{review.Decision switch { ReviewDecision.Met => "met", ReviewDecision.NotMet => "not met", ReviewDecision.PartlyMet => "partly met", _ => "unknown" }}: {review.Reason}{(who.Length > 0 ? $" ({who.Replace("，", ", ", StringComparison.Ordinal)})" : "")}");
    }
}
