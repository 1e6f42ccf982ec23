using Survey.Monitoring;
using Survey.Reporting.Content;
using static Survey.Reporting.Content.ReportNumber;

namespace Survey.Reporting.Tests.Made;

/// <summary>A made-up report that has everything a report can have, for the writers of formats.</summary>
internal static class SampleReport
{
    /// <summary>Texts that would do harm in some format.</summary>
    public const string Hostile = "<script>alert(1)</script>&\"'=cmd|' /C calc'!A0";

    public static Report Of(Language language)
    {
        bool zh = language == Language.Chinese;
        string In(string chinese, string english) => zh ? chinese : english;
        ReportTable rates = new(
            "rates",
            In("不同人群的健康素养水平", "Health literacy by group"),
            [
                new(In("人群", "group"), ColumnKind.Text), new(In("调查人数", "respondents")), new(In("率（%）", "rate (%)")), new(In("95%CI（%）", "95% interval (%)"), ColumnKind.Interval),
                new(In("变化（百分点）", "change (points)")) { Group = In("与上年相比", "against the year before") }, new("P") { Group = In("与上年相比", "against the year before") },
            ],
            [
                new([In("性别", "sex")], RowKind.Heading),
                new([In("男", "men"), Count(1480), Rate(0.310512), Cell.Interval(Rate(0.2739), Rate(0.3496)), Points(0.0574), P(0.00012)]),
                new([In("女", "women"), Count(512), Rate(0.2874) with { IsMarked = true }, Cell.Interval(Rate(0.25), Rate(0.33)), Points(-0.0056), P(0.42)]),
                new([Hostile, Count(3), Rate(0.33) with { IsSuppressed = true }, Cell.Interval(Rate(0.01) with { IsSuppressed = true }, Rate(0.9) with { IsSuppressed = true }), Points(double.NaN), P(double.NaN)]),
                new([In("合计", "all"), Count(1995), Rate(0.3), Cell.Interval(Rate(0.27), Rate(0.34)), Points(0), P(1)], RowKind.Total),
            ],
            [In("※ 样本量不足，不予列示。", "※ Too few respondents to be shown."), $"{In("† 慎用。自由度", "† Use with care; degrees of freedom ")}{ReportNumber.Of(22, 0)}{In("。", ".")}"]);
        ChartPoint Point(double value, double half) => new(Rate(value), Rate(value - half), Rate(value + half));
        string[] ages = zh ? ["15~24岁", "25~34岁", "35~44岁", "45~54岁", "55~64岁", "65~69岁"] : ["15-24", "25-34", "35-44", "45-54", "55-64", "65-69"];
        string[] years = ["2019", "2020", "2021", "2022", "2023", "2024"];
        ReportFigure Drawn(string id, string caption, Chart chart) => new(id, caption, chart, [In("注：误差线为95%置信区间。资料来源：本次调查。", "Lines are 95% intervals. Source: this survey.")]);
        return new Report
        {
            Language = language,
            Title = In("示范县居民健康素养与烟草流行基线调查报告", "Health literacy and smoking in Demo County: baseline report"),
            Subtitle = In("基线调查报告", "Baseline report"),
            Cover = [(In("编制单位", "compiled by"), In("示范县疾病预防控制中心", "Demo County CDC")), (In("编制日期", "date"), "2024-11-29")],
            Notice = In("模拟数据，不反映任何真实地区", "Simulated data: no real place is described"),
            Sections =
            [
                new("summary", In("摘要", "Summary"),
                [
                    new Paragraph($"{In("加权后居民健康素养水平为", "Health literacy is ")}{Rate(0.310512)}{In("（95%CI：", " (95% interval ")}{Rate(0.2739)}{In("～", " to ")}{Rate(0.3496)}{In("），见", "), see ")}{new ReferenceSpan("rates")}{In("。", ".")}"),
                    new Paragraph($"{In("达标情况：", "Verdict: ")}{new StrongSpan(In("达标（把握有限）", "met, not confirmed"))}{In("。", ".")}", ParagraphKind.Callout),
                ]),
                new("results", In("结果", "Results"), [])
                {
                    Sections =
                    [
                        new("literacy", In("健康素养", "Health literacy"),
                        [
                            rates,
                            Drawn("by-age", In("分性别、年龄组的健康素养水平", "Health literacy by sex and age"), new SeriesChart(In("折线图：……", "Lines: ..."), ChartForm.Lines, In("率（%）", "rate (%)"), ages,
                                [new(In("男", "men"), [Point(.21, .05), Point(.42, .06), Point(.39, .05), Point(.3, .04), Point(.2, .05), new(Rate(.1) with { IsSuppressed = true }, null, null)]), new(In("女", "women"), [Point(.25, .05), Point(.45, .06), Point(.37, .05), Point(.26, .04), Point(.17, .05), Point(.12, .05)])]) { CategoryTitle = In("年龄组", "age") }),
                            Drawn("issues", In("六类健康问题素养水平", "Six issues"), new SeriesChart(In("条形图：……", "Bars: ..."), ChartForm.Bars, In("率（%）", "rate (%)"), zh ? ["安全与急救", "科学健康观", "健康信息", "传染病防治", "慢性病防治", "基本医疗"] : ["Safety and first aid", "Scientific view of health", "Health information", "Infectious disease", "Chronic disease", "Basic medical care"],
                                [new("2023", [Point(.55, .04), Point(.5, .04), Point(.36, .04), Point(.27, .03), Point(.27, .03), Point(.23, .03)]), new("2024", [Point(.58, .04), Point(.53, .04), Point(.41, .04), Point(.29, .03), Point(.31, .03), Point(.27, .03)])])),
                            Drawn("towns", In("各镇（街道）健康素养水平（按行政区划顺序）", "Health literacy by town (in administrative order)"), new SeriesChart(In("点图：……", "Dots: ..."), ChartForm.Dots, In("率（%）", "rate (%)"), [.. Enumerable.Range(1, 12).Select(k => In($"第{k}镇", $"Town {k}")), In("一个名字特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长特别长的镇", "A town with a name so long that it has to be broken over several lines of a chart"), Hostile],
                                [new("2024", [.. Enumerable.Range(1, 13).Select(k => Point(.2 + (.02 * (k % 5)), .06)), null])]) { References = [new(In("全县", "county"), Rate(.31)), new(In("全省", "province"), Rate(.295))] }),
                            Drawn("trend", In("与全省、全国比较", "Against province and nation"), new SeriesChart(In("折线图：……", "Lines: ..."), ChartForm.Lines, In("率（%）", "rate (%)"), years,
                                [new(In("本县", "county"), [null, null, null, null, Point(.2531, .03), Point(.3105, .035)]), new(In("全省", "province"), [.. new[] { .19, .22, .25, .27, .285, .295 }.Select(v => new ChartPoint(Rate(v), null, null))]) { IsReference = true }, new(In("全国", "nation"), [.. new[] { .1917, .2315, .2540, .2778, .2970, .3187 }.Select(v => new ChartPoint(Rate(v), null, null))]) { IsReference = true }])),
                        ]),
                        new("verdicts", In("达标评定", "Verdicts"),
                        [
                            Drawn("change", In("相对变化与目标", "Relative change and target"), new ChangeChart(In("区间图：……", "Intervals: ..."), In("相对变化（%）", "relative change (%)"),
                                [new(In("居民健康素养水平", "Health literacy"), new(Relative(.2268), Relative(.0627), Relative(.4233)), Relative(.2), true, In("达标（把握有限）", "met, not confirmed")), new(In("现在吸烟率", "Current smoking"), new(Relative(-.1064), Relative(-.25), Relative(.0609)), Relative(-.1), false, In("达标（把握有限）", "met, not confirmed"))])),
                            Drawn("strip", In("评分项完成情况", "Parts of the programme"), new StripChart(In("色带图：……", "Strips: ..."), [.. Enumerable.Range(1, 6).Select(d => new StripRow(In($"维度{d}", $"Dimension {d}"), [.. Enumerable.Range(1, 8 + (2 * d)).Select(k => new StripCell($"{d}.{k}", (PartState)((d + k) % 4), Score(1 + (k % 2))))]))])),
                            new ItemList([$"{In("差距", "gap ")}{Points(0.0105)}", Hostile], IsNumbered: true),
                        ]),
                        new("texts", In("组织实施", "Organisation"),
                        [
                            new Subheading(In("工作机制", "How it was organised")), new Paragraph(In("（此处待补充：建议）", "(to be written: recommendations)"), ParagraphKind.Gap), new Paragraph(Hostile, ParagraphKind.Note),
                        ]),
                    ],
                },
            ],
        };
    }
}
