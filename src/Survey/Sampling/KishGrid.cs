namespace Survey;

/// <summary>The Kish grid: which of a household's eligible members is interviewed, and with what chance each is.</summary>
/// <remarks>
/// A household is given one of eight tables before it is visited. There its eligible members are listed in a fixed order, and the table gives the rank of the one to interview.
/// Of twelve households two have each of the tables A, C, D and F and one each of B1, B2, E1 and E2. Then every member of a household of 1, 2, 3, 4 or 6 has the same chance;
/// of five, the third and the fifth have a chance of 1/4 and the others of 1/6; a seventh and later member is never interviewed.
/// Kish (1949), "A procedure for objective respondent selection within the household", Journal of the American Statistical Association 44(247), 380-387.
/// </remarks>
public static class KishGrid
{
    /// <summary>The largest number of members that the grid tells apart; only the first so many can be interviewed.</summary>
    public const int MostMembers = 6;

    private const int Twelve = 12;

    // by table, then by number of eligible members
    private static readonly int[][] Ranks =
    [
        [1, 1, 1, 1, 1, 1],
        [1, 1, 1, 1, 2, 2],
        [1, 1, 1, 2, 2, 2],
        [1, 1, 2, 2, 3, 3],
        [1, 2, 2, 3, 4, 4],
        [1, 2, 3, 3, 3, 5],
        [1, 2, 3, 4, 5, 5],
        [1, 2, 3, 4, 5, 6],
    ];

    private static readonly int[] Twelfths = [2, 1, 1, 2, 2, 1, 1, 2];

    /// <summary>The tables, in their order.</summary>
    public static IReadOnlyList<KishTable> Tables { get; } = new Sequence<KishTable>(Enum.GetValues<KishTable>());

    /// <summary>The share of households that have a table.</summary>
    /// <param name="table">One of the eight.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such table.</exception>
    public static double Share(KishTable table) => Twelfths[Index(table)] / (double)Twelve;

    /// <summary>Which member is interviewed, from 1 in the order of the list.</summary>
    /// <param name="table">Of the household.</param>
    /// <param name="eligible">How many members are eligible, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such table, or nobody is eligible.</exception>
    public static int Rank(KishTable table, int eligible)
    {
        if (eligible < 1)
            throw new ArgumentOutOfRangeException(nameof(eligible), eligible, "The household has no eligible member, so nobody can be chosen; record it as ineligible.");
        return Ranks[Index(table)][Math.Min(eligible, MostMembers) - 1];
    }

    /// <summary>The chance of a member over the tables that a household may have; 0 for a seventh and later member.</summary>
    /// <param name="eligible">How many members are eligible, at least 1.</param>
    /// <param name="rank">Of the member, from 1 to <paramref name="eligible"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody is eligible, or there is no such member.</exception>
    public static double Chance(int eligible, int rank) => ChanceInTwelfths(eligible, rank) / (double)Twelve;

    /// <summary>How many eligible members of the household the one interviewed stands for: 1 / chance, so the number eligible, but 6, 6, 4, 6, 4 of five and 6 of seven and more.</summary>
    /// <param name="eligible">How many members are eligible, at least 1.</param>
    /// <param name="rank">Of the member interviewed, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody is eligible, or the grid never chooses such a member.</exception>
    public static double Weight(int eligible, int rank) =>
        ChanceInTwelfths(eligible, rank) is > 0 and int twelfths
            ? Twelve / (double)twelfths
            : throw new ArgumentOutOfRangeException(nameof(rank), rank, $"The grid chooses none after the {MostMembers}th of {eligible} eligible members.");

    private static int ChanceInTwelfths(int eligible, int rank)
    {
        if (rank < 1 || rank > eligible)
            throw new ArgumentOutOfRangeException(nameof(rank), rank, $"Of {eligible} eligible members, ranks go from 1 to {eligible}.");
        int twelfths = 0;
        foreach (KishTable table in Tables)
            if (Rank(table, eligible) == rank)
                twelfths += Twelfths[(int)table];
        return twelfths;
    }

    /// <summary>Gives tables to households in their order: each twelve in a row have the twelve tables, in a random order of their own.</summary>
    /// <param name="households">How many.</param>
    /// <param name="seed">The same seed gives the same tables.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static IReadOnlyList<KishTable> Assign(int households, ulong seed) => new Sequence<KishTable>(Assign(households, new RandomStream(seed)));

    internal static KishTable[] Assign(int households, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(households);
        KishTable[] twelve = [.. Tables.SelectMany(table => Enumerable.Repeat(table, Twelfths[(int)table]))];
        var assigned = new KishTable[households];
        for (int first = 0; first < households; first += Twelve)
        {
            random.Shuffle<KishTable>(twelve);
            twelve.AsSpan(0, Math.Min(Twelve, households - first)).CopyTo(assigned.AsSpan(first));
        }
        return assigned;
    }

    private static int Index(KishTable table) =>
        Enum.IsDefined(table) ? (int)table : throw new ArgumentOutOfRangeException(nameof(table), table, "The grid has the tables A, B1, B2, C, D, E1, E2 and F.");
}
