namespace Survey;

/// <summary>Trimming of extreme weights.</summary>
public static class TrimmingVerbs
{
    /// <summary>Cuts weights at limits and gives what was cut off to the weights inside, in equal parts, so that their sum stays. R: <c>trimWeights</c>.</summary>
    /// <param name="design">The whole sample.</param>
    /// <param name="above">The greatest weight: a number, or <see cref="WeightLimit.Medians"/>; null for none.</param>
    /// <param name="below">The least weight; null for none.</param>
    /// <param name="strict">Whether it goes on until no weight is outside; otherwise what was given away may push some over a limit, which the log warns of.</param>
    /// <exception cref="ArgumentException">No limit is given, the lower is not below the upper, or the design is one of part of the people.</exception>
    /// <exception cref="SurveyDataException">The limits do not leave the sum of the weights, or trimming comes to no end.</exception>
    /// <remarks>Later variances take the factors as fixed. Trim before calibrating, or the margins are met no more; or calibrate with bounds. Rows of weight 0 stay as they are.</remarks>
    public static SurveyDesign Trim(this SurveyDesign design, WeightLimit? above = null, WeightLimit? below = null, bool strict = false) => Reweighting.Trim(design, Of(above, below, strict));

    /// <inheritdoc cref="Trim(SurveyDesign, WeightLimit?, WeightLimit?, bool)"/>
    public static ReplicateDesign Trim(this ReplicateDesign design, WeightLimit? above = null, WeightLimit? below = null, bool strict = false) => Reweighting.Trim(design, Of(above, below, strict));

    private static Trimming Of(WeightLimit? above, WeightLimit? below, bool strict) =>
        above is null && below is null
            ? throw new ArgumentException("No limit is given; give above or below, such as above: WeightLimit.Medians(5).", nameof(above))
            : new Trimming(above, below, strict);
}
