using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;
using Survey.Reporting.Phrases;

namespace Survey.Reporting.Chapters;

/// <summary>Smoking by sex and age, second-hand smoke and cessation.</summary>
/// <param name="context">Of the report.</param>
internal sealed class SmokingChapter(ReportContext context) : Chapter(context)
{
    private readonly BreakdownTables _tables = new(context);

    /// <summary>Whether an indicator is of this chapter.</summary>
    public static bool Has(Indicator indicator) =>
        indicator.Id.StartsWith("smoking", StringComparison.Ordinal) || indicator.Id.StartsWith("second-hand", StringComparison.Ordinal) || indicator.Id.StartsWith("cessation", StringComparison.Ordinal) || indicator.Id.StartsWith("quit", StringComparison.Ordinal);

    public override Section? Make()
    {
        string title = In("吸烟与二手烟", "Smoking and second-hand smoke");
        Indicator[] all = [.. Study.Surveyed.Where(Has)];
        if (all.Length == 0)
            return Context.LeaveOut(title, In("研究中没有吸烟指标，或无法计算", "the study has no indicator of it, or it could not be estimated"));
        Indicator first = all.FirstOrDefault(own => own.Id == "smoking-current") ?? all[0];
        foreach ((string prefixes, string zh, string en) in (ReadOnlySpan<(string, string, string)>)[("second-hand", "二手烟暴露", "Second-hand smoke"), ("cessation|quit", "戒烟", "Cessation")])
            if (!Array.Exists(all, own => prefixes.Split('|').Any(prefix => own.Id.StartsWith(prefix, StringComparison.Ordinal))))
                Context.LeaveOut(In(zh, en), In("研究中没有该指标", "the study has no indicator of it"));
        return new Section("smoking", title, [])
        {
            Sections = Parts(
                Part("smoking-overall", In("总体水平", "Overall"), [Text($"{Listed(all)}。", $"{Listed(all)}."), Overall(all)]),
                Part("smoking-groups", In("不同人群的水平", "By group"), Groups(first)),
                Part("smoking-others", In("二手烟及其他", "Second-hand smoke and others"), Others([.. all.Where(own => own != first)])),
                Part("smoking-towns", In("各乡镇（街道）水平", "By town"), new TownBlocks(Context).Of(first))),
        };
    }

    private Words Listed(IReadOnlyList<Indicator> all) =>
        Words.Join(all.Select(own => Voice.Named(Voice.In(own.Name), Study.Shown(own))), In("；", "; "));

    private ReportTable Overall(IReadOnlyList<Indicator> all) => OverallTable.Of(Context, "smoking-rates", In("吸烟相关指标", "Smoking"), all);

    private IEnumerable<Block?> Groups(Indicator smoking)
    {
        foreach (GroupVariable group in Study.Groups)
            if (Context.Breakdowns.Of(smoking, group) is { } breakdown)
                yield return new Paragraph(new GroupPhrases(Voice).Groups(breakdown));
        string name = Voice.In(smoking.Name);
        if (Study.Groups.FirstOrDefault(own => own.Column == "ageGroup") is { } age && Study.Groups.FirstOrDefault(own => own.Column == "sex") is { } sex)
        {
            yield return AgeBySex(smoking, age, sex);
            yield return _tables.Profile("smoking-age-sex", In($"分性别、年龄组的{name}", $"{name} by age and sex"), smoking, age, sex);
        }
        if (Study.Groups.Count > 0)
            yield return _tables.ByGroups("smoking-by-group", In($"不同人群的{name}", $"{name} by group"), smoking);
    }

    /// <summary>Age groups by sex, with the total of each.</summary>
    private ReportTable? AgeBySex(Indicator smoking, GroupVariable age, GroupVariable sex)
    {
        IReadOnlyDictionary<(string, string), ShownEstimate> cells = Context.Breakdowns.Of(smoking, age, sex);
        if (cells.Count == 0 || Context.Breakdowns.Of(smoking, age) is not { } byAge || Context.Breakdowns.Of(smoking, sex) is not { } bySex)
            return null;
        IEnumerable<Cell> Cells(ShownEstimate? shown) => shown is null ? [ReportNumber.None, ReportNumber.None] : [shown.Value, shown.Limits];
        ShownEstimate? Of(Breakdown breakdown, string level) => breakdown.Rows.FirstOrDefault(row => row.Level == level)?.Shown;
        string all = In("合计", "All");
        return new ReportTable("smoking-age-by-sex", In($"分年龄组、性别的{Voice.In(smoking.Name)}", $"{Voice.In(smoking.Name)} by age and sex, in figures"),
            [WordColumn(age.Title, 1.5), .. sex.Levels.Select(own => own.Label).Append(all).SelectMany(label => (ReportColumn[])[new(Study.ValueHeading(smoking)) { Group = label }, new(Voice.IntervalName, ColumnKind.Interval) { Group = label }])],
            [
                .. age.Levels.Select(level => new ReportRow([level.Label, .. sex.Levels.SelectMany(own => Cells(cells.GetValueOrDefault((level.Level, own.Level)))), .. Cells(Of(byAge, level.Level))])),
                new ReportRow([all, .. sex.Levels.SelectMany(own => Cells(Of(bySex, own.Level))), .. Cells(Study.Shown(smoking))], RowKind.Total),
            ],
            _tables.Notes([.. cells.Values], []));
    }

    private IEnumerable<Block> Others(IReadOnlyList<Indicator> others)
    {
        foreach (Indicator own in others)
            foreach (GroupVariable group in Study.Groups.Where(group => group.Column is "sex" or "area"))
                if (Context.Breakdowns.Of(own, group) is { } breakdown)
                    yield return new Paragraph(Say($"{Voice.In(own.Name)}：{new GroupPhrases(Voice).Groups(breakdown)}", $"{Voice.In(own.Name)}. {new GroupPhrases(Voice).Groups(breakdown)}"));
        if (others.Count > 0 && Study.Groups.Count > 0)
            yield return _tables.ManyByGroups("smoking-others-by-group", In("不同人群的其他烟草指标", "Other smoking indicators by group"), others, own => Voice.In(own.Name));
    }
}

/// <summary>Indicators with respondents, rate and interval, a row each.</summary>
internal static class OverallTable
{
    public static ReportTable Of(ReportContext context, string id, string caption, IReadOnlyList<Indicator> all)
    {
        (ReportStudy study, Voice voice) = (context.Study, context.Voice);
        return new ReportTable(id, caption,
            [new(voice.In("指标", "Indicator"), ColumnKind.Text) { Room = 3 }, new(voice.In("人数", "Respondents")), new(voice.In("缺失", "Missing")), new(study.ValueHeading(all)), new(study.IntervalHeading(all), ColumnKind.Interval)],
            [.. all.Select(study.Shown).Zip(all).Select(own => new ReportRow([voice.In(own.Second.Name), ReportNumber.Count(own.First.Estimate.Respondents), ReportNumber.Count(own.First.Estimate.Missing), own.First.Value, own.First.Limits]))],
            new BreakdownTables(context).Notes([.. all.Select(study.Shown)], []));
    }
}

/// <summary>Indicators that no other chapter has: exercise, chronic diseases.</summary>
/// <param name="context">Of the report.</param>
internal sealed class OtherIndicatorsChapter(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        Indicator[] all = [.. Study.Surveyed.Where(own => !SmokingChapter.Has(own) && own.Id != "literacy" && !own.Id.StartsWith("literacy-", StringComparison.Ordinal))];
        if (all.Length == 0)
            return null;
        return new Section("others", In("其他健康行为与状况", "Other behaviour and health"), [.. Blocks(all)]);
    }

    private IEnumerable<Block> Blocks(IReadOnlyList<Indicator> all)
    {
        yield return OverallTable.Of(Context, "other-rates", In("其他指标", "Other indicators"), all);
        foreach (Indicator own in all)
            foreach (GroupVariable group in Study.Groups)
                if (Context.Breakdowns.Of(own, group) is { } breakdown)
                    yield return new Paragraph(Say($"{Voice.In(own.Name)}：{new GroupPhrases(Voice).Groups(breakdown)}", $"{Voice.In(own.Name)}. {new GroupPhrases(Voice).Groups(breakdown)}"));
        if (Study.Groups.Count > 0)
            yield return new BreakdownTables(Context).ManyByGroups("others-by-group", In("不同人群的其他指标", "Other indicators by group"), all, own => Voice.In(own.Name));
    }
}
