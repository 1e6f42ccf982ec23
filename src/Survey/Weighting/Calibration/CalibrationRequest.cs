namespace Survey;

/// <summary>What a step of calibration is asked for.</summary>
/// <param name="Verb">"post-stratification", "raking" or "calibration".</param>
/// <param name="Margins">What is known.</param>
/// <param name="Distance">The form of the factors.</param>
/// <param name="Bounds">Of the factors; null where there are none.</param>
/// <param name="IsConstantInClusters">Whether all rows of a PSU have one factor.</param>
internal sealed record CalibrationRequest(string Verb, IReadOnlyList<Margin> Margins, CalibrationDistance Distance, (double Lower, double Upper)? Bounds, bool IsConstantInClusters)
{
    public CalibrationFunction Function => new(Distance, Bounds?.Lower ?? double.NegativeInfinity, Bounds?.Upper ?? double.PositiveInfinity);

    /// <summary>Whether no factor is negative, so that means lie within their values.</summary>
    public bool KeepsWeightsPositive => Distance != CalibrationDistance.Linear || Bounds is { Lower: >= 0 };

    /// <summary>What the log calls it: "calibration (linear, bounded)".</summary>
    public string What => Verb == "calibration" ? $"calibration ({Distance.ToString().ToLowerInvariant()}{(Bounds is null ? "" : ", bounded")}{(IsConstantInClusters ? ", constant in clusters" : "")})" : Verb;

    /// <summary>The columns of the margins, each once.</summary>
    public IReadOnlyList<string> Columns => [.. Margins.SelectMany(margin => margin.Variables).SelectMany(variable => variable.Of.Columns).Distinct()];

    /// <summary>" with factors between 0.5 and 2", or nothing.</summary>
    public string WithinBounds => Bounds is var (lower, upper) ? $" with factors between {Invariant.Text(lower)} and {Invariant.Text(upper)}" : "";

    public string WayOut =>
        Bounds is not null ? "widen the bounds, merge cells that are small in the sample, or leave a margin out"
        : Distance == CalibrationDistance.Linear ? "merge cells that are small in the sample, or leave a margin out"
        : "some combination of levels has nobody in the sample: merge cells that are small in the sample, or leave a margin out";

    /// <summary>Refuses what cannot be.</summary>
    public CalibrationRequest Checked()
    {
        if (Margins.Count == 0)
            throw new ArgumentException("No margin is given; give at least one, such as Margin.Counts(\"sex\", (\"female\", 5_100), (\"male\", 4_900)).", nameof(Margins));
        if (Margins.Any(margin => margin is null))
            throw new ArgumentException("A margin is null.", nameof(Margins));
        if (Margins.GroupBy(margin => margin.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The margin of {twice.Key} is given twice; give each once.", nameof(Margins));
        if (Bounds is null && Distance == CalibrationDistance.Logit)
            throw new ArgumentException("The distance Logit has bounds of the factors; give them, such as (0.4, 2.5).", nameof(Bounds));
        if (Bounds is var (lower, upper) && !(lower < 1 && upper > 1 && double.IsFinite(lower) && double.IsFinite(upper) && (Distance == CalibrationDistance.Linear || lower >= 0)))
            throw new ArgumentOutOfRangeException(nameof(Bounds), Bounds, $"Bounds of factors are finite, the lower below 1{(Distance == CalibrationDistance.Linear ? "" : " and not negative")} and the upper above 1, such as (0.4, 2.5).");
        return this;
    }
}
