namespace Survey;

/// <summary>One member of a household, each with the same chance.</summary>
internal sealed record MemberStage(string Name, string Eligible) : WeightStage(Name)
{
    internal override bool IsWithinHousehold => true;

    internal override string Method => "one of the eligible members";

    internal override IReadOnlyList<string> Columns => [Eligible];

    internal override StageWeights Weights(StageRows rows) => new(rows.Weights(rows.Members(Eligible)));
}

/// <summary>One member of a household by the Kish grid.</summary>
internal sealed record KishStage(string Name, string Eligible, string? RankColumn, string? TableColumn) : WeightStage(Name)
{
    private const int Uneven = 5;

    internal override bool IsWithinHousehold => true;

    internal override string Method => "Kish grid";

    internal override IReadOnlyList<string> Columns => [.. new[] { Eligible, RankColumn, TableColumn }.OfType<string>()];

    internal override StageWeights Weights(StageRows rows)
    {
        Func<int, double> eligible = rows.Members(Eligible);
        Func<int, int?> rank = new KishRanks(rows, eligible, RankColumn, TableColumn).Of;
        bool anyRank = RankColumn is not null || TableColumn is not null;
        RowList unknown = rows.Where(row => eligible(row) == Uneven && rank(row) is null);
        if (anyRank && unknown.Count > 0)
            throw rows.Wrong(unknown.First, $"{Called} is missing in {unknown} with {Uneven} eligible members, whose chances differ; fill it in, or give neither ranks nor tables, and the weight is {Uneven}");
        double[] weights = rows.Weights(row => Weight((int)eligible(row), rank(row)));
        return new StageWeights(weights, [.. UnevenNote(unknown.Count), .. UncoveredNote(rows.Where(row => eligible(row) > KishGrid.MostMembers).Count)]);
    }

    // in all households but those of five the members that may be drawn have one chance
    private static double Weight(int eligible, int? rank) =>
        eligible != Uneven ? KishGrid.Weight(eligible, 1) : rank is { } own ? KishGrid.Weight(eligible, own) : Uneven;

    private string Called => string.Join(" or ", new[] { RankColumn is null ? null : $"the rank '{RankColumn}'", TableColumn is null ? null : $"the table '{TableColumn}'" }.OfType<string>());

    private static IEnumerable<string> UnevenNote(long households) =>
        households == 0 ? [] : [$"{Households(households)} of {Uneven} eligible members {(households == 1 ? "has" : "have")} the weight {Uneven}, as neither ranks nor tables are given; the grid's chances ask for 6, 6, 4, 6, 4 by rank"];

    private static IEnumerable<string> UncoveredNote(long households) =>
        households == 0 ? [] : [$"{Households(households)} of more than {KishGrid.MostMembers} eligible members {(households == 1 ? "has" : "have")} the weight {KishGrid.MostMembers}; the grid never chooses the seventh and later members, so they are not covered"];

    private static string Households(long count) => $"{Invariant.Count(count)} {(count == 1 ? "household" : "households")}";
}
