namespace Survey.Monitoring;

/// <summary>A part of a programme and its verdict.</summary>
/// <param name="Part">The part.</param>
/// <param name="Judged">The wave and the verdict.</param>
/// <param name="Given">The points that it gives as the document counts: all, none, or what a reviewer gave; conditions count 1 where the notice gives no points.</param>
/// <param name="Due">The day by which it is due.</param>
public sealed record PartVerdict(ProgrammePart Part, TargetVerdict Judged, decimal Given, DateOnly Due)
{
    /// <summary>The decision by which a reviewer gave other points than all or none; null where none did.</summary>
    public Review? Override { get; init; }

    /// <summary>The records and decisions that were handed in for it, in the order in which they were read; the survey's own figures are none of them.</summary>
    public IReadOnlyList<PartEvidence> Evidence { get; init; } = [];

    /// <summary>Whether it is met, and how sure.</summary>
    public Verdict Verdict => Judged.Verdict;

    /// <summary>Whether it waits for evidence.</summary>
    public bool IsAwaiting => Override is null && Verdict.Published == PublishedVerdict.NotAssessed;

    /// <summary>Whether it waits for what departments or reviewers hand in, and for nothing else.</summary>
    private bool AwaitsEvidence =>
        IsAwaiting && Judged.Target.OpenChoices.Count == 0 && Left().All(condition => condition.Target is ReviewTarget or EveryTownTarget or PrerequisiteTarget || IsUnrecorded(condition));

    /// <summary>What is left to do.</summary>
    public GapKind Gap =>
        IsAwaiting ? GapKind.Awaiting
        : Override is not null ? Given < Part.Points ? GapKind.NotMet : IsConfirmed ? GapKind.None : GapKind.NotConfirmed
        : Verdict.Published == PublishedVerdict.NotMet ? GapKind.NotMet
        : IsConfirmed ? GapKind.None : GapKind.NotConfirmed;

    /// <summary>Whether the evidence confirms the points that it gives: what records count, an interval bears or a reviewer decides, also where the reviewer gives other points for what is decided by review.</summary>
    public bool IsConfirmed => Verdict.Confidence == ConfidenceVerdict.ConfirmedMet || (Override is not null && Part.Rule is ReviewTarget);

    /// <summary>How far its figure is from what is asked, relative to that; 0 where it is reached or there is no figure.</summary>
    public double Distance =>
        Verdict.Conditions.Where(own => own is { Published: PublishedVerdict.NotMet, Figures: not null }).Select(own => RelativeTo(own.Figures!)).DefaultIfEmpty(0).Max();

    private static double RelativeTo(ArmFigures figures)
    {
        double scale = figures.Kind == ArmKind.Level ? Math.Abs((double)figures.Bound) : Math.Abs(figures.Other?.Value ?? 0);
        double distance = Math.Max(0, -figures.Margin.Value);
        return distance == 0 ? 0 : scale > 0 ? distance / scale : double.MaxValue;
    }

    /// <summary>What is lacking, in a few words: why it waits, or what its figure is.</summary>
    /// <param name="language">Of the words.</param>
    public string Lacking(Language language)
    {
        bool zh = language == Language.Chinese;
        if (Override is { } review)
            return review.Reason;
        string[] words = IsAwaiting && Judged.Target.OpenChoices.Count > 0
            ? [.. Judged.Target.OpenChoices.Select(choice => choice.In(language))]
            : [.. Left().Select(condition => LackingOf(condition, language)).Distinct()];
        return string.Join(zh ? "；" : "; ", words);
    }

    /// <summary>Conditions of which something is left to do.</summary>
    private IEnumerable<Verdict> Left() =>
        Verdict.Conditions.Where(condition => IsAwaiting ? condition.Published == PublishedVerdict.NotAssessed : condition.Published != PublishedVerdict.Met || condition.Confidence != ConfidenceVerdict.ConfirmedMet);

    private string LackingOf(Verdict condition, Language language)
    {
        bool zh = language == Language.Chinese;
        return condition.Target is ReviewTarget && condition.Published == PublishedVerdict.NotAssessed ? zh ? "待评审认定" : "a reviewer's decision"
            : IsUnrecorded(condition) ? $"{(zh ? "待填报：" : "a figure of ")}{(condition.Target.IndicatorName ?? Part.Name).In(language)}"
            : condition.Reasons.Count > 0 ? condition.Reasons[0].In(language)
            : FigureOf(condition, language);
    }

    /// <summary>Whether a condition waits for a record that nobody has handed in.</summary>
    private bool IsUnrecorded(Verdict condition) =>
        condition is { Published: PublishedVerdict.NotAssessed, Figures: null, Target: not (ReviewTarget or EveryTownTarget or PrerequisiteTarget or RankTarget) } && Part.Indicator is null;

    /// <summary>"现为11.20平方米，要求不低于12平方米".</summary>
    private static string FigureOf(Verdict condition, Language language)
    {
        Target rule = condition.Target;
        if (condition.Figures is not { } figures)
            return rule.ToText(language);
        if (rule is RelativeChangeTarget relative && double.IsFinite(figures.Relative))
            return ChangeOf(relative, figures, language);
        if (figures is { Kind: ArmKind.Points, Other: { } before, Difference: { } difference })
            return language == Language.Chinese ? $"较{before.Of}年{Moved(difference.Value, figures, language)}，要求{ChineseRule.Of(rule)}" : $"{Moved(difference.Value, figures, language)} on {before.Of}, asked {rule}";
        string value = ValueOf(figures.After, rule, language);
        if (rule is ReferenceTarget && figures.Other is { } reference)
            return language == Language.Chinese ? $"现为{value}，要求{ChineseRule.Of(rule, $"（{ValueOf(reference, rule, language)}）")}" : $"now {value}, asked {rule} ({ValueOf(reference, rule, language)})";
        return language == Language.Chinese ? $"现为{value}，要求{rule.ToText(language)}" : $"now {value}, asked {rule}";
    }

    /// <summary>"较2023年提高18.88%，要求提高20%".</summary>
    private static string ChangeOf(RelativeChangeTarget rule, ArmFigures figures, Language language)
    {
        bool zh = language == Language.Chinese, rises = rule.Direction == ChangeDirection.Rise;
        string moved = Moved(figures.Relative, figures, language), asked = Numbers.Plain(rule.Percent);
        return zh ? $"{ChineseRule.Subject(rule)}较{figures.Other!.Of}年{moved}，要求{(rises ? "提高" : "下降")}{asked}%" : $"{EnglishRule.Subject(rule)}{moved} on {figures.Other!.Of}, asked {(rises ? "up" : "down")} {asked} %";
    }

    /// <summary>"提高18.88%", "下降1.20个百分点".</summary>
    private static string Moved(double change, ArmFigures figures, Language language)
    {
        bool zh = language == Language.Chinese, isRelative = figures.Kind == ArmKind.Relative, isRate = figures.After.IsProportion;
        if (change == 0)
            return zh ? "没有变化" : "unchanged";
        string size = Numbers.Fixed(Math.Abs(isRelative || isRate ? 100 * change : change));
        string unit = isRelative ? zh ? "%" : " %" : !isRate ? "" : zh ? "个百分点" : " percentage points";
        string verb = change < 0 ? zh ? "下降" : "down " : !zh ? "up " : figures.IsUpward ? "提高" : "上升";
        return verb + size + unit;
    }

    private static string ValueOf(Figure figure, Target rule, Language language) =>
        rule is LevelTarget { Amount: { IsPercent: false } amount } ? amount.Of(figure.Value, language) : figure.IsProportion ? Amount.Percent(0).Of(figure.Value, language) : Numbers.Fixed(figure.Value);

    /// <summary>The verdict in words; of a part that waits for its survey what it waits for.</summary>
    /// <param name="language">Of the words.</param>
    public string LabelText(Language language)
    {
        bool zh = language == Language.Chinese;
        return Override is not null ? zh ? "评审酌定" : "points by review"
            : AwaitsEvidence ? zh ? "待补佐证" : "waiting for evidence"
            : Verdict.LabelText(language);
    }
}

/// <summary>What is left to do for a part, the most urgent first.</summary>
public enum GapKind
{
    /// <summary>It was assessed and is not reached.</summary>
    NotMet,

    /// <summary>It waits for evidence.</summary>
    Awaiting,

    /// <summary>It is reached as the document counts, and the sample does not confirm it.</summary>
    NotConfirmed,

    /// <summary>Nothing.</summary>
    None,
}
