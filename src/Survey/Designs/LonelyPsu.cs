namespace Survey;

/// <summary>What a stratum adds to the variance when only one of its PSUs was drawn and it has more of them.</summary>
/// <remarks>A PSU that is alone only in a domain is not lonely. Degrees of freedom are never changed. R: <c>options(survey.lonely.psu)</c>.</remarks>
public enum LonelyPsu
{
    /// <summary>The design is refused, and the error names the strata.</summary>
    Fail,

    /// <summary>Nothing, as if the PSU had been sure to be drawn. Too small if it was not. R: certainty, and remove.</summary>
    Certainty,

    /// <summary>The square of its distance from the mean of all PSUs: (1 - f)(z - mean)². Usually too large. At later stages the same as <see cref="Certainty"/>.</summary>
    Adjust,

    /// <summary>The average of the other strata. Refused where a later stage has a lonely unit.</summary>
    Average,
}
