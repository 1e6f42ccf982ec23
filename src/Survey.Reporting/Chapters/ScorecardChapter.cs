using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>A programme, part by part: scores, what is met, and the tasks of each department.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ScorecardChapter(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        string title = In("方案评分", "Scorecard");
        if (Study.Scorecards.Count == 0)
            return Context.LeaveOut(title, In("研究文件没有指明方案", "the study names no programme"));
        return new Section("scorecard", title, []) { Sections = [.. Study.Scorecards.Select(Of)] };
    }

    /// <summary>按文件规则得分 X 分（满分按原文可计99分，第29项原文缺失，未作推定）；其中把握充分 Y 分，把握有限 Z 分；待补佐证 U 分，未达到 V 分。</summary>
    public static Words Lead(Voice voice, Scorecard card)
    {
        Score score = card.Score;
        (ReportNumber total, ReportNumber met, ReportNumber confirmed, ReportNumber limited, ReportNumber awaiting, ReportNumber not) = (ReportNumber.Score(score.Total), ReportNumber.Score(score.Met), ReportNumber.Score(score.Confirmed), ReportNumber.Score(score.NotConfirmed), ReportNumber.Score(score.Awaiting), ReportNumber.Score(score.NotMet));
        string[] missing = [.. card.Programme.Missing.Select(own => own.Number)];
        string name = voice.In(card.Programme.Name);
        if (!card.Programme.HasPoints)
            return voice.Say(
                $"{name}：按文件规则达到{met}项（共{total}项，原文未设分值）；其中把握充分{confirmed}项，把握有限{limited}项；待补佐证{awaiting}项，未达到{not}项。",
                $"{name}: {met} conditions met as the notice counts (of {total}; it gives no points); of these {confirmed} confirmed and {limited} not confirmed; {awaiting} wait for evidence, {not} not reached.");
        return voice.Say(
            $"{name}：按文件规则得分{met}分（满分按原文可计{total}分{(missing.Length > 0 ? $"，第{string.Join("、", missing)}项原文缺失，未作推定" : "")}）；其中把握充分{confirmed}分，把握有限{limited}分；待补佐证{awaiting}分，未达到{not}分。",
            $"{name}: {met} points as the notice counts (of {total} in it{(missing.Length > 0 ? $", item {string.Join(", ", missing)} is missing from its table and nothing is assumed of it" : "")}); of these {confirmed} confirmed and {limited} not confirmed; {awaiting} wait for evidence, {not} not reached.");
    }

    private Section Of(Scorecard card)
    {
        string id = card.Programme.Id;
        return new Section($"card-{id}", Voice.In(card.Programme.Name),
        [
            new Paragraph(Lead(Voice, card), ParagraphKind.Callout),
            new Paragraph(In($"依据：{card.Programme.Notice}。", $"By the notice {card.Programme.Notice}."), ParagraphKind.Note),
            .. card.Timing.Select(own => new Paragraph(own.ToText(Voice.Language))),
            Strip(card), Scores($"{id}-dimensions", In("各维度得分", "Scores by dimension"), In("维度", "Dimension"), card, card.ByDimension.Select(own => ($"{own.Dimension.Id} {Voice.In(own.Dimension.Name)}{Stated(own)}", own.Score))),
            Scores($"{id}-units", In("各责任单位得分", "Scores by department"), In("责任单位", "Department"), card, card.ByUnit.Select(own => (own.Unit is null ? In("原文未明确", "(none named)") : Voice.In(own.Unit.Name), own.Score))),
            new Paragraph(In("一项由几个单位负责的，分别计入各单位，故各单位之和大于合计。", "A part of several departments counts with each of them, so these add up to more than all."), ParagraphKind.Note),
            .. Tasks(card), .. Choices(card), .. Ranking(card), .. card.Notes.Select(note => new Paragraph(Voice.In(note), ParagraphKind.Note)),
        ]);
    }

    private string Stated((ProgrammeDimension Dimension, Score Score) own) =>
        own.Dimension.StatedPoints is { } stated && stated != own.Score.Total ? In($"（原文{ReportNumber.Score(stated).Digits(Language.Chinese)}分）", $" (the notice states {ReportNumber.Score(stated).Digits(Language.English)})") : "";

    private ReportFigure Strip(Scorecard card) => new($"{card.Programme.Id}-strip", In("各项完成情况", "Parts of the programme"),
        new StripChart(
            In($"色带图，每格为一项：把握充分{card.Parts.Count(own => StateOf(own) == PartState.Confirmed)}项，把握有限{card.Parts.Count(own => StateOf(own) == PartState.NotConfirmed)}项，待补佐证{card.Parts.Count(own => StateOf(own) == PartState.Awaiting)}项，未达到{card.Parts.Count(own => StateOf(own) == PartState.NotMet)}项。", $"Strips, a cell each part: {card.Parts.Count(own => StateOf(own) == PartState.Confirmed)} confirmed, {card.Parts.Count(own => StateOf(own) == PartState.NotConfirmed)} not confirmed, {card.Parts.Count(own => StateOf(own) == PartState.Awaiting)} waiting for evidence, {card.Parts.Count(own => StateOf(own) == PartState.NotMet)} not met."),
            [.. card.Programme.Dimensions.Select(dimension => new StripRow(Voice.In(dimension.Name), [.. card.Parts.Where(own => own.Part.Dimension == dimension.Id).Select(own => new StripCell(own.Part.Id, StateOf(own), ReportNumber.Score(card.Programme.HasPoints ? own.Part.Points ?? 0 : 1)))]))]),
        []);

    private static PartState StateOf(PartVerdict own) => own.Gap switch { GapKind.NotMet => PartState.NotMet, GapKind.Awaiting => PartState.Awaiting, GapKind.NotConfirmed => PartState.NotConfirmed, _ => PartState.Confirmed };

    private ReportTable Scores(string id, string caption, string what, Scorecard card, IEnumerable<(string What, Score Score)> scores)
    {
        ReportRow Row(string name, Score score, RowKind kind) => new([name, ReportNumber.Count(score.Parts), ReportNumber.Score(score.Total), ReportNumber.Score(score.Met), ReportNumber.Score(score.Confirmed), ReportNumber.Score(score.NotConfirmed), ReportNumber.Score(score.Awaiting), ReportNumber.Score(score.NotMet)], kind);
        return new ReportTable(id, caption,
            [WordColumn(what, 2.5), new(In("项数", "Parts")), new(card.Programme.HasPoints ? In("可计分", "Points") : In("条件", "Conditions")), new(In("达到", "Met")), new(In("把握充分", "Confirmed")), new(In("把握有限", "Not confirmed")), new(In("待补佐证", "Waiting")), new(In("未达到", "Not met"))],
            [.. scores.Select(own => Row(own.What, own.Score, RowKind.Body)), Row(In("合计", "All"), card.Score, RowKind.Total)], []);
    }

    private IEnumerable<Block> Tasks(Scorecard card)
    {
        IReadOnlyList<PartVerdict> gaps = card.Gaps;
        if (gaps.Count == 0)
            yield break;
        var rows = new List<ReportRow>();
        foreach (ProgrammeUnit? unit in card.Programme.Units.Append(null))
        {
            PartVerdict[] own = [.. gaps.Where(gap => unit is null ? gap.Part.Units.Count == 0 : gap.Part.Units.Contains(unit.Id))];
            if (own.Length == 0)
                continue;
            rows.Add(new ReportRow([unit is null ? In("原文未明确单位", "No department named") : Voice.In(unit.Name)], RowKind.Heading));
            rows.AddRange(own.Select(gap => TaskRow(card, gap)));
        }
        yield return new ReportTable($"{card.Programme.Id}-tasks", In("各责任单位任务清单", "Tasks by department"),
            [WordColumn(In("编号", "No."), 0.7), WordColumn(In("内容", "What"), 2.4), new(card.Programme.HasPoints ? In("分值", "Points") : In("条件", "Conditions")) { Room = 0.8 }, WordColumn(In("状态", "State"), 1.2), WordColumn(In("期限", "Due"), 1.4), WordColumn(In("还差什么", "What is lacking"), 3.5)],
            rows, [In("先列未达到，次列待补佐证，再列把握有限；各按分值与差距排列。几个单位共同负责的，在各单位下重复列出。", "Not met first, then waiting, then not confirmed; each by points and distance. What several departments answer for stands under each of them.")]);
    }

    private ReportRow TaskRow(Scorecard card, PartVerdict gap) =>
        new([gap.Part.Id, Voice.In(gap.Part.Name), ReportNumber.Score(card.Programme.WorthOf(gap.Part) - (gap.Gap == GapKind.NotConfirmed ? 0 : gap.Given)),
            gap.Gap switch { GapKind.NotMet => In("未达到", "not met"), GapKind.Awaiting => In("待补佐证", "waiting"), _ => In("把握有限", "not confirmed") }, SummaryChapter.Day(gap.Due), gap.Lacking(Voice.Language)]);

    private IEnumerable<Block> Choices(Scorecard card)
    {
        if (card.Choices.Count == 0)
            yield break;
        yield return new ReportTable($"{card.Programme.Id}-choices", In("原文未写明、由本研究选定的事项", "What the notice leaves open and the study chose"),
            [WordColumn(In("事项", "Question"), 3), WordColumn(In("原文", "The notice"), 3), WordColumn(In("选定", "Chosen"), 1.5)],
            [.. card.Choices.Select(own => new ReportRow([Voice.In(own.Choice.Question), own.Choice.Quote, own.Made is { } made ? ChoiceWords.Of(Voice, own.Choice.Id, made) : In("尚未选定", "not chosen")]))], []);
    }

    private IEnumerable<Block> Ranking(Scorecard card)
    {
        if (card.NoRanking is { } why)
            yield return new Paragraph(In($"部门排名：{why.In(Language.Chinese)}。", $"Ranking of departments: {why.In(Language.English)}."), ParagraphKind.Note);
        if (card.Ranking.Count > 0)
            yield return new ReportTable($"{card.Programme.Id}-ranking", In("部门排名", "Ranking of departments"),
                [new(In("名次", "Place")), WordColumn(In("部门", "Department"), 3), new(In("得分", "Score")), WordColumn(In("等次", "Grade"), 1.5), WordColumn(In("并列", "Tied"), 1)],
                [.. card.Ranking.Select(own => new ReportRow([ReportNumber.Count(own.Place), own.Unit, ReportNumber.Score(own.Score), own.HasGrade ? Voice.In(card.Programme.Ranking!.Grade) : ReportNumber.None, own.IsTied ? In("是", "yes") : ReportNumber.None]))], []);
    }
}

/// <summary>What a study chose, in words.</summary>
internal static class ChoiceWords
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["same"] = "同一年",
        ["latest"] = "最近公布的一年",
        ["county"] = "县（建成区）标准",
        ["city"] = "城市标准",
        ["district"] = "区标准",
        ["strict"] = "不含本数",
        ["inclusive"] = "含本数",
        ["on-average"] = "按年均",
        ["every-year"] = "逐年",
        ["at-least"] = "只须达到下限",
        ["both-ends"] = "两端均须符合",
        ["down"] = "舍去",
        ["up"] = "进一",
        ["nearest"] = "四舍五入",
        ["all"] = "并列者全部计入",
        ["none"] = "并列者均不计入",
        ["unknown"] = "未定",
    };

    /// <summary>A choice as readers of the report know it.</summary>
    public static string Of(Voice voice, string id, string made)
    {
        if (!voice.IsChinese)
            return made;
        if (Chinese.TryGetValue(made, out string? word))
            return word;
        return id is "adults" or "elderly" ? made.EndsWith('+') ? $"{made[..^1]}岁及以上" : $"{made.Replace("-", "～", StringComparison.Ordinal)}岁" : made;
    }
}

/// <summary>Every part of every programme, as the notice has them.</summary>
/// <param name="context">Of the report.</param>
internal sealed class PartsAppendix(ReportContext context) : Chapter(context)
{
    public override Section? Make() =>
        Study.Scorecards.Count == 0 ? null : new Section("parts", In("方案逐项结论", "Part by part"), [.. Study.Scorecards.Select(TableOf)]);

    private ReportTable TableOf(Scorecard card) => new($"{card.Programme.Id}-parts", In($"{Voice.In(card.Programme.Name)}逐项结论", $"{Voice.In(card.Programme.Name)}, part by part"),
        [WordColumn(In("编号", "No."), 0.7), WordColumn(In("内容", "What"), 2.4), WordColumn(In("要求", "Asked"), 2.8), new(card.Programme.HasPoints ? In("分值", "Points") : In("条件", "Conditions")) { Room = 0.7 }, new(In("得分", "Given")) { Room = 0.7 }, WordColumn(In("结论", "Verdict"), 1.8), WordColumn(In("依据", "Evidence"), 3)],
        [.. card.Parts.Select(own => new ReportRow([own.Part.Id, Voice.In(own.Part.Name), own.Judged.Target.Rule.ToText(Voice.Language), ReportNumber.Score(card.Programme.WorthOf(own.Part)), own.IsAwaiting ? (Cell)ReportNumber.None : ReportNumber.Score(own.Given), own.LabelText(Voice.Language), EvidenceOf(own)]))], []);

    private string EvidenceOf(PartVerdict own)
    {
        int towns = own.Evidence.Select(entry => entry.Town).OfType<string>().Distinct().Count();
        string[] all =
        [
            .. own.Evidence.Where(entry => entry.Town is null).Select(entry => entry.What.In(Voice.Language)), .. towns > 0 ? [In($"{towns}个镇（街道）已填报", $"handed in by {towns} towns")] : (string[])[],
            .. own.Verdict.Conditions.Any(condition => condition.Figures?.After.Source is FigureSource.Survey or FigureSource.Published) && !own.IsAwaiting ? [In("居民调查", "survey")] : (string[])[],
        ];
        return all.Length == 0 ? ReportNumber.None : string.Join(In("；", "; "), all);
    }
}
