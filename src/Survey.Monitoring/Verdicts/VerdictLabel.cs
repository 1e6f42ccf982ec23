namespace Survey.Monitoring;

/// <summary>Both answers in one word: what the document says first, what the sample can bear second.</summary>
public enum VerdictLabel
{
    /// <summary>达标（把握充分）.</summary>
    MetConfirmed,

    /// <summary>达标（把握有限）.</summary>
    MetNotConfirmed,

    /// <summary>未达标（差距在误差内）.</summary>
    NotMetWithinError,

    /// <summary>未达标（差距明确）.</summary>
    NotMetConfirmed,

    /// <summary>达标, where there is no interval.</summary>
    Met,

    /// <summary>未达标, where there is no interval.</summary>
    NotMet,

    /// <summary>暂不评定.</summary>
    NotAssessed,
}

/// <summary>Labels and their words.</summary>
public static class VerdictLabels
{
    /// <summary>The label of two answers. Where they contradict each other it follows the document, and the words say so.</summary>
    /// <param name="published">As the document counts.</param>
    /// <param name="confidence">What the sample can bear.</param>
    public static VerdictLabel Of(PublishedVerdict published, ConfidenceVerdict confidence) =>
        (published, confidence) switch
        {
            (PublishedVerdict.NotAssessed, _) => VerdictLabel.NotAssessed,
            (PublishedVerdict.Met, ConfidenceVerdict.ConfirmedMet) => VerdictLabel.MetConfirmed,
            (PublishedVerdict.Met, ConfidenceVerdict.NotAssessed) => VerdictLabel.Met,
            (PublishedVerdict.Met, _) => VerdictLabel.MetNotConfirmed,
            (_, ConfidenceVerdict.ConfirmedNotMet) => VerdictLabel.NotMetConfirmed,
            (_, ConfidenceVerdict.NotAssessed) => VerdictLabel.NotMet,
            _ => VerdictLabel.NotMetWithinError,
        };

    /// <summary>The label in words: "达标（把握有限）", "met, not confirmed".</summary>
    /// <param name="label">Of the seven.</param>
    /// <param name="language">Of the words.</param>
    public static string Text(this VerdictLabel label, Language language) =>
        (label, language) switch
        {
            (VerdictLabel.MetConfirmed, Language.Chinese) => "达标（把握充分）",
            (VerdictLabel.MetConfirmed, _) => "met, confirmed",
            (VerdictLabel.MetNotConfirmed, Language.Chinese) => "达标（把握有限）",
            (VerdictLabel.MetNotConfirmed, _) => "met, not confirmed",
            (VerdictLabel.NotMetWithinError, Language.Chinese) => "未达标（差距在误差内）",
            (VerdictLabel.NotMetWithinError, _) => "not met, within sampling error",
            (VerdictLabel.NotMetConfirmed, Language.Chinese) => "未达标（差距明确）",
            (VerdictLabel.NotMetConfirmed, _) => "not met, confirmed",
            (VerdictLabel.Met, Language.Chinese) => "达标",
            (VerdictLabel.Met, _) => "met",
            (VerdictLabel.NotMet, Language.Chinese) => "未达标",
            (VerdictLabel.NotMet, _) => "not met",
            (_, Language.Chinese) => "暂不评定",
            _ => "not assessed",
        };
}
