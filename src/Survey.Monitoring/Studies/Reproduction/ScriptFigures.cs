namespace Survey.Monitoring.Reproducing;

/// <summary>Writes the figures and the changes between waves.</summary>
internal sealed class ScriptFigures(Reproduction reproduction, RScript script)
{
    public void Write()
    {
        bool ofDesign = reproduction.Study.Design?.DegreesOfFreedom == DegreesOfFreedomRule.Design;
        script.Section("Figures");
        script.Code(RFunctions.Common);
        if (reproduction.Indicators.Any(own => own.Indicator.IsProportion))
            Function(RFunctions.Proportion(ofDesign));
        if (reproduction.Indicators.Any(own => !own.Indicator.IsProportion))
            Function(RFunctions.Ratio(ofDesign));
        script.Blank();
        script.Bound("figures", [.. reproduction.Figures.Select(figure => (string[])[
            figure.Of.Indicator.IsProportion ? "proportion" : "ratio", RText.Quoted(figure.Of.Indicator.Id), RText.Quoted(figure.Wave.Id), $"design_{figure.Wave.Suffix}", .. ArgumentsOf(figure.Of, [])])]);
        if (reproduction.Changes.Count > 0)
            Changes();
    }

    private void Changes()
    {
        script.Section("Changes");
        ReproducedChange[] stacked = [.. reproduction.Changes.Where(change => change.IsStacked)];
        if (stacked.Length > 0)
        {
            script.Code(RFunctions.Change);
            script.Blank();
            foreach (ReproducedChange change in stacked)
                script.Code($"{change.Both} <- declare(rbind(people_{change.From.Suffix}, people_{change.To.Suffix}))");
        }
        if (stacked.Length < reproduction.Changes.Count)
            Function(RFunctions.Difference, isFirst: stacked.Length == 0);
        script.Blank();
        script.Bound("changes", [.. from change in reproduction.Changes
                                    from own in change.Of
                                    let waves = (string[])[RText.Quoted(own.Indicator.Indicator.Id), RText.Quoted(change.From.Id), RText.Quoted(change.To.Id)]
                                    select change.IsStacked ? (string[])["change", .. waves, change.Both, .. ArgumentsOf(own.Indicator, ["", "among = "])] : ["difference", .. waves]]);
    }

    private void Function(string function, bool isFirst = false)
    {
        if (!isFirst)
            script.Blank();
        script.Code(function);
    }

    /// <summary>The columns of an indicator and of its domain.</summary>
    /// <param name="of">The indicator.</param>
    /// <param name="names">Of the arguments of its columns.</param>
    private static IEnumerable<string> ArgumentsOf(ReproducedIndicator of, string[] names) =>
        [.. of.Columns.Select((column, k) => $"{names.ElementAtOrDefault(k)}~{column.Name}"), .. of.Domain is { } domain ? [$"of = ~{domain.Name}"] : (string[])[]];
}
