namespace Survey;

/// <summary>What does not go together with unequal probabilities, and what is said of them beside results.</summary>
internal static class UnequalRules
{
    /// <summary>Refuses what the estimator cannot do.</summary>
    /// <param name="unequal">The estimator.</param>
    /// <param name="stages">How many stages of clusters there are.</param>
    /// <param name="later">How many population sizes of later stages are named.</param>
    /// <param name="merged">Whether strata are to be merged.</param>
    /// <param name="systematic">Whether successive differences are asked for.</param>
    /// <param name="rule">For lonely PSUs.</param>
    public static void Check(UnequalProbabilities unequal, int stages, int later, bool merged, bool systematic, LonelyPsu rule)
    {
        if (systematic)
            throw new SurveyDataException($"The first stage's variance is estimated by successive differences or by {unequal.Whose} estimator from the probabilities '{unequal.Column}', not by both; leave systematicOrder out, or the probabilities.");
        if (unequal.HasContributions)
            return;
        if (stages > 1 || later > 0)
            throw new SurveyDataException($"{unequal.Whose} estimator is of the first stage only, and {(stages > 1 ? $"clusters are named for {stages} stages" : "population sizes are given for later ones")}; name the PSU only, or choose Brewer's, which takes later stages.");
        if (merged)
            throw new SurveyDataException($"{unequal.Whose} estimator takes strata as they were drawn, and some are to be merged (collapse); leave the map out, or choose Brewer's.");
        if (rule is LonelyPsu.Adjust or LonelyPsu.Average)
            throw new SurveyDataException($"The lonely-PSU rule {rule} moves means or factors of strata, and {unequal.Whose} estimator has none; choose the lonely-PSU rule Certainty, or Brewer's estimator.");
    }

    /// <summary>Which estimator is in force.</summary>
    public static IEnumerable<string> Notes(UnequalProbabilities unequal, UnequalStage stage)
    {
        string how = unequal switch
        {
            { HasContributions: true } => "",
            { Kind: UnequalEstimator.HartleyRao, SumOfSquares: null, SumsOfSquaresColumn: null } => ", the sum of squared probabilities estimated from the sample; it may be negative, and there is then no standard error",
            _ => "; it may be negative, and there is then no standard error",
        };
        yield return $"PSUs were drawn without replacement with the probabilities '{unequal.Column}': their variance is estimated by {unequal.Whose} estimator{how}";
        int certain = stage.Probability.Count(probability => probability == 1);
        if (certain > 0)
            yield return $"{Invariant.Count(certain)} PSU{(certain == 1 ? " was" : "s were")} certain to be drawn and add{(certain == 1 ? "s" : "")} nothing to the variance of the first stage";
        if (stage.PairsOutside > 0)
            yield return $"{Invariant.Count(stage.PairsOutside)} of the joint probabilities given {(stage.PairsOutside == 1 ? "is" : "are")} of PSUs that are not in the sample";
    }
}
