namespace Survey.Monitoring;

/// <summary>Whether a target is met, as its document counts and with what confidence, arm by arm.</summary>
/// <remarks>
/// Two answers stand side by side. <see cref="Published"/> follows from point estimates alone, compared exactly, as notices count. <see cref="Confidence"/> says what the sample can bear: one level, one interval, α = (1 - level)/2 in each direction.
/// A rule of several arms is confirmed by p values: of any-of p_met = min(1, m · least), p_notmet = greatest; of all-of p_met = greatest, p_notmet = min(1, m · least); m = 1 for up to two arms with sampling error and k/2 beyond.
/// </remarks>
public sealed record Verdict
{
    /// <summary>The rule, or the arm of it.</summary>
    public required Target Target { get; init; }

    /// <summary>What the indicator is called; null where it has no name.</summary>
    public LocalText? Name { get; init; }

    /// <summary>As the document counts.</summary>
    public required PublishedVerdict Published { get; init; }

    /// <summary>What the sample can bear.</summary>
    public required ConfidenceVerdict Confidence { get; init; }

    /// <summary>The one-sided p value of "the target is not reached": below α it surely is. NaN where it cannot be assessed.</summary>
    public required double PMet { get; init; }

    /// <summary>The one-sided p value of "the target is reached".</summary>
    public required double PNotMet { get; init; }

    /// <summary>The level of intervals; α = (1 - level)/2.</summary>
    public required double Level { get; init; }

    /// <summary>The arms; empty where the rule is one condition.</summary>
    public IReadOnlyList<Verdict> Arms { get; init; } = [];

    /// <summary>Whether all arms are needed; false for any of them.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>m: by how much the least p value of several arms is multiplied.</summary>
    public double Multiplicity { get; init; } = 1;

    /// <summary>What is compared, where the rule is one condition on figures; null otherwise.</summary>
    public ArmFigures? Figures { get; init; }

    /// <summary>Why it cannot be assessed, or from what a count, rank or decision follows.</summary>
    public IReadOnlyList<LocalText> Reasons { get; init; } = [];

    /// <summary>Of an arm that cannot be assessed: in what its figures differ.</summary>
    public IReadOnlyList<ComparedBy> Differences { get; init; } = [];

    /// <summary>What it would be as published if figures were rounded, or were not: only where that differs.</summary>
    public IReadOnlyList<RoundedVerdict> Rounded { get; init; } = [];

    /// <summary>Differences that the study accepts, each with what differs.</summary>
    public IReadOnlyList<(LocalText Difference, Waiver Waiver)> Waived { get; init; } = [];

    /// <summary>The chance that the whole rule is met as published, for several truths. Empty where no figure has a sampling error.</summary>
    /// <remarks>Worked out when it is first asked for, with normal errors of this sample's size. Figures of indicators that are of different people are taken as independent.</remarks>
    public IReadOnlyList<PassChance> Chances => ChancesOf.Value;

    internal Lazy<IReadOnlyList<PassChance>> ChancesOf { get; init; } = new([]);

    /// <summary>What the sample could have shown; null where the rule is about no change.</summary>
    public Detectable? Detectable { get; init; }

    /// <summary>How it was judged.</summary>
    public Judgement Judgement { get; init; } = new();

    /// <summary>Before its p values were adjusted; null where they were not.</summary>
    internal Verdict? Unadjusted { get; init; }

    /// <summary>Over how many targets its p values were adjusted; 1 where they were not.</summary>
    public int Family { get; init; } = 1;

    /// <summary>The label of both answers together: "met, not confirmed".</summary>
    public VerdictLabel Label => VerdictLabels.Of(Published, Confidence);

    /// <summary>The label in words; of a rule that a reviewer decides, what was decided (已佐证, 待补佐证, 未达到, 部分达到).</summary>
    /// <param name="language">Of the words.</param>
    public string LabelText(Language language)
    {
        bool zh = language == Language.Chinese;
        return Target is not ReviewTarget ? Label.Text(language)
            : Published switch
            {
                PublishedVerdict.NotAssessed => zh ? "待补佐证" : "waiting for evidence",
                PublishedVerdict.Met => zh ? "已佐证" : "evidenced",
                _ when Review == ReviewDecision.PartlyMet => zh ? "部分达到（评审意见）" : "partly met, in the reviewer's view",
                _ => zh ? "未达到" : "not met",
            };
    }

    /// <summary>What the reviewer decided; null where there is no review.</summary>
    public ReviewDecision? Review { get; init; }

    /// <summary>Whether it is met as published although the sample confirms that it is not, which only rounding or a figure confirmed elsewhere can do.</summary>
    public bool IsContradictory => (Published, Confidence) is (PublishedVerdict.Met, ConfidenceVerdict.ConfirmedNotMet) or (PublishedVerdict.NotMet, ConfidenceVerdict.ConfirmedMet);

    /// <summary>All conditions of the rule, in order.</summary>
    internal IEnumerable<Verdict> Conditions => Arms.Count == 0 ? [this] : Arms.SelectMany(arm => arm.Conditions);

    /// <summary>The verdict in words.</summary>
    /// <param name="language">Of the words.</param>
    public string ToText(Language language) =>
        Unadjusted is not { } own ? language == Language.Chinese ? ChineseVerdict.Of(this) : EnglishVerdict.Of(this)
        : own.ToText(language) + (own.Confidence == Confidence ? "" : language == Language.Chinese ? $"经{Family}项多重比较校正后，不能确认。" : $" Adjusted over {Family} targets it is not confirmed.");

    /// <summary>The verdict in English.</summary>
    public override string ToString() => ToText(Language.English);
}

/// <summary>As a document counts.</summary>
public enum PublishedVerdict
{
    /// <summary>达标.</summary>
    Met,

    /// <summary>未达标.</summary>
    NotMet,

    /// <summary>暂不评定.</summary>
    NotAssessed,
}

/// <summary>What a sample can bear.</summary>
public enum ConfidenceVerdict
{
    /// <summary>The interval lies wholly where the target is reached.</summary>
    ConfirmedMet,

    /// <summary>The interval covers the target.</summary>
    Undetermined,

    /// <summary>The interval lies wholly where the target is not reached.</summary>
    ConfirmedNotMet,

    /// <summary>There is no interval.</summary>
    NotAssessed,
}

/// <summary>What it would be as published if figures were rounded otherwise.</summary>
/// <param name="Decimals">Of the per cent; null for figures as they are.</param>
/// <param name="Published">The verdict then.</param>
public sealed record RoundedVerdict(int? Decimals, PublishedVerdict Published);

/// <summary>What a sample could have shown of a change.</summary>
/// <param name="TrueChange">The true change that would be confirmed to meet the target with 80 % power: relative for a relative target, else a difference. A change exactly on the target is confirmed with probability α whatever the size of the sample. NaN where that is not known.</param>
/// <param name="IsRelative">Whether it is.</param>
/// <param name="TrueDifference">The true difference that would be shown different from 0 with 80 % power.</param>
/// <param name="IsProportion">Whether differences are of rates, so that 0.01 is a percentage point.</param>
public sealed record Detectable(double TrueChange, bool IsRelative, double TrueDifference, bool IsProportion);

/// <summary>The chance that a whole rule is met as published.</summary>
/// <param name="If">In which truth.</param>
/// <param name="Chance">From 0 to 1.</param>
public sealed record PassChance(LocalText If, double Chance)
{
    /// <summary>What kind of truth that is.</summary>
    internal PassTruth Truth { get; init; }

    /// <summary>The condition that it is about; null where it is about the whole rule.</summary>
    internal Target? Of { get; init; }
}

/// <summary>A truth for which the chance of passing is asked.</summary>
internal enum PassTruth
{
    /// <summary>Nothing changed.</summary>
    Unchanged,

    /// <summary>Nothing changed, and a change alone is asked for.</summary>
    UnchangedAlone,

    /// <summary>Nothing changed, and the area is like the reference.</summary>
    UnchangedAsReference,

    /// <summary>A condition is just reached.</summary>
    Boundary,

    /// <summary>What was estimated.</summary>
    Estimated,
}

/// <summary>The figures of one condition.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="After">The judged figure.</param>
/// <param name="Other">The earlier wave's figure or the reference's; null for a level.</param>
/// <param name="Bound">The number that a level is held against, or that a change is; in the unit of the figures, of a relative change the factor c of x1 ≥ c x0.</param>
/// <param name="IsUpward">Whether larger figures reach it.</param>
/// <param name="Margin">By how much it is reached: above 0 it is.</param>
public sealed record ArmFigures(ArmKind Kind, Figure After, Figure? Other, decimal Bound, bool IsUpward, Contrast Margin)
{
    /// <summary>After - other; null for a level.</summary>
    public Contrast? Difference { get; init; }

    /// <summary>Of a change: after / before - 1; NaN where the base is 0, not distinguishable from 0, or this is no change.</summary>
    public double Relative { get; init; } = double.NaN;

    /// <summary>Of a change: the confidence set of after / before; null for no change.</summary>
    public FiellerSet? Ratio { get; init; }

    /// <summary>Where a condition with a constant reference is confirmed: from which standard error of the reference on it would not be. NaN otherwise.</summary>
    public double ReferenceErrorLimit { get; init; } = double.NaN;

    /// <summary>The relative change with its interval, as fractions; NaN limits where the base is not distinguishable from 0.</summary>
    public (double Low, double High) RelativeInterval => Ratio is { Shape: FiellerShape.Interval } set ? (set.Low - 1, set.High - 1) : (double.NaN, double.NaN);
}

/// <summary>Answers by name, for programs.</summary>
internal static class VerdictNames
{
    public static string Called(this PublishedVerdict published) => published switch { PublishedVerdict.Met => "met", PublishedVerdict.NotMet => "not met", _ => "not assessed" };

    public static string Called(this ConfidenceVerdict confidence) =>
        confidence switch { ConfidenceVerdict.ConfirmedMet => "confirmed met", ConfidenceVerdict.ConfirmedNotMet => "confirmed not met", ConfidenceVerdict.Undetermined => "undetermined", _ => "not assessed" };
}
