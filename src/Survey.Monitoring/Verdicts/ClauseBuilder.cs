namespace Survey.Monitoring;

/// <summary>Puts the figures of some evidence into a rule.</summary>
/// <param name="evidence">Of which it is judged; references are added to its figures as they are met.</param>
/// <param name="figures">All figures, those of references too.</param>
internal sealed class ClauseBuilder(Evidence evidence, FigureSet figures)
{
    private const int FewestRespondents = 30;

    private static readonly Rational _one = Rational.Of(1m);

    private readonly Dictionary<Reference, int> _references = [];
    private readonly HashSet<(LocalText Difference, Waiver Waiver)> _waived = [];

    /// <summary>Differences that were met and accepted.</summary>
    public IReadOnlyCollection<(LocalText Difference, Waiver Waiver)> Waived => _waived;

    public Clause Of(Target rule) => evidence.OpenChoices.Count > 0 ? new Unassessed(rule, evidence.OpenChoices) : Of(rule, evidence.Indicator);

    private Clause Of(Target rule, string indicator)
    {
        indicator = rule.Indicator ?? indicator;
        return rule switch
        {
            AllOfTarget all => Junction(all, true, all.Arms, indicator),
            AnyOfTarget any => Junction(any, false, any.Arms, indicator),
            AreaTypeTarget byArea => ByArea(byArea, indicator),
            ChoiceTarget choice => new Unassessed(rule, [new($"未选定“{choice.Choice}”", $"nobody has chosen {choice.Choice}, one of {string.Join(", ", choice.Options.Select(own => own.Option))}")]),
            AboutTarget { Tolerance: null } about => new Unassessed(rule, [new($"“{about.Amount.Text(Language.Chinese)}左右”未说明允许相差多少", $"nobody has said how far from {about.Amount} it may be")]),
            EveryTownTarget everyTown => new TownClause(evidence, figures).Of(everyTown, indicator),
            PrerequisiteTarget prerequisite => Prerequisite(prerequisite),
            ReviewTarget => Reviewed(rule),
            RankTarget when evidence.NoRanking is { } why => new Unassessed(rule, [new($"得分文件无法读取（{why}）", $"the scores cannot be read: {why}")]),
            RankTarget rank => RankClause.Of(rank, evidence.Ranking),
            _ => OfWave(rule, indicator),
        };
    }

    private Clause OfWave(Target rule, string indicator)
    {
        (int now, Clause? why) = Judged(rule, indicator, evidence.Wave);
        return why ?? OfFigure(rule, indicator, now);
    }

    private Clause OfFigure(Target rule, string indicator, int now) =>
        rule switch
        {
            AboutTarget about when WhyOtherUnit(about.Amount, now) is { } why => new Unassessed(rule, [why]) { Figures = [now] },
            LevelTarget level when WhyOtherUnit(level.Amount, now) is { } why => new Unassessed(rule, [why]) { Figures = [now] },
            FullCoverageTarget when figures[now] is { Source: FigureSource.Administrative, Counts: null, IsProportion: false } => new Unassessed(rule, [new("全覆盖须有分子和分母，或百分比", "full coverage is of a numerator and a denominator, or of a rate, and the record is neither")]) { Figures = [now] },
            LevelTarget level => Level(rule, now, level.Comparison, level.Amount.Exact),
            AboutTarget about => new Junction(rule, true, [
                Level(new LevelTarget(TargetComparison.AtLeast, Less(about)), now, TargetComparison.AtLeast, about.Amount.Exact - about.Tolerance!.Exact),
                Level(new LevelTarget(TargetComparison.AtMost, More(about)), now, TargetComparison.AtMost, about.Amount.Exact + about.Tolerance!.Exact)]),
            FullCoverageTarget => Level(rule, now, TargetComparison.AtLeast, _one),
            ZeroEventsTarget => Level(rule, now, TargetComparison.AtMost, Rational.Of(0m)),
            RelativeChangeTarget relative => Since(rule, indicator, now, relative.Since, before => Relative(relative, before, now)),
            PointsChangeTarget or NoWorseTarget { MarginPoints: not 0 } when !figures[now].IsProportion => new Unassessed(rule, [new("该指标不是率，不能按百分点比较", "the figure is no rate, and percentage points are of rates")]) { Figures = [now] },
            PointsChangeTarget points => Points(points, indicator, now),
            NoWorseTarget noWorse => Since(rule, indicator, now, noWorse.Since, before => noWorse.IsSameSeason && WhySeasonUnknown(before, now) is { } why
                ? new Unassessed(rule, [why]) { Figures = [now, before] }
                : Change(rule, noWorse.Better, before, now, -Rational.Of(noWorse.MarginPoints, 100), isStrict: false)),
            ReferenceTarget reference => AgainstReference(reference, indicator, now),
            TrendTarget trend => Steps(rule, indicator, now, (before, after) => Change(rule, trend.Direction, before, after, Rational.Of(0m), isStrict: true)),
            _ => throw new ArgumentException($"There is no rule of the kind {rule.GetType().Name}."),
        };

    private Junction Junction(Target rule, bool isAll, IReadOnlyList<Target> arms, string indicator) =>
        arms.Count == 0
            ? throw new ArgumentException("A combination has no arms; give at least one.")
            : new Junction(rule, isAll, [.. arms.Select(arm => Of(arm, indicator)).SelectMany(arm => arm is Junction own && own.IsAll == isAll ? own.Arms : [arm])]);

    private Clause ByArea(AreaTypeTarget rule, string indicator) =>
        evidence.AreaKind is not { } kind ? new Unassessed(rule, [new("未说明本地区类型（市、县、区）", "the kind of the area is not declared; write area.kind")])
        : rule.Rules.FirstOrDefault(own => own.Kind == kind).Rule is { } own ? Of(own, indicator)
        : new Unassessed(rule, [new($"方案未规定{kind}的标准", $"the rule has no part for a {kind}")]);

    private Clause Prerequisite(PrerequisiteTarget rule) =>
        evidence.Prerequisites.GetValueOrDefault(rule.Of, PublishedVerdict.NotAssessed) switch
        {
            PublishedVerdict.NotAssessed => new Unassessed(rule, [new($"前提条件（{rule.Of}）待佐证", $"the prerequisite {rule.Of} is waiting for evidence")]),
            var verdict => new Known(rule, verdict == PublishedVerdict.Met, verdict == PublishedVerdict.Met
                ? new($"前提条件（{rule.Of}）已达到", $"the prerequisite {rule.Of} is met")
                : new($"前提条件（{rule.Of}）未达到", $"the prerequisite {rule.Of} is not met")),
        };

    private Clause Reviewed(Target rule) =>
        evidence.Review switch
        {
            null => new Unassessed(rule, [new("待补佐证", "waiting for evidence: no reviewer has decided")]),
            { Decision: ReviewDecision.Unknown } review => new Unassessed(rule, [new($"待补佐证（{review.Reason}）", $"waiting for evidence ({review.Reason})")]),
            { } review => new Known(rule, review.Decision == ReviewDecision.Met, new(
                $"{(review.Decision switch { ReviewDecision.Met => "已佐证", ReviewDecision.PartlyMet => "部分达到(评审意见)", _ => "未达到" })}（{review.Reason}）",
                $"{(review.Decision switch { ReviewDecision.Met => "evidenced", ReviewDecision.PartlyMet => "partly met, in the reviewer's view", _ => "not met" })} ({review.Reason})")),
        };

    /// <summary>Why a record cannot be held against a number of another unit; null where it can.</summary>
    private LocalText? WhyOtherUnit(Amount amount, int now)
    {
        Figure record = figures[now];
        return record.Source != FigureSource.Administrative ? null
            : amount.IsPercent && record is { IsProportion: false, Counts: null } ? new("要求是百分比，而填报数不是（应写如85 %，或分子和分母）", "the rule asks for a rate, and the record is none; write it such as 85 %, or as numerator and denominator")
            : !amount.IsPercent && amount.Scale != 1 && record.Counts is null ? new($"要求按每{Numbers.Plain(amount.Scale)}计，填报须有分子和分母", $"the rule is per {Numbers.Plain(amount.Scale)}, and the record has no numerator and denominator")
            : !amount.IsPercent && amount.Scale == 1 && record is { IsProportion: true, Counts: null } ? new("填报数是百分比，而要求不是", "the record is a rate, and the rule asks for a number")
            : amount.Scale == 1 && (amount.Unit, record.Unit) is ({ } asked, { } given) && asked != given ? new($"要求的单位是{asked}，填报的单位是{given}", $"the rule is in {asked}, and the record in {given}")
            : null;
    }

    private static HalfSpace Level(Target rule, int now, TargetComparison comparison, Rational amount)
    {
        Rational sign = comparison.IsUpward() ? _one : -_one;
        return new HalfSpace(rule, ArmKind.Level, [(now, sign)], -(sign * amount), comparison.IsStrict());
    }

    private static HalfSpace Relative(RelativeChangeTarget rule, int before, int now)
    {
        bool rises = rule.Direction == ChangeDirection.Rise;
        var factor = Rational.Of(rises ? 100 + rule.Percent : 100 - rule.Percent, 100);
        return new HalfSpace(rule, ArmKind.Relative, rises ? [(now, _one), (before, -factor)] : [(now, -_one), (before, factor)], Rational.Of(0m), IsStrict: false);
    }

    private static HalfSpace Change(Target rule, ChangeDirection direction, int before, int after, Rational least, bool isStrict)
    {
        Rational sign = direction == ChangeDirection.Rise ? _one : -_one;
        return new HalfSpace(rule, ArmKind.Points, [(after, sign), (before, -sign)], -least, isStrict);
    }

    private Clause Points(PointsChangeTarget rule, string indicator, int now)
    {
        var least = Rational.Of(rule.Points, 100);
        return rule.Yearly switch
        {
            Yearly.EveryYear => Steps(rule, indicator, now, (before, after) => Change(rule, rule.Direction, before, after, least, isStrict: false), yearApart: true),
            Yearly.OnAverage => Since(rule, indicator, now, rule.Since, before =>
                YearsBetween(before, now) is { } years and > 0
                    ? Change(rule, rule.Direction, before, now, least * Rational.Of((decimal)years), isStrict: false)
                    : new Unassessed(rule, [new("两次调查的年份未知，无法计算年均变化", "the years of the two waves are not known, so there is no change a year")])),
            _ => Since(rule, indicator, now, rule.Since, before => rule.Most is { } most
                ? new Junction(rule, true, [Change(rule, rule.Direction, before, now, least, isStrict: false), AtMostPoints(rule, before, now, Rational.Of(most, 100))])
                : Change(rule, rule.Direction, before, now, least, isStrict: false)),
        };
    }

    private static HalfSpace AtMostPoints(PointsChangeTarget rule, int before, int now, Rational most)
    {
        Rational sign = rule.Direction == ChangeDirection.Rise ? -_one : _one;
        return new HalfSpace(rule, ArmKind.Points, [(now, sign), (before, -sign)], most, IsStrict: false);
    }

    /// <summary>A condition on two waves, if they may be compared.</summary>
    private Clause Since(Target rule, string indicator, int now, string since, Func<int, Clause> make)
    {
        string? wave = since switch { Target.LastYear => evidence.LastYear, Target.Start => evidence.Start, _ => evidence.IndexOf(indicator, since) >= 0 ? since : OfYear(indicator, since) };
        if (wave is null)
            return new Unassessed(rule, [since == Target.Start
                ? new("未说明建设之初是哪一年的调查", "no wave is declared as the start of the programme (role: baseline)")
                : new("没有上一年的调查数据", "there is no survey of the year before")])
            { Figures = [now] };
        (int before, Clause? why) = Judged(rule, indicator, wave);
        return why ?? Compared(rule, before, now, make);
    }

    /// <summary>The wave of a year, whatever it is called.</summary>
    private string OfYear(string indicator, string year) =>
        figures.All.FirstOrDefault(figure => figure.Indicator == indicator && figure.Source != FigureSource.Reference && figure.Basis.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) == year)?.Of ?? year;

    private Clause Compared(Target rule, int before, int now, Func<int, Clause> make)
    {
        (Figure first, Figure last) = (figures[before], figures[now]);
        if (rule is RelativeChangeTarget && first.Exact.Sign == 0)
            return new Unassessed(rule, [new("基期率为0，相对变化无定义", $"the base, {first.Of}, is 0, so there is no relative change")]) { Figures = [now, before] };
        return IfComparable(rule, Comparability.OfWaves(first, last), [now, before], () => make(before));
    }

    /// <summary>A condition on every wave and the one before it, up to the judged one.</summary>
    private Clause Steps(Target rule, string indicator, int now, Func<int, int, Clause> make, bool yearApart = false)
    {
        string[] waves = [.. evidence.Waves.TakeWhile(wave => wave != evidence.Wave), evidence.Wave];
        if (waves.Length < 2)
            return new Unassessed(rule, [new("没有更早的调查数据", "there is no earlier wave")]) { Figures = [now] };
        var steps = new List<Clause>();
        foreach ((string from, string to) in waves.Zip(waves.Skip(1)))
        {
            (int before, Clause? noBefore) = Judged(rule, indicator, from);
            (int after, Clause? noAfter) = Judged(rule, indicator, to);
            steps.Add(noBefore ?? noAfter
                ?? (yearApart && YearsBetween(before, after) is not 1
                    ? new Unassessed(rule, [new($"{from}年与{to}年的调查不是相邻年份", $"{from} and {to} are not a year apart")])
                    : Compared(rule, before, after, first => make(first, after))));
        }
        return steps.Count == 1 ? steps[0] : new Junction(rule, true, steps);
    }

    private Clause AgainstReference(ReferenceTarget rule, string indicator, int now)
    {
        Reference? reference = rule.Given ?? Find(rule.Of, indicator, figures[now]);
        if (reference is null)
            return new Unassessed(rule, [figures[now].Basis.Year is { } year
                ? new($"{Areas.Chinese(rule.Of)}{year}年数据尚未公布", $"the figure of the {rule.Of} for {year} is not published")
                : new($"没有{Areas.Chinese(rule.Of)}的数据", $"there is no figure of the {rule.Of}")])
            { Figures = [now] };
        if (figures[now] is { Source: FigureSource.Administrative, Counts: null, IsProportion: var isRate } && isRate == reference.IsNumber)
            return new Unassessed(rule, [reference.IsNumber
                ? new($"{Areas.Chinese(rule.Of)}的数据不是率，填报数是百分比", $"the figure of the {rule.Of} is a number, and the record is a rate")
                : new($"{Areas.Chinese(rule.Of)}的数据是率（百分数或每千、每万），填报须有分子和分母或百分数", $"the figure of the {rule.Of} is a rate, in per cent or per thousand, and the record has neither a percent sign nor numerator and denominator")])
            { Figures = [now] };
        int index = IndexOf(reference, now);
        return IfComparable(rule, Comparability.OfReference(figures[index], figures[now], evidence.ReferenceYear), [now, index], () =>
        {
            Rational sign = rule.Comparison.IsUpward() ? _one : -_one;
            return new HalfSpace(rule, ArmKind.Reference, [(now, sign), (index, -sign)], Rational.Of(0m), rule.Comparison.IsStrict());
        });
    }

    /// <summary>That of the year asked for, and of several the one that differs least from the figure; where there is only one of another year that one, if its year is waived.</summary>
    private Reference? Find(string area, string indicator, Figure figure)
    {
        int? year = figure.Basis.Year;
        Reference[] all = [.. evidence.References.Where(own => own.Of == area && (own.Indicator ?? indicator) == indicator).OrderBy(own => Comparability.OfReference(own.Figure(indicator, figure.IsProportion), figure, ReferenceYear.LatestPublished).Count())];
        Reference? latest(IEnumerable<Reference> among) => among.Where(own => year is null || own.Basis.Year is null || own.Basis.Year <= year).MaxBy(own => own.Basis.Year ?? 0);
        return evidence.ReferenceYear == ReferenceYear.LatestPublished ? latest(all)
            : all.FirstOrDefault(own => year is null || own.Basis.Year is null || own.Basis.Year == year)
                ?? (evidence.Waivers.Any(waiver => waiver.Difference == ComparedBy.Year) ? latest(all) : null);
    }

    private int IndexOf(Reference reference, int now)
    {
        if (!_references.TryGetValue(reference, out int index))
        {
            _references[reference] = index = figures.Add(reference.Figure(figures[now].Indicator, figures[now].IsProportion));
            if (reference is { StandardError: > 0, Contains: { SharesInterviews: true, Weight: var weight } })
                Contain(reference, index, now, weight);
        }
        return index;
    }

    /// <summary>p - P = (1 - w)(p - p of the rest), so the covariance of p and P is w V_p, with every figure of the area.</summary>
    private void Contain(Reference reference, int index, int now, double weight)
    {
        double variance = figures.Covariance(now, now);
        if (reference.StandardError * reference.StandardError < weight * weight * variance)
            throw new SurveyDataException(FormattableString.Invariant(
                $"The {reference.Of} is said to hold {weight:0.####} of its weight in this area, whose own error would then make its standard error at least {weight * Math.Sqrt(variance):0.######}, and it is {reference.StandardError:0.######}; correct its standard error or its share, or say that its interviews are others."));
        for (int k = 0; k < figures.All.Count; k++)
            if (k != index && figures[k].Source == FigureSource.Survey && figures[k].Indicator == figures[now].Indicator && double.IsFinite(figures.Covariance(k, now)))
                figures.Relate(k, index, weight * figures.Covariance(k, now), share: false);
    }

    private Clause IfComparable(Target rule, IEnumerable<(ComparedBy By, LocalText Why)> differences, int[] of, Func<Clause> make)
    {
        (ComparedBy By, LocalText Why)[] all = [.. differences];
        (ComparedBy By, LocalText Why)[] open = [.. all.Where(own => evidence.Waivers.All(waiver => waiver.Difference != own.By))];
        if (open.Length > 0)
            return new Unassessed(rule, [.. open.Select(own => own.Why)]) { Differences = [.. open.Select(own => own.By)], Figures = of };
        foreach ((ComparedBy by, LocalText why) in all)
            _waived.Add((why, evidence.Waivers.First(waiver => waiver.Difference == by)));
        return make();
    }

    /// <summary>The figure of an indicator in a wave, or why there is none to judge by.</summary>
    private (int Index, Clause? Why) Judged(Target rule, string indicator, string wave)
    {
        int index = evidence.IndexOf(indicator, wave);
        if (index < 0 || evidence.Missing.ContainsKey((indicator, wave)))
            return (-1, new Unassessed(rule, [evidence.Missing.GetValueOrDefault((indicator, wave)) ?? new($"没有{wave}年的数据", $"there is no figure of {wave}")]));
        Figure figure = figures[index];
        if (double.IsNaN(figure.Value))
            return (-1, new Unassessed(rule, [new($"{wave}年无人作答", $"nobody answered in {wave}")]));
        if (figure.Respondents is < FewestRespondents and var few && figure.IsSampled)
            return (-1, new Unassessed(rule, [new($"{wave}年应答者不足{FewestRespondents}人（{few}人）", $"fewer than {FewestRespondents} people answered in {wave} ({few})")]));
        if (evidence.Ages is { } ages && wave == evidence.Wave && IfComparable(rule, Comparability.OfTarget(ages, figure), [index], () => new Known(rule, true, new(null, null))) is Unassessed other)
            return (-1, other);
        return (index, null);
    }

    /// <summary>Seasons that differ are found with all other differences; here it is asked that they be known. Null where they are.</summary>
    private LocalText? WhySeasonUnknown(int before, int now) =>
        new[] { before, now }.Select(index => figures[index]).FirstOrDefault(figure => figure.Basis.Fieldwork is null) is { } figure
            ? new($"“同期”须知道两次调查的时间，{figure.Of}年的未说明", $"the rule asks for the same season, and when {figure.Of} was surveyed is not known (fieldwork)")
            : null;

    private int? YearsBetween(int before, int after) => figures[after].Basis.Year - figures[before].Basis.Year;

    private static Amount Less(AboutTarget about) => SameUnit(about.Amount, about.Amount.Value - Tolerance(about));

    private static Amount More(AboutTarget about) => SameUnit(about.Amount, about.Amount.Value + Tolerance(about));

    private static decimal Tolerance(AboutTarget about) => about.Tolerance!.Value * about.Amount.Scale / about.Tolerance.Scale;

    private static Amount SameUnit(Amount amount, decimal value) => amount.IsPercent ? Amount.Percent(value) : amount.Scale == 1 ? Amount.Number(value, amount.Unit) : Amount.Per(value, amount.Scale, amount.Unit);
}
