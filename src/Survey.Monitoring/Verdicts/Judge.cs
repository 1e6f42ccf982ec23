namespace Survey.Monitoring;

/// <summary>Judges a rule by evidence.</summary>
internal sealed class Judge
{
    // figures are printed with one or two decimals, so these are the roundings by which somebody may come to another verdict
    private static readonly int[] _usualDecimals = [2, 1];

    private readonly Evidence _evidence;
    private readonly Judgement _judgement;
    private readonly FigureSet _figures;
    private readonly ClauseBuilder _builder;

    public Judge(Evidence evidence, Judgement judgement)
    {
        Intervals.CheckLevel(judgement.Level);
        (_evidence, _judgement, _figures) = (evidence, judgement, evidence.Set.Copy());
        _builder = new ClauseBuilder(evidence, _figures);
    }

    public Verdict Of(Target rule)
    {
        Clause clause = _builder.Of(rule);
        Verdict verdict = Judged(clause).Verdict;
        return verdict with
        {
            Target = rule,
            Name = _evidence.Name,
            Judgement = _judgement,
            Review = _evidence.Review?.Decision,
            Rounded = Rounded(clause, verdict.Published),
            Waived = [.. _builder.Waived],
            ChancesOf = new(() => new PassChances(clause, _figures, _evidence).All),
            Detectable = Detectability.Of(verdict, _judgement.Alpha),
        };
    }

    private (Verdict Verdict, bool HasError) Judged(Clause clause) =>
        clause switch
        {
            Unassessed open => (Plain(open, PublishedVerdict.NotAssessed, ConfidenceVerdict.NotAssessed, double.NaN, double.NaN) with { Reasons = open.Reasons, Differences = open.Differences, Figures = Shown(open) }, false),
            Known known => (OfKnown(known), false),
            HalfSpace space => OfHalfSpace(space),
            Junction junction => OfJunction(junction),
            _ => throw new ArgumentException($"There is no clause of the kind {clause.GetType().Name}."),
        };

    private Verdict OfKnown(Known known) =>
        Plain(known, known.IsMet ? PublishedVerdict.Met : PublishedVerdict.NotMet, known.IsPublishedOnly ? ConfidenceVerdict.NotAssessed : known.IsMet ? ConfidenceVerdict.ConfirmedMet : ConfidenceVerdict.ConfirmedNotMet,
            known.IsPublishedOnly ? double.NaN : known.IsMet ? 0 : 1, known.IsPublishedOnly ? double.NaN : known.IsMet ? 1 : 0) with
        { Reasons = [known.Why] };

    private (Verdict, bool) OfHalfSpace(HalfSpace space)
    {
        ArmTest test = ArmTest.Of(space, _figures);
        Verdict verdict = Plain(space, Published(space, _judgement.Decimals), Confidence(test.PMet, test.PNotMet), test.PMet, test.PNotMet);
        return (verdict with { Figures = Arms.Of(space, _figures, _judgement, Confidence(test.PMet, test.PNotMet)), Reasons = test.Why is { } why ? [why] : [] }, test.HasError);
    }

    private (Verdict, bool) OfJunction(Junction junction)
    {
        (Verdict Verdict, bool HasError)[] arms = [.. junction.Arms.Select(Judged)];
        int k = arms.Count(arm => arm.HasError);
        double m = k <= 2 ? 1 : k / 2.0;
        Verdict[] assessed = [.. arms.Select(arm => arm.Verdict).Where(arm => arm.Confidence != ConfidenceVerdict.NotAssessed)];
        bool isWhole = assessed.Length == arms.Length;
        // one arm decides any-of, or denies all-of; for the other direction every arm must have its say
        double least(Func<Verdict, double> p) => assessed.Length == 0 ? double.NaN : Math.Min(1, m * assessed.Min(p));
        double greatest(Func<Verdict, double> p) => assessed.Length == 0 ? double.NaN : isWhole ? assessed.Max(p) : 1;
        double pMet = junction.IsAll ? greatest(arm => arm.PMet) : least(arm => arm.PMet);
        double pNotMet = junction.IsAll ? least(arm => arm.PNotMet) : greatest(arm => arm.PNotMet);
        ConfidenceVerdict confidence = Confidence(pMet, pNotMet);
        // the others all point one way, and the arm that is not assessed would decide
        if (confidence == ConfidenceVerdict.Undetermined && !isWhole && Array.TrueForAll(assessed, arm => arm.Confidence == (junction.IsAll ? ConfidenceVerdict.ConfirmedMet : ConfidenceVerdict.ConfirmedNotMet)))
            (confidence, pMet, pNotMet) = (ConfidenceVerdict.NotAssessed, double.NaN, double.NaN);
        return (Plain(junction, Published(junction, _judgement.Decimals), confidence, pMet, pNotMet) with { Arms = [.. arms.Select(arm => arm.Verdict)], NeedsAll = junction.IsAll, Multiplicity = m }, k > 0);
    }

    private Verdict Plain(Clause clause, PublishedVerdict published, ConfidenceVerdict confidence, double pMet, double pNotMet) =>
        new() { Target = clause.Rule, Published = published, Confidence = confidence, PMet = pMet, PNotMet = pNotMet, Level = _judgement.Level };

    private ConfidenceVerdict Confidence(double pMet, double pNotMet) =>
        double.IsNaN(pMet) ? ConfidenceVerdict.NotAssessed
        : pMet < _judgement.Alpha ? ConfidenceVerdict.ConfirmedMet
        : pNotMet < _judgement.Alpha ? ConfidenceVerdict.ConfirmedNotMet
        : ConfidenceVerdict.Undetermined;

    /// <summary>Three-valued: an arm that is not assessed leaves open what the others do not decide.</summary>
    private PublishedVerdict Published(Clause clause, int? decimals)
    {
        switch (clause)
        {
            case HalfSpace space:
                int sign = space.At(index => ValueOf(_figures[index], decimals)).Sign;
                return sign > 0 || (sign == 0 && !space.IsStrict) ? PublishedVerdict.Met : PublishedVerdict.NotMet;
            case Known known:
                return known.IsMet ? PublishedVerdict.Met : PublishedVerdict.NotMet;
            case Junction junction:
                PublishedVerdict decisive = junction.IsAll ? PublishedVerdict.NotMet : PublishedVerdict.Met;
                PublishedVerdict[] arms = [.. junction.Arms.Select(arm => Published(arm, decimals))];
                return arms.Contains(decisive) ? decisive : arms.Contains(PublishedVerdict.NotAssessed) ? PublishedVerdict.NotAssessed : junction.IsAll ? PublishedVerdict.Met : PublishedVerdict.NotMet;
            default:
                return PublishedVerdict.NotAssessed;
        }
    }

    private Rational ValueOf(Figure figure, int? decimals)
    {
        Rational value = _judgement.ConfirmedJudges && figure.Confirmed is { } confirmed ? Rational.Of(confirmed.Value) : figure.Exact;
        return decimals is { } places && figure is { Counts: null, IsProportion: true } ? value.Round(places + 2) : value;
    }

    private List<RoundedVerdict> Rounded(Clause clause, PublishedVerdict published)
    {
        var other = new List<RoundedVerdict>();
        foreach (int? decimals in (int?[])[null, .. _usualDecimals])
            if (decimals != _judgement.Decimals && Published(clause, decimals) is var then && then != published)
                other.Add(new RoundedVerdict(decimals, then));
        return other;
    }

    /// <summary>What there is of an arm that cannot be assessed, so that it can be shown all the same.</summary>
    private ArmFigures? Shown(Unassessed open) =>
        open.Figures.Count == 0 ? null : new ArmFigures(ArmKind.Other, _figures[open.Figures[0]], open.Figures.Count > 1 ? _figures[open.Figures[1]] : null, 0, true, new Contrast { Name = "", Value = double.NaN, StandardError = double.NaN, DegreesOfFreedom = double.NaN });
}

public abstract partial record Target
{
    /// <summary>Judges the rule.</summary>
    /// <param name="evidence">By which.</param>
    /// <param name="judgement">Level and rounding; by default 95 % and none.</param>
    public Verdict Judge(Evidence evidence, Judgement? judgement = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new Judge(evidence, judgement ?? new Judgement()).Of(this);
    }

    /// <summary>Judges the rule by a change between two waves.</summary>
    /// <param name="change">The earlier wave is both last year and the start.</param>
    /// <param name="judgement">Level and rounding; by default 95 % and none.</param>
    public Verdict Judge(Change change, Judgement? judgement = null) => Judge(Evidence.Of(change), judgement);
}
