namespace Survey.Monitoring;

/// <summary>The places of a summary as a table.</summary>
internal static class FieldworkTable
{
    public static Table Of(FieldworkSummary summary)
    {
        FieldworkPlace[] places = [summary.All, .. summary.Places];
        var columns = new List<(string, Column)> { (summary.Options.By, new CategoryColumn([null, .. summary.Places.Select(place => place.Place!.Level == RowGroups.NotKnown ? null : place.Place.Level)])) };
        if (summary.All.Rates is not null)
            columns.AddRange(Rates.Select(rate => (rate.Name, (Column)Numbers(place => rate.Of(place.Rates!)))));
        columns.AddRange(
        [
            ("target", Numbers(place => place.Target)),
            ("completes", Numbers(place => place.Completes)),
            ("replacements", Numbers(place => place.Replacements)),
            ("replacement_share", Numbers(place => place.ReplacementShare)),
            ("replacement_not_known", Numbers(place => place.ReplacementNotKnown)),
            ("flags", new CategoryColumn([.. places.Select(place => place.Flags.Count == 0 ? null : string.Join("; ", place.Flags))])),
        ]);
        return Table.FromColumns(columns);

        NumberColumn Numbers(Func<FieldworkPlace, double> of) => new([.. places.Select(of)]);
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
