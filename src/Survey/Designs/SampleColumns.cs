namespace Survey;

/// <summary>The columns that say how a sample was drawn, as a design names them.</summary>
/// <param name="Weights">How many people a row stands for; or null.</param>
/// <param name="Strata">The stratum; or null.</param>
/// <param name="Clusters">The PSU and the units of later stages.</param>
/// <param name="PopulationSizes">One a stage, outermost first.</param>
/// <param name="Collapse">Strata to merge before variance is estimated; or null.</param>
/// <param name="Order">The order of the list from which PSUs were drawn systematically; or null.</param>
/// <param name="Unequal">With what probabilities PSUs were drawn; or null.</param>
internal sealed record SampleColumns(string? Weights, string? Strata, Names Clusters, Names PopulationSizes, IReadOnlyDictionary<string, string>? Collapse, string? Order, UnequalProbabilities? Unequal)
{
    /// <summary>How many stages there are: the clusters, or the rows where there are none.</summary>
    public int StageCount => Math.Max(1, Clusters.Count);

    /// <summary>Stages of which it is known how likely their units were drawn: unequal probabilities say it of the first, population sizes of those after it.</summary>
    public int KnownStages => (Unequal is null ? 0 : 1) + PopulationSizes.Count;

    /// <summary>A later stage counts only where every earlier one has a population size.</summary>
    public int CountedStages => Math.Min(StageCount, KnownStages + 1);

    public bool WeightsFollow => Weights is null && KnownStages > 0;

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => ((string?[])[Weights]).OfType<string>().Concat(Keys).Concat(Clusters.All).Distinct(StringComparer.Ordinal);

    /// <summary>Those that tell one unit that counts from another, and what is one number for all rows of a unit or group.</summary>
    public IEnumerable<string> Keys =>
        ((string?[])[Strata, .. Clusters.All.Take(CountedStages), .. PopulationSizes.All, Order, Unequal?.Column, Unequal?.SumsOfSquaresColumn]).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whether a column names units, so that a row without a value is none of the sample's.</summary>
    public bool IsKey(string name) => name == Strata || name == Order || Clusters.All.Contains(name);

    /// <summary>What a column of keys is in the design, for messages.</summary>
    public string RoleOf(string key) => key == Strata ? "strata" : key == Order && !Clusters.All.Contains(key) ? "order" : "clusters";

    /// <summary>Whether rows are the PSUs and need no number of their own.</summary>
    /// <param name="mayBe">Whether the design allows it.</param>
    // a row without a number of its own has only its merged stratum, which knows neither its weight nor its place on a list
    public bool RowsAreUnits(bool mayBe) => Clusters.Count == 0 && mayBe && Order is null && Unequal is null && !(Collapse is not null && WeightsFollow);

    /// <summary>Whether rows alike in their keys are of one unit; otherwise each row needs a unit of its own.</summary>
    /// <param name="rowsMayBeUnits">Whether rows that are PSUs may stay unnumbered.</param>
    public bool KeysTellUnits(bool rowsMayBeUnits) => Clusters.Count > 0 || RowsAreUnits(rowsMayBeUnits);
}
