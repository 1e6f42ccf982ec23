namespace Survey.Monitoring;

/// <summary>The figures of a condition as a reader sees them.</summary>
internal static class Arms
{
    public static Contrast MarginOf(HalfSpace space, FigureSet figures) =>
        figures.Combine(space.Rule.ToString(), [.. space.Terms.Select(term => (term.Figure, term.Coefficient.ToDouble()))], space.Constant.ToDouble());

    public static ArmFigures Of(HalfSpace space, FigureSet figures, Judgement judgement, ConfidenceVerdict confidence)
    {
        (int now, Rational coefficient) = space.Terms[0];
        Figure after = figures[now];
        bool isUpward = coefficient.Sign > 0;
        if (space.Terms.Count == 1)
            return new ArmFigures(space.Kind, after, null, ToDecimal(-(space.Constant / coefficient)), isUpward, MarginOf(space, figures));
        (int other, Rational second) = space.Terms[1];
        Contrast difference = figures.Combine("difference", [(now, 1), (other, -1)], 0);
        decimal bound = space.Kind == ArmKind.Relative ? ToDecimal(-(second / coefficient)) : ToDecimal(-(space.Constant / coefficient));
        var own = new ArmFigures(space.Kind, after, figures[other], bound, isUpward, MarginOf(space, figures)) { Difference = difference };
        return space.Kind == ArmKind.Reference
            ? own with { ReferenceErrorLimit = ErrorLimit(figures[other], difference, confidence, judgement.Alpha) }
            : WithRatio(own, figures.Covariance(now, other), judgement);
    }

    private static ArmFigures WithRatio(ArmFigures arm, double covariance, Judgement judgement)
    {
        (Figure before, Figure after) = (arm.Other!, arm.After);
        if (before.Value == 0)
            return arm;
        double t = Intervals.T(judgement.Level, arm.Difference!.DegreesOfFreedom);
        FiellerSet set = FiellerSet.Of(before.Value, after.Value, before.StandardError * before.StandardError, after.StandardError * after.StandardError, covariance, t, before.IsProportion);
        return arm with { Relative = set.G >= 1 ? double.NaN : after.Value / before.Value - 1, Ratio = set };
    }

    /// <summary>(|difference| / t)² = V + se_P²: beyond that standard error of the reference t · se covers the difference.</summary>
    private static double ErrorLimit(Figure reference, Contrast difference, ConfidenceVerdict confidence, double alpha)
    {
        if (reference.StandardError != 0 || confidence is not (ConfidenceVerdict.ConfirmedMet or ConfidenceVerdict.ConfirmedNotMet) || !(difference.StandardError > 0))
            return double.NaN;
        double reach = difference.Value / StudentT.UpperQuantile(alpha, difference.DegreesOfFreedom);
        return Math.Sqrt(Math.Max(0, reach * reach - difference.StandardError * difference.StandardError));
    }

    // thresholds have few digits: this is exact but for x · 1/3
    private static decimal ToDecimal(Rational value) => (decimal)value.ToDouble();
}

/// <summary>What a sample could have shown of a change, with 80 % power.</summary>
internal static class Detectability
{
    private const double Power = 0.80;

    /// <summary>Of the first condition on a change.</summary>
    public static Detectable? Of(Verdict verdict, double alpha)
    {
        ArmFigures? arm = verdict.Conditions.Select(condition => condition.Figures).FirstOrDefault(own => own is { Kind: ArmKind.Relative or ArmKind.Points, Margin.StandardError: > 0 });
        if (arm is not { Other: { } before, Difference: { } difference } || !(difference.StandardError > 0))
            return null;
        double margin = Reach(arm.Margin, alpha), after = (double)arm.Bound * (arm.Kind == ArmKind.Relative ? before.Value : 1) + (arm.Kind == ArmKind.Relative ? 0 : before.Value) + (arm.IsUpward ? margin : -margin);
        bool isPossible = !before.IsProportion || after is >= 0 and <= 1;
        double change = !isPossible ? double.NaN : arm.Kind == ArmKind.Relative ? after / before.Value - 1 : after - before.Value;
        return new Detectable(change, arm.Kind == ArmKind.Relative, Reach(difference, alpha), before.IsProportion);
    }

    private static double Reach(Contrast margin, double alpha) => (StudentT.UpperQuantile(alpha, margin.DegreesOfFreedom) + StudentT.UpperQuantile(1 - Power, margin.DegreesOfFreedom)) * margin.StandardError;
}
