namespace Survey.Monitoring;

/// <summary>The places of a summary as a table.</summary>
internal static class FieldworkTable
{
    public static Table Of(FieldworkSummary summary)
    {
        var rows = new ResultTable<FieldworkPlace>([summary.All, .. summary.Places]).Key(summary.Options.By, own => own.Place?.Level is { } level && level != RowGroups.NotKnown ? level : null);
        if (summary.All.Rates is not null)
            foreach ((string name, Func<ResponseRates, double> of) in Rates)
                rows.Number(name, own => of(own.Rates!));
        return rows.Number("target", own => own.Target).Number("completes", own => own.Completes).Number("replacements", own => own.Replacements)
            .Number("replacement_share", own => own.ReplacementShare).Number("replacement_not_known", own => own.ReplacementNotKnown).Text("flags", own => string.Join("; ", own.Flags))
            .ToTable();
    }

    /// <summary>Counts and rates, by the names they have in results.</summary>
    public static IReadOnlyList<(string Name, Func<ResponseRates, double> Of)> Rates { get; } =
    [
        ("drawn", rates => rates.Drawn),
        ("refused", rates => rates.Refused),
        ("not_found", rates => rates.NotFound),
        ("ineligible", rates => rates.Ineligible),
        ("unknown", rates => rates.Unknown),
        ("RR1", rates => rates.Minimum),
        ("RR3", rates => rates.Estimated),
        ("RR5", rates => rates.Maximum),
        ("COOP1", rates => rates.Cooperation),
        ("REF1", rates => rates.Refusal),
        ("CON1", rates => rates.Contact),
    ];
}
