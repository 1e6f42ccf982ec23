namespace Survey.Monitoring;

/// <summary>A summary as people are shown it.</summary>
internal static class FieldworkDisplay
{
    public static Display Of(FieldworkSummary summary)
    {
        Display display = new Display().Add(Places(summary)).Add(Notes(summary));
        if (summary.Interviewers.Count > 0)
            display.Add("\n").Add(Interviewers(summary));
        if (summary.Items.Count > 0)
            display.Add("\n").Add(Items(summary)).Add(NotesOfItems(summary));
        return display;
    }

    private static TextTable Places(FieldworkSummary summary)
    {
        bool hasRates = summary.All.Rates is not null, hasTarget = summary.Options is not { Target: null, TargetColumn: null }, hasReplacements = summary.Options.Replacement is not null;
        var table = new TextTable(
        [
            TextTable.Left(summary.Options.By),
            .. hasRates ? [TextTable.Right("drawn")] : None,
            .. hasTarget ? [TextTable.Right("target")] : None,
            TextTable.Right("completes"),
            .. hasRates ? [TextTable.Right("RR1"), TextTable.Right("RR3"), TextTable.Right("RR5"), TextTable.Right("refusal"), TextTable.Right("contact")] : None,
            .. hasReplacements ? [TextTable.Right("replacements"), TextTable.Right("share")] : None,
            TextTable.Left("flags"),
        ]);
        foreach (FieldworkPlace place in summary.Places.Prepend(summary.All))
            table.Add(
            [
                Level(place.Place),
                .. place.Rates is { } drawn ? [Figures.Number(drawn.Drawn, 0)] : (string[])[],
                .. hasTarget ? [Figures.Fixed(place.Target, 0)] : (string[])[],
                Figures.Count(place.Completes),
                .. place.Rates is { } rates ? [Percent(rates.Minimum), Percent(rates.Estimated), Percent(rates.Maximum), Percent(rates.Refusal), Percent(rates.Contact)] : (string[])[],
                .. hasReplacements ? [Figures.Fixed(place.Replacements, 0), Percent(place.ReplacementShare)] : (string[])[],
                string.Join("; ", place.Flags),
            ]);
        return table;
    }

    private static TextTable.Heading[] None { get; } = [];

    private static string Notes(FieldworkSummary summary)
    {
        string[] notes =
        [
            .. summary.All.Rates is { Unknown: > 0, EligibleShare: >= 0 and var share } ? [$"rates as AAPOR defines them: RR1 counts all of the unknown as eligible, RR3 {Percent(share)} of them, RR5 none"] : (string[])[],
            .. summary.WithoutDisposition > 0 ? [$"{Count(summary.WithoutDisposition, "row")} without a disposition, counted as unknown"] : (string[])[],
            .. summary.All.ReplacementNotKnown > 0 ? [$"{Count(summary.All.ReplacementNotKnown, "interview")} not known to be a replacement or none, counted as none"] : (string[])[],
            .. summary.WithoutInterviewer > 0 ? [$"{Count(summary.WithoutInterviewer, "interview")} without an interviewer, in no comparison"] : (string[])[],
        ];
        return string.Concat(notes.Select(note => note + "\n"));
    }

    private static TextTable Interviewers(FieldworkSummary summary)
    {
        bool hasRates = summary.All.Rates is not null;
        var table = new TextTable(
        [
            TextTable.Left(summary.Options.Interviewer!),
            TextTable.Right("interviews"),
            .. hasRates ? [TextTable.Right("refused")] : None,
            .. summary.Options.Items.SelectMany(item => new[] { TextTable.Right(item.Name), TextTable.Right("expected"), TextTable.Right("z"), TextTable.Right("missing") }),
            TextTable.Left("flags"),
        ]);
        foreach (FieldworkInterviewer interviewer in summary.Interviewers)
            table.Add(
            [
                Level(interviewer.Interviewer),
                Figures.Count(interviewer.Interviews),
                .. hasRates ? [Percent(interviewer.RefusalShare)] : (string[])[],
                .. interviewer.Means.SelectMany(mean => new[] { Figures.Fixed(mean.Mean, 3), Figures.Fixed(mean.Expected, 3), Figures.Fixed(mean.ZScore, 2), Figures.Count(mean.Missing) }),
                string.Join("; ", interviewer.Flags),
            ]);
        return table;
    }

    private static TextTable Items(FieldworkSummary summary)
    {
        var table = new TextTable(TextTable.Left("item"), TextTable.Right("answers"), TextTable.Right("missing"), TextTable.Right("interviewers"), TextTable.Right("F"), TextTable.Right("df"), TextTable.Right("p"), TextTable.Right("icc"), TextTable.Right("per interviewer"), TextTable.Right("variance times"));
        foreach (InterviewerVariation item in summary.Items)
            table.Add(item.Item, Figures.Count(item.Answers), Figures.Count(item.Missing), Figures.Count(item.Interviewers), Figures.Fixed(item.FRatio, 2), $"{item.BetweenDegrees}, {item.WithinDegrees}",
                Figures.Fixed(item.PValue, 4), Figures.Fixed(item.IntraclassCorrelation, 3), Figures.Fixed(item.MeanWorkload, 1), item.IntraclassCorrelation > 0 ? Figures.Fixed(item.EffectOnVariance, 2) : "-");
        return table;
    }

    private static string NotesOfItems(FieldworkSummary summary)
    {
        string[] apart = [.. summary.Items.Where(item => !item.WithinPlaces).Select(item => item.Item)], alike = [.. summary.Items.Where(item => item.IntraclassCorrelation <= 0).Select(item => item.Item)];
        string[] notes =
        [
            apart.Length < summary.Items.Count ? $"interviewers are compared within {summary.Options.By}" : "",
            apart.Length > 0 ? $"{string.Join(", ", apart)}: no {summary.Options.By} was worked in by several interviewers, so interviewers and places cannot be told apart" : "",
            alike.Length > 0 ? $"{string.Join(", ", alike)}: interviewers differ no more than chance would have it" : "",
        ];
        return string.Concat(notes.Where(note => note.Length > 0).Select(note => note + "\n"));
    }

    private static string Count(int count, string thing) => $"{Figures.Count(count)} {thing}{(count == 1 ? "" : "s")}";

    private static string Level(DomainLevel? level) => level is null ? "(all)" : level.Label == level.Level ? level.Level : $"{level.Level} {level.Label}";

    private static string Percent(double share) => double.IsNaN(share) ? "-" : $"{Figures.Number(100 * share, 1)} %";
}
