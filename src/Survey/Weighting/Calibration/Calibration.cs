namespace Survey;

/// <summary>Calibration of weights to what is known of the population.</summary>
/// <remarks>
/// A step gives another design, whose weights stand in the column <see cref="Weight"/> and whose variances know of it: of a <see cref="SurveyDesign"/> by the residuals of the linearized variable in a regression on the calibration variables, weighted
/// by the weights before the step; of a <see cref="ReplicateDesign"/> because the step is taken in every replicate. Weights that were written to a file and read again are weights like any others: keep replicate weights beside them.
/// Rows of weight 0 stay as they are, and may lack the variables of the margins.
/// </remarks>
public static class Calibration
{
    /// <summary>The column of the weights after the last step.</summary>
    public const string Weight = Reweighting.Weight;

    /// <summary>Post-stratification: within each cell weights are multiplied so that they make its people. R: <c>postStratify</c>.</summary>
    /// <param name="design">The whole sample.</param>
    /// <param name="cells">The people, or their shares, of each cell.</param>
    /// <exception cref="ArgumentException">The margin is of a total, or the design is one of part of the people.</exception>
    /// <exception cref="SurveyDataException">A cell is empty in the sample or unknown in the population, or a variable is missing of somebody with a weight.</exception>
    public static SurveyDesign PostStratify(this SurveyDesign design, Margin cells) => Reweighting.Calibrate(design, PostStratification(cells));

    /// <inheritdoc cref="PostStratify(SurveyDesign, Margin)"/>
    public static ReplicateDesign PostStratify(this ReplicateDesign design, Margin cells) => Reweighting.Calibrate(design, PostStratification(cells));

    /// <summary>Raking: weights are multiplied by a factor of each level of each margin so that all margins are met. R: <c>rake</c>, whose alternation has the same limit.</summary>
    /// <param name="design">The whole sample.</param>
    /// <param name="margins">The people, or their shares, of each level of several variables.</param>
    /// <exception cref="ArgumentException">A margin is of a total, or the design is one of part of the people.</exception>
    /// <exception cref="NoConvergenceException">No weights meet all margins, as where a combination of levels has nobody in the sample.</exception>
    /// <exception cref="SurveyDataException">Margins contradict each other, a level is empty in the sample or unknown in the population, or a variable is missing of somebody with a weight.</exception>
    /// <remarks>Deming and Stephan (1940). The margins are met to 1e-10 of their size or better; <see cref="WeightStep.Convergence"/> says how.</remarks>
    public static SurveyDesign Rake(this SurveyDesign design, params IReadOnlyList<Margin> margins) => Reweighting.Calibrate(design, Raking(margins));

    /// <inheritdoc cref="Rake(SurveyDesign, IReadOnlyList{Margin})"/>
    public static ReplicateDesign Rake(this ReplicateDesign design, params IReadOnlyList<Margin> margins) => Reweighting.Calibrate(design, Raking(margins));

    /// <summary>Calibration: of all weights that meet the margins, those nearest to the weights before. R: <c>calibrate</c>.</summary>
    /// <param name="design">The whole sample.</param>
    /// <param name="margins">People of cells, totals of variables, the number of people. As in R a regression with an intercept is one with <see cref="Margin.Population"/> or a margin of cells.</param>
    /// <param name="distance">What near is: linear is the generalized regression estimator (GREG).</param>
    /// <param name="bounds">The least and the greatest factor.</param>
    /// <param name="constantInClusters">Whether all rows of a PSU have one factor, as members of a household whose weight shall be theirs. R: <c>aggregate.stage = 1</c>.</param>
    /// <exception cref="ArgumentException">No margin is given, one stands twice, bounds are lacking or cannot be, or the design is one of part of the people.</exception>
    /// <exception cref="NoConvergenceException">No weights (within the bounds) meet all margins.</exception>
    /// <exception cref="SurveyDataException">Margins contradict each other, a level is empty in the sample or unknown in the population, a variable is missing of somebody with a weight, or PSUs are rows.</exception>
    /// <remarks>Deville and Särndal (1992). Linear factors without bounds may be negative, which the log warns of.</remarks>
    public static SurveyDesign Calibrate(
        this SurveyDesign design, IReadOnlyList<Margin> margins, CalibrationDistance distance = CalibrationDistance.Linear, (double Lower, double Upper)? bounds = null, bool constantInClusters = false) =>
        Reweighting.Calibrate(design, Request(margins, distance, bounds, constantInClusters));

    /// <inheritdoc cref="Calibrate(SurveyDesign, IReadOnlyList{Margin}, CalibrationDistance, ValueTuple{double, double}?, bool)"/>
    public static ReplicateDesign Calibrate(
        this ReplicateDesign design, IReadOnlyList<Margin> margins, CalibrationDistance distance = CalibrationDistance.Linear, (double Lower, double Upper)? bounds = null, bool constantInClusters = false) =>
        Reweighting.Calibrate(design, Request(margins, distance, bounds, constantInClusters));

    private static CalibrationRequest PostStratification(Margin cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new CalibrationRequest("post-stratification", [OfCells(cells)], CalibrationDistance.Linear, null, false).Checked();
    }

    private static CalibrationRequest Raking(IReadOnlyList<Margin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        return new CalibrationRequest("raking", [.. margins.Select(OfCells)], CalibrationDistance.Raking, null, false).Checked();
    }

    private static CalibrationRequest Request(IReadOnlyList<Margin> margins, CalibrationDistance distance, (double Lower, double Upper)? bounds, bool constantInClusters)
    {
        ArgumentNullException.ThrowIfNull(margins);
        if (!Enum.IsDefined(distance))
            throw new ArgumentOutOfRangeException(nameof(distance), distance, "There is no such distance; give one that CalibrationDistance names.");
        return new CalibrationRequest("calibration", margins, distance, bounds, constantInClusters).Checked();
    }

    private static Margin OfCells(Margin margin) =>
        margin is { IsTotal: true } ? throw new ArgumentException($"The margin of {margin.Name} is a total or a mean; calibrate to it (Calibrate), which takes both.", nameof(margin)) : margin;
}
