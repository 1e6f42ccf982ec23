namespace Survey;

/// <summary>Finds groups of which one unit was drawn, and refuses what the chosen rule cannot do with them.</summary>
internal static class LonelyUnits
{
    private const int MostNamed = 100;

    public static void Check(Sample sample, LonelyPsu rule)
    {
        for (int s = 0; s < sample.Stages.Count; s++)
        {
            Stage stage = sample.Stages[s];
            int[] lonely = [.. Enumerable.Range(0, stage.GroupCount).Where(stage.IsLonely)];
            if (lonely.Length == 0 || rule is LonelyPsu.Certainty or LonelyPsu.Adjust || rule == LonelyPsu.Average && s == 0)
                continue;
            string groups = string.Join(", ", lonely.Take(MostNamed).Select(stage.NameOf)) + (lonely.Length > MostNamed ? $", ... ({lonely.Length} in all)" : "");
            throw new SurveyDataException(
                rule == LonelyPsu.Average ? $"At stage {s + 1} one unit was drawn from {groups}, and the rule Average is for the first stage only; choose Certainty or Adjust."
                : stage.Unequal is { } unequal ? Unequal(groups, lonely.Length, unequal.Kind == UnequalEstimator.Brewer)
                : s == 0 ? FirstStage(groups, lonely.Length, stage.GroupCount)
                : LaterStage(groups, s + 1));
        }
    }

    private static string FirstStage(string strata, int count, int all) =>
        all == 1 ? $"One PSU was drawn from {strata} and there is no other stratum, so the variance cannot be estimated; name as clusters the units that were drawn, give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty."
        : $"One PSU was drawn from {strata}, so {(count == 1 ? "its variance" : "their variance")} cannot be estimated; merge {(count == 1 ? "it" : "each")} with a stratum like it (collapse), give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty, Adjust or Average.";

    private static string Unequal(string strata, int count, bool takesRules) =>
        $"Chance drew one PSU from {strata} (not counting those of probability 1), so {(count == 1 ? "its variance" : "their variance")} cannot be estimated; "
        + (takesRules ? $"merge {(count == 1 ? "it" : "each")} with a stratum like it (collapse), or choose the lonely-PSU rule Certainty, Adjust or Average."
            : "choose the lonely-PSU rule Certainty, or Brewer's estimator, for which strata can be merged (collapse).");

    private static string LaterStage(string parents, int stage) =>
        $"At stage {stage} one unit was drawn from {parents}, so the variance there cannot be estimated; give population sizes if it was taken whole, leave the stage out, or choose the lonely-PSU rule Certainty.";
}
