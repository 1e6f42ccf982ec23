namespace Survey.Files;

/// <summary>What a table of drawn households calls its columns, and who is eligible.</summary>
public sealed record KishSheetOptions
{
    /// <summary>The column of towns; each has a workbook.</summary>
    public string Town { get; init; } = "town";

    /// <summary>The column of villages; each has a sheet.</summary>
    public string Village { get; init; } = "village";

    /// <summary>The column of the households' numbers, different within a village.</summary>
    public string Household { get; init; } = "household";

    /// <summary>The column of Kish tables: A, B1, B2, C, D, E1, E2 or F.</summary>
    public string KishTable { get; init; } = "kishTable";

    /// <summary>Further columns that the interviewer needs to find a household, such as its address. They are printed whatever they hold, personal data too.</summary>
    public IReadOnlyList<string> Show { get; init; } = [];

    /// <summary>The age of the youngest eligible member, in completed years.</summary>
    public int YoungestAge { get; init; } = 15;

    /// <summary>The age of the oldest eligible member, in completed years.</summary>
    public int OldestAge { get; init; } = 69;

    /// <summary>An eligible member has lived there for more than so many of the last twelve months; 0 asks for nothing.</summary>
    public int MonthsOfResidence { get; init; } = 6;

    /// <summary>The order in which eligible members are listed.</summary>
    public KishListOrder ListOrder { get; init; }

    /// <summary>How many interviews are wanted in a village; null leaves it to be filled in.</summary>
    public int? Wanted { get; init; }

    /// <summary>Whether the households are made up; then every page says 模拟数据.</summary>
    public bool Simulated { get; init; }

    internal void Check()
    {
        if (YoungestAge < 0 || OldestAge < YoungestAge)
            throw new ArgumentException($"Nobody is from {YoungestAge} to {OldestAge} years old; YoungestAge is at least 0, and OldestAge at least YoungestAge.", nameof(YoungestAge));
        if (MonthsOfResidence is < 0 or > 11)
            throw new ArgumentOutOfRangeException(nameof(MonthsOfResidence), MonthsOfResidence, "MonthsOfResidence counts months of the last twelve, from 0 to 11.");
        if (!Enum.IsDefined(ListOrder))
            throw new ArgumentOutOfRangeException(nameof(ListOrder), ListOrder, "There is no such order.");
        if (Wanted < 1)
            throw new ArgumentOutOfRangeException(nameof(Wanted), Wanted, "Wanted counts the interviews of a village, at least 1; leave it null if it is not fixed.");
    }
}
