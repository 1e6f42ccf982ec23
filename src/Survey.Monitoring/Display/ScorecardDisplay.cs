using System.Globalization;

namespace Survey.Monitoring;

/// <summary>A scorecard for people: the two scores, what is met and what is not, and what to do first.</summary>
internal sealed class ScorecardDisplay(Scorecard card, Language language)
{
    private readonly bool _zh = language == Language.Chinese;
    private readonly Programme _programme = card.Programme;

    private string Points => _programme.HasPoints ? Of("分", "points") : Of("项", "conditions");

    public Display Of()
    {
        Display display = new Display().Add($"{_programme.Name.In(language)}\n{_programme.Notice}\n\n{Lead()}\n\n").Add(Dimensions()).Add("\n");
        AddTiming(display);
        AddChoices(display);
        display.Add(Of("逐项结论\n\n", "Part by part\n\n")).Add(Parts()).Add("\n");
        AddFigures(display);
        AddPriorities(display);
        AddGroups(display);
        AddRanking(display);
        foreach (LocalText note in card.Notes)
            display.Add($"* {note.In(language)}");
        return display.TrimEnd();
    }

    /// <summary>按文件规则得分 X 分（满分按原文可计99分，第29项原文缺失，未作推定）；其中把握充分 Y 分，把握有限 Z 分；待补佐证 U 分。</summary>
    public string Lead()
    {
        Score score = card.Score;
        string total = Plain(score.Total), met = Plain(score.Met), confirmed = Plain(score.Confirmed), limited = Plain(score.NotConfirmed), awaiting = Plain(score.Awaiting), not = Plain(score.NotMet);
        string missing = string.Join("、", _programme.Missing.Select(own => own.Number));
        if (_zh)
            return _programme.HasPoints
                ? $"按文件规则得分{met}分（满分按原文可计{total}分{(missing.Length > 0 ? $"，第{missing}项原文缺失，未作推定" : "")}）；其中把握充分{confirmed}分，把握有限{limited}分；待补佐证{awaiting}分，未达到{not}分。"
                : $"按文件规则达到{met}项（共{total}项，原文未设分值）；其中把握充分{confirmed}项，把握有限{limited}项；待补佐证{awaiting}项，未达到{not}项。";
        string lacking = missing.Length > 0 ? $", item {missing.Replace("、", ", ", StringComparison.Ordinal)} is missing from its table and nothing is assumed of it" : "";
        return _programme.HasPoints
            ? $"{met} points as the notice counts (of {total} in it{lacking}); of these {confirmed} confirmed and {limited} not confirmed; {awaiting} wait for evidence, {not} not reached."
            : $"{met} conditions met as the notice counts (of {total}; it gives no points); of these {confirmed} confirmed and {limited} not confirmed; {awaiting} wait for evidence, {not} not reached.";
    }

    private TextTable Dimensions()
    {
        TextTable table = ScoreTable(Of("维度", "dimension"));
        foreach ((ProgrammeDimension dimension, Score score) in card.ByDimension)
            table.Add(Row($"{dimension.Id} {dimension.Name.In(language)}{(dimension.StatedPoints is { } stated && stated != score.Total ? Of($"（原文{Plain(stated)}分）", $" (the notice states {Plain(stated)})") : "")}", score));
        table.Add(Row(Of("合计", "all"), card.Score));
        return table;
    }

    private TextTable ScoreTable(string what) =>
        new(TextTable.Left(what), TextTable.Right(Of("项数", "parts")), TextTable.Right(_programme.HasPoints ? Of("可计分", "points") : Of("条件", "conditions")), TextTable.Right(Of("达到", "met")), TextTable.Right(Of("把握充分", "confirmed")), TextTable.Right(Of("把握有限", "not confirmed")),
            TextTable.Right(Of("待补佐证", "waiting")), TextTable.Right(Of("未达到", "not met")));

    private static string[] Row(string what, Score score) =>
        [what, Plain(score.Parts), Plain(score.Total), Plain(score.Met), Plain(score.Confirmed), Plain(score.NotConfirmed), Plain(score.Awaiting), Plain(score.NotMet)];

    private void AddTiming(Display display)
    {
        foreach (PhaseTiming timing in card.Timing)
            display.Add($"{timing.ToText(language)}\n");
        if (card.Timing.Count > 0)
            display.Add("\n");
    }

    private void AddChoices(Display display)
    {
        if (card.Choices.Count == 0)
            return;
        display.Add(Of("原文未写明、由本研究选定：\n", "Left open by the notice, and chosen by the study:\n"));
        foreach (ChoiceMade own in card.Choices)
            display.Add($"  {own.Choice.Id}: {own.Made ?? Of("尚未选定", "not chosen")} - {own.Choice.Question.In(language)} “{own.Choice.Quote}”\n");
        display.Add("\n");
    }

    private TextTable Parts()
    {
        var table = new TextTable(TextTable.Left(Of("编号", "no.")), TextTable.Left(Of("内容", "what")), TextTable.Left(Of("要求", "rule")), TextTable.Right(Of("分值", "points")), TextTable.Right(Of("得分", "given")), TextTable.Left(Of("结论", "verdict")), TextTable.Left(Of("依据", "evidence")));
        foreach (PartVerdict own in card.Parts)
            table.Add(own.Part.Id, own.Part.Name.In(language), own.Judged.Target.Rule.ToText(language), own.Part.Points is { } points ? Plain(points) : "-", own.IsAwaiting ? "-" : Plain(own.Given), own.LabelText(language), EvidenceOf(own));
        return table;
    }

    /// <summary>What was handed in; of towns how many handed in something.</summary>
    private string EvidenceOf(PartVerdict own)
    {
        int towns = own.Evidence.Select(entry => entry.Town).OfType<string>().Distinct().Count();
        IEnumerable<string> whole = own.Evidence.Where(entry => entry.Town is null).Select(entry => entry.What.In(language));
        string[] all = [.. whole, .. towns > 0 ? [Of($"{towns}个镇（街道）已填报", $"handed in by {towns} towns")] : (string[])[], .. own.Verdict.Conditions.Any(condition => condition.Figures?.After.Source is FigureSource.Survey or FigureSource.Published) && !own.IsAwaiting ? [Of("居民调查", "survey")] : (string[])[]];
        return string.Join(Of("；", "; "), all);
    }

    /// <summary>What was judged by figures and what a reviewer settled by points of his own, in sentences.</summary>
    private void AddFigures(Display display)
    {
        foreach (PartVerdict own in card.Parts.Where(own => own.Override is not null || own.Part.Indicator is not null || own.Verdict.Published == PublishedVerdict.NotMet))
        {
            display.Add($"{own.Part.Id} {own.Part.Name.In(language)} - {own.LabelText(language)}\n  “{own.Part.Quote}”\n  {(own.Judged.Target.OpenChoices.Count > 0 ? own.Lacking(language) : own.Verdict.ToText(language))}\n");
            if (own.Part.Note is { } note)
                display.Add($"  * {note.In(language)}\n");
            if (own.Override is { } review)
                display.Add(Of($"  * 评审给{Plain(own.Given)}分：{review.Reason}{(review.By is { } by ? $"（{by}）" : "")}\n", $"  * The reviewer gives {Plain(own.Given)} points: {review.Reason}{(review.By is { } role ? $" ({role})" : "")}\n"));
            foreach (string remark in own.Verdict.Notes(language))
                display.Add($"  * {remark}\n");
            display.Add("\n");
        }
    }

    private void AddPriorities(Display display)
    {
        IReadOnlyList<PartVerdict> gaps = card.Gaps;
        if (gaps.Count == 0)
            return;
        display.Add(Of("优先事项（先未达到，次待补佐证，再把握有限；各按分值与差距排序）\n\n", "What to do first (not met, then waiting, then not confirmed; each by points and distance)\n\n"));
        var table = new TextTable(TextTable.Right("#"), TextTable.Left(Of("编号", "no.")), TextTable.Left(Of("内容", "what")), TextTable.Right(Points), TextTable.Left(Of("状态", "state")), TextTable.Left(Of("责任单位", "departments")), TextTable.Left(Of("期限", "due")), TextTable.Left(Of("还差什么", "what is lacking")));
        foreach ((PartVerdict own, int k) in gaps.Select((own, k) => (own, k)))
            table.Add(Plain(k + 1), own.Part.Id, own.Part.Name.In(language), Plain(_programme.WorthOf(own.Part) - (own.Gap == GapKind.NotConfirmed ? 0 : own.Given)), StateOf(own.Gap), Assigned(own.Part), Day(own.Due), own.Lacking(language));
        display.Add(table).Add("\n");
    }

    private string StateOf(GapKind gap) => gap switch { GapKind.NotMet => Of("未达到", "not met"), GapKind.Awaiting => Of("待补佐证", "waiting"), _ => Of("把握有限", "not confirmed") };

    private string Assigned(ProgrammePart part) => ProgrammeWords.Units(_programme, part, language) is { Length: > 0 } units ? units : "-";

    private void AddGroups(Display display)
    {
        TextTable units = ScoreTable(Of("责任单位", "department"));
        foreach ((ProgrammeUnit? unit, Score score) in card.ByUnit)
            units.Add(Row(unit?.Name.In(language) ?? Of("原文未明确", "(none named)"), score));
        display.Add(units).Add(Of("一项由几个单位负责的，分别计入各单位。\n\n", "A part of several departments counts with each of them.\n\n"));
        TextTable phases = ScoreTable(Of("阶段", "phase"));
        foreach ((ProgrammePhase phase, Score score) in card.ByPhase)
            phases.Add(Row($"{phase.Name.In(language)} ({Of("至", "to ")}{Day(phase.Last)})", score));
        display.Add(phases).Add("\n");
    }

    private void AddRanking(Display display)
    {
        if (card.NoRanking is { } why)
            display.Add(Of($"部门排名：{why.Chinese}。\n", $"Ranking of departments: {why.English}.\n"));
        if (card.Ranking.Count == 0)
            return;
        UnitRanking rule = _programme.Ranking!;
        display.Add(Of(
            $"部门排名：{card.Ranking.Count}个部门，前{Plain(rule.TopShare)}%为{rule.Grade.Chinese}（{Plain(rule.TopShare * card.Ranking.Count / 100)}个，按rounding: {card.RankingChoices?.Rounding}取整；并列按ties: {card.RankingChoices?.Ties}）。“{rule.Quote}”\n",
            $"Ranking of {card.Ranking.Count} departments: the top {Plain(rule.TopShare)} % are {rule.Grade.English} ({Plain(rule.TopShare * card.Ranking.Count / 100)} of them; rounding: {card.RankingChoices?.Rounding}, ties: {card.RankingChoices?.Ties}, as the study chose). “{rule.Quote}”\n") + "\n");
        var table = new TextTable(TextTable.Right(Of("名次", "place")), TextTable.Left(Of("部门", "department")), TextTable.Right(Of("得分", "score")), TextTable.Left(Of("等次", "grade")), TextTable.Left(Of("并列", "tied")));
        foreach (RankedUnit own in card.Ranking)
            table.Add(Plain(own.Place), own.Unit, Plain(own.Score), own.HasGrade ? _programme.Ranking!.Grade.In(language) : "-", own.IsTied ? Of("是", "yes") : "");
        display.Add(table).Add("\n");
    }

    private static string Plain(decimal value) => ProgrammeWords.Plain(value);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Of(string zh, string en) => _zh ? zh : en;
}
