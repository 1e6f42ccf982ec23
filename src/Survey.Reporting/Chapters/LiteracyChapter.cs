using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;
using Survey.Reporting.Phrases;

namespace Survey.Reporting.Chapters;

/// <summary>Health literacy: overall, by groups and places, its aspects and issues, and item by item.</summary>
/// <param name="context">Of the report.</param>
internal sealed class LiteracyChapter(ReportContext context) : Chapter(context)
{
    private static readonly string[] Aspects = ["literacy-knowledge", "literacy-behaviour", "literacy-skills"];
    private static readonly string[] Issues = ["literacy-scientific-view", "literacy-infectious-disease", "literacy-chronic-disease", "literacy-safety", "literacy-medical-care", "literacy-information"];

    private readonly BreakdownTables _tables = new(context);

    public override Section? Make()
    {
        string title = In("健康素养水平", "Health literacy");
        if (Study.Find("literacy") is not { } literacy)
            return Context.LeaveOut(title, In("研究中没有健康素养指标，或无法计算", "the study has no indicator of it, or it could not be estimated"));
        return new Section("literacy", title, [])
        {
            Sections = Parts(
                Part("literacy-overall", In("总体水平", "Overall"), Overall(literacy)),
                Part("literacy-groups", In("不同人群的水平", "By group"), Groups(literacy)),
                Part("literacy-aspects", In("三个方面", "Three aspects"), Several(Study.All(Aspects), "aspects", In("三个方面健康素养水平", "Literacy in three aspects"))),
                Part("literacy-issues", In("六类健康问题", "Six issues"), Several(Study.All(Issues), "issues", In("六类健康问题素养水平", "Literacy in six issues"))),
                Part("literacy-items", In("题目答对情况", "Items"), Items()),
                Part("literacy-towns", In("各乡镇（街道）水平", "By town"), new TownBlocks(Context).Of(literacy))),
        };
    }

    private IEnumerable<Block> Overall(Indicator literacy)
    {
        ShownEstimate shown = Study.Shown(literacy);
        yield return Text(
            $"{Voice.Named($"{Study.Year}年{Voice.In(literacy.Name)}", shown)}，调查应答{ReportNumber.Count(shown.Estimate.Respondents)}人。",
            $"In {Study.Year} {Sentence.Start(Voice.In(literacy.Name))} is {Voice.Estimate(shown)}, of {ReportNumber.Count(shown.Estimate.Respondents)} respondents.");
        if (Scales() is { Count: > 0 } scales)
            yield return new ReportTable("scores", In("健康素养得分", "Scores"),
                [WordColumn(In("量表", "Scale"), 2.5), new(In("题数", "Items")), new(In("满分", "Points")), new(In("具备分数线", "Literate from")), new(In("平均分", "Mean score")), new(Voice.IntervalName, ColumnKind.Interval), new(In("得分率（%）", "Mean share of points (%)")), new(In("Cronbach α系数", "Cronbach's alpha"))],
                [.. scales.Select(ScaleRow)],
                [In($"平均分为{(Study.IsWeighted ? "加权" : "")}均数；α系数反映题目间的一致性。", $"Mean scores are {(Study.IsWeighted ? "weighted" : "unweighted")}; alpha tells how items of a scale go together.")]);
    }

    private ReportRow ScaleRow(ScaleFigures own)
    {
        Interval interval = own.Mean.Interval(Voice.Level);
        return new ReportRow([Voice.In(own.Scale.Name), ReportNumber.Count(own.Scale.ItemCount), ReportNumber.Count(own.Scale.Points), ReportNumber.Count(own.Scale.Cut), ReportNumber.Of(own.Mean.Value), Cell.Interval(ReportNumber.Of(interval.Low), ReportNumber.Of(interval.High)), Voice.Rate(own.Mean.Value / own.Scale.Points), ReportNumber.Of(own.Alpha)],
            own.Scale.Kind == ScaleKind.Total ? RowKind.Total : RowKind.Body);
    }

    private IReadOnlyList<ScaleFigures> Scales() => Context.Items?.Scales ?? [];

    private IEnumerable<Block?> Groups(Indicator literacy)
    {
        var phrases = new GroupPhrases(Voice);
        foreach (GroupVariable group in Study.Groups)
            if (Context.Breakdowns.Of(literacy, group) is { } breakdown)
                yield return new Paragraph(phrases.Groups(breakdown));
        if (Study.Groups.Count == 0)
            yield break;
        yield return _tables.ByGroups("literacy-by-group", In("不同人群的健康素养水平", "Health literacy by group"), literacy);
        if (Study.Groups.FirstOrDefault(own => own.Column == "ageGroup") is { } age && Study.Groups.FirstOrDefault(own => own.Column == "sex") is { } sex)
            yield return _tables.Profile("literacy-age-sex", In("分性别、年龄组的健康素养水平", "Health literacy by age and sex"), literacy, age, sex);
    }

    private IEnumerable<Block> Several(IReadOnlyList<Indicator> indicators, string id, string caption)
    {
        if (indicators.Count == 0)
            yield break;
        yield return new Paragraph(Say($"{Listed(indicators)}。", $"{Listed(indicators)}."));
        yield return _tables.Bars($"{id}-figure", caption, indicators, ShortName);
        if (Study.Groups.Count > 0)
            yield return _tables.ManyByGroups($"{id}-by-group", In($"不同人群的{caption}", $"{caption} by group"), indicators, ShortName);
    }

    private Words Listed(IReadOnlyList<Indicator> indicators) =>
        Words.Join(indicators.Select(own => Voice.Named(Voice.In(own.Name), Study.Shown(own))), In("；", "; "));

    /// <summary>"基本技能" of "基本技能素养水平".</summary>
    private string ShortName(Indicator indicator)
    {
        string name = Voice.In(indicator.Name);
        string shorter = Voice.IsChinese ? name.Replace("素养水平", "", StringComparison.Ordinal) : name.Replace("Literacy in the ", "", StringComparison.Ordinal).Replace("Literacy in ", "", StringComparison.Ordinal);
        return shorter.Length == 0 ? name : char.ToUpperInvariant(shorter[0]) + shorter[1..];
    }

    private IEnumerable<Block> Items()
    {
        const int shown = 10;
        if (Context.Items is not { Items.Count: > 0 } analysis)
        {
            Context.LeaveOut(In("题目答对情况", "Items"), In("数据中没有逐题作答", "the data have no answers item by item"));
            yield break;
        }
        ItemFigures[] ordered = [.. analysis.Items.OrderBy(own => own.Right.Value)];
        yield return Text(
            $"全部{ReportNumber.Count(ordered.Length)}题的{(Study.IsWeighted ? "加权" : "")}答对率见{new ReferenceSpan("all-items")}；答对率最低和最高的题目见{new ReferenceSpan("items-extreme")}。",
            $"The {(Study.IsWeighted ? "weighted " : "")}share of right answers to all {ReportNumber.Count(ordered.Length)} items is in {new ReferenceSpan("all-items")}, the hardest and easiest items in {new ReferenceSpan("items-extreme")}.");
        int each = Math.Min(shown, ordered.Length / 2);
        yield return new ReportTable("items-extreme", In("答对率最低和最高的题目", "The hardest and the easiest items"), ItemTables.Columns(Voice),
            [
                new([In($"答对率最低的{each}题", $"The {each} hardest")], RowKind.Heading), .. ordered.Take(each).Select(own => ItemTables.Row(Study, own)),
                new([In($"答对率最高的{each}题", $"The {each} easiest")], RowKind.Heading), .. ordered.TakeLast(each).Reverse().Select(own => ItemTables.Row(Study, own)),
            ], []);
    }
}

/// <summary>Rows of items.</summary>
internal static class ItemTables
{
    public static IReadOnlyList<ReportColumn> Columns(Voice voice) =>
    [
        new(voice.In("题号", "Item"), ColumnKind.Text) { Room = 0.8 }, new(voice.In("题型", "Type"), ColumnKind.Text) { Room = 1 }, new(voice.In("所属方面", "Aspect"), ColumnKind.Text) { Room = 2 }, new(voice.In("所属健康问题", "Issue"), ColumnKind.Text) { Room = 1.8 },
        new(voice.In("答对率（%）", "Right (%)")), new(voice.In($"{voice.IntervalName}（%）", $"{voice.IntervalName} (%)"), ColumnKind.Interval),
    ];

    public static ReportRow Row(ReportStudy study, ItemFigures own)
    {
        Voice voice = study.Voice;
        ShownEstimate right = study.Show(own.Right);
        string Scale(string? id) => study.Wave.Instrument!.Scales.FirstOrDefault(scale => scale.Id == id) is { } scale ? voice.In(scale.Name) : ReportNumber.None;
        string type = own.Item.Type switch { ItemType.TrueFalse => voice.In("判断", "true/false"), ItemType.OneOption => voice.In("单选", "single"), _ => voice.In("多选", "multiple") };
        return new ReportRow([own.Item.Id, type, Scale(own.Item.Aspect), Scale(own.Item.Issue), right.Value, right.Limits]);
    }
}

/// <summary>An indicator by town, with a figure.</summary>
/// <param name="context">Of the report.</param>
internal sealed class TownBlocks(ReportContext context)
{
    public IEnumerable<Block> Of(Indicator indicator)
    {
        if (context.Study.Towns is not { } towns || context.Breakdowns.Of(indicator, towns) is not { } breakdown)
            yield break;
        Voice voice = context.Voice;
        var tables = new BreakdownTables(context);
        string name = voice.In(indicator.Name);
        yield return tables.ByTown($"{indicator.Id}-by-town", voice.In($"各乡镇（街道）{name}", $"{name} by town"), breakdown);
        int shown = breakdown.Rows.Count(row => row.Shown.Value.IsShown);
        if (2 * shown >= breakdown.Rows.Count(row => row.Shown.Estimate.Respondents > 0) && shown > 1) // a picture of marks says nothing
            yield return tables.TownFigure($"{indicator.Id}-towns", voice.In($"各乡镇（街道）{name}（按行政区划顺序）", $"{name} by town (in administrative order)"), breakdown);
    }
}
