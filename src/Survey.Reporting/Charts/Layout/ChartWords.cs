using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Words that charts add to those of the report.</summary>
internal static class ChartWords
{
    /// <summary>What kind of chart it is, for those who hear it.</summary>
    public static string Title(Chart chart, Language language)
    {
        bool zh = language == Language.Chinese;
        return chart switch
        {
            SeriesChart { Form: ChartForm.Bars } bars => Joined(zh ? "条形图" : "Bar chart", bars.Unit, zh),
            SeriesChart { Form: ChartForm.Dots } dots => Joined(zh ? "点图" : "Dot chart", dots.Unit, zh),
            SeriesChart lines => Joined(zh ? "折线图" : "Line chart", lines.Unit, zh),
            ChangeChart change => Joined(zh ? "变化与目标图" : "Chart of changes and targets", change.Unit, zh),
            _ => zh ? "评分项完成情况图" : "Chart of what became of the parts",
        };
    }

    /// <summary>What became of a part.</summary>
    public static string State(PartState state, Language language)
    {
        bool zh = language == Language.Chinese;
        return state switch
        {
            PartState.Confirmed => zh ? "达标，把握充分" : "met, confirmed",
            PartState.NotConfirmed => zh ? "达标，把握有限" : "met, not confirmed",
            PartState.Awaiting => zh ? "待补佐证" : "awaiting evidence",
            _ => zh ? "未达标" : "not met",
        };
    }

    /// <summary>What a part can give: "2分".</summary>
    public static string Points(ReportNumber points, Language language) => language == Language.Chinese ? $"{points.Digits(language)}分" : $"{points.Digits(language)} points";

    /// <summary>What is asked.</summary>
    public static string Target(ReportNumber target, Language language) => (language == Language.Chinese ? "目标 " : "target ") + target.Digits(language);

    private static string Joined(string kind, string unit, bool zh) => unit.Length == 0 ? kind : $"{kind}{(zh ? "：" : ": ")}{unit}";
}
