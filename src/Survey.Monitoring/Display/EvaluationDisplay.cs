namespace Survey.Monitoring;

/// <summary>Indicators and verdicts of a study, for people.</summary>
internal static class EvaluationDisplay
{
    public static Display Of(StudyIndicators indicators)
    {
        double level = indicators.Data.Study.Evaluation.Judgement.Level;
        Display display = new Display().Add(StudyDisplay.TitleOf(indicators.Data.Study)).Add("\n").Add(FiguresTable(indicators, level));
        if (indicators.Changes.Count > 0)
            display.Add("\n").Add(ChangesOf(indicators, level));
        return display.AddDoubts(FindingsOf(indicators));
    }

    public static Display Of(StudyVerdicts verdicts, Language language) =>
        new Display().Add(StudyDisplay.TitleOf(verdicts.Indicators.Data.Study)).Add("\n").Add(Targets(verdicts, language)).AddDoubts(FindingsOf(verdicts.Indicators));

    /// <summary>The study's own targets: a line each, and then why.</summary>
    public static Display Targets(StudyVerdicts verdicts, Language language)
    {
        Display display = new Display().Add(TargetTable(verdicts, language));
        foreach (TargetVerdict own in verdicts.Verdicts)
            Add(display, own, language);
        return display;
    }

    /// <summary>What of data, weights and figures a reader must know: what is unresolved or doubtful.</summary>
    public static IReadOnlyList<Finding> FindingsOf(StudyIndicators indicators) =>
        [.. indicators.Data.Findings.Concat(indicators.Weights?.Findings ?? []).Concat(indicators.Findings).Where(finding => finding.Severity != Severity.Change)];

    private static TextTable FiguresTable(StudyIndicators indicators, double level)
    {
        var table = new TextTable(
            TextTable.Left("indicator"), TextTable.Left("wave"), TextTable.Right("value"), TextTable.Right("std. error"), TextTable.Right(Figures.IntervalHeading(level)), TextTable.Right("df"), TextTable.Right("respondents"), TextTable.Right("missing"),
            TextTable.Right("deff"), TextTable.Left("name"));
        foreach (IndicatorFigure own in indicators.Figures)
        {
            string name = own.Indicator.Name.ToString();
            if (own is { Estimate: { } estimate, Figure: not null })
            {
                Interval interval = estimate.Interval(level);
                table.Add(own.Indicator.Id, own.Wave, Figures.Value(estimate), Figures.Error(estimate), $"{Figures.Limit(estimate, interval.Low)} to {Figures.Limit(estimate, interval.High)}", Figures.Degrees(estimate.DegreesOfFreedom),
                    Figures.Count(estimate.Respondents), Figures.Count(estimate.Missing), Figures.Effect(estimate.DesignEffect), name);
            }
            else if (own.Figure is { } figure)
                table.Add(own.Indicator.Id, own.Wave, Percent(figure, figure.Value) + (figure.IsProportion ? " %" : ""), "-", RangeOf(figure, level), "-", figure.Respondents is { } n ? Figures.Count(n) : "-", "-", "-", $"{name} (published)");
            else
                table.Add(own.Indicator.Id, own.Wave, "-", "-", "-", "-", "-", "-", "-", $"{name}: {own.Missing!.English}");
        }
        return table;
    }

    private static TextTable ChangesOf(StudyIndicators indicators, double level)
    {
        var table = new TextTable(
            TextTable.Left("change of"), TextTable.Left("from"), TextTable.Left("to"), TextTable.Right("points"), TextTable.Right(Figures.IntervalHeading(level)), TextTable.Right("relative"), TextTable.Right(Figures.IntervalHeading(level)), TextTable.Right("correlation"),
            TextTable.Left("places"));
        foreach ((string indicator, Change change) in indicators.Changes)
        {
            Interval difference = change.Difference.Interval(level);
            RelativeInterval relative = change.RelativeInterval(level);
            double scale = change.After.IsProportion ? 100 : 1;
            table.Add(indicator, change.From, change.To, Figures.Fixed(scale * change.Difference.Value, 2), $"{Figures.Fixed(scale * difference.Low, 2)} to {Figures.Fixed(scale * difference.High, 2)}",
                double.IsNaN(change.Relative) ? "-" : $"{Figures.Fixed(100 * change.Relative, 2)} %", double.IsNaN(relative.Low) ? "-" : $"{Figures.Fixed(100 * relative.Low, 2)} to {Figures.Fixed(100 * relative.High, 2)}",
                Figures.Fixed(change.Correlation, 2), change.Overlap.SharedPsus > 0 ? $"{change.Overlap.SharedPsus} of {change.Overlap.SecondPsus} shared" : "none shared");
        }
        return table;
    }

    private static TextTable TargetTable(StudyVerdicts verdicts, Language language)
    {
        bool zh = language == Language.Chinese;
        var table = new TextTable(TextTable.Left(zh ? "编号" : "target"), TextTable.Left(zh ? "指标" : "what"), TextTable.Left(zh ? "要求" : "rule"), TextTable.Left(zh ? "结论" : "verdict"));
        foreach (TargetVerdict own in verdicts.Verdicts)
            table.Add(own.Target.Id, NameOf(own, language), own.Target.Rule.ToText(language), own.Verdict.LabelText(language) + (own.Verdict.IsContradictory ? zh ? "（与抽样误差不一致）" : " (contradicted by the sample)" : ""));
        return table;
    }

    private static void Add(Display display, TargetVerdict own, Language language)
    {
        string name = NameOf(own, language), rule = language == Language.Chinese ? ChineseRule.Sentence(name, own.Target.Rule) : $"Rule: {name}: {own.Target.Rule.ToText(language)}.";
        display.Add($"\n{own.Target.Id} {name} - {own.Verdict.LabelText(language)}\n  {rule}\n  {own.Verdict.ToText(language)}\n");
        foreach (string note in own.Verdict.Notes(language))
            display.Add($"  * {note}");
    }

    private static string NameOf(TargetVerdict own, Language language) => own.Name.In(language) is { Length: > 0 } name ? name : own.Target.Id;

    private static string RangeOf(Figure figure, double level)
    {
        (double low, double high) = figure.Interval(level);
        return double.IsNaN(low) ? "-" : $"{Percent(figure, low)} to {Percent(figure, high)}";
    }

    private static string Percent(Figure figure, double value) => Figures.Fixed(figure.IsProportion ? 100 * value : value, 2);
}
