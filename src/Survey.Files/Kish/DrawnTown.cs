using Survey.Files.Columns;
using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Kish;

/// <summary>A town with its villages, as drawn.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Villages">In the order in which they come first.</param>
internal sealed record DrawnTown(string Name, IReadOnlyList<DrawnVillage> Villages)
{
    /// <summary>The towns of a table of households, in the order in which they come first.</summary>
    /// <exception cref="SurveyDataException">There are none, or one of them is not complete.</exception>
    public static IReadOnlyList<DrawnTown> Of(Table households, KishSheetOptions options)
    {
        ArgumentNullException.ThrowIfNull(households);
        options.Check();
        if (households.RowCount == 0)
            throw new SurveyDataException("The table has no households, so there is nothing to print; draw some first.");
        var columns = new HouseholdColumns(households, options);
        return
        [
            .. Enumerable.Range(0, households.RowCount).GroupBy(columns.Town).Select(town => new DrawnTown(columns.Label(options.Town, town.First()),
                [.. town.GroupBy(columns.Village).Select(village => new DrawnVillage(columns.Label(options.Village, village.First()), columns.Households(village)))])),
        ];
    }
}

/// <summary>A village with its households, as drawn.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Households">In the order of the visit.</param>
internal sealed record DrawnVillage(string Name, IReadOnlyList<DrawnHousehold> Households)
{
    /// <summary>How many of its households have a table.</summary>
    public int Count(KishTable table) => Households.Count(household => household.Table == table);
}

/// <summary>A household, as drawn.</summary>
/// <param name="Number">Of the household in its village.</param>
/// <param name="Table">By which a member is chosen.</param>
/// <param name="Shown">What helps to find it; blank where it is not known.</param>
internal sealed record DrawnHousehold(string Number, KishTable Table, IReadOnlyList<string> Shown);

/// <summary>Reads households row by row.</summary>
internal sealed class HouseholdColumns(Table table, KishSheetOptions options)
{
    private readonly Column _town = table[options.Town], _village = table[options.Village], _household = table[options.Household], _kish = table[options.KishTable];
    private readonly Column[] _shown = [.. options.Show.Select(name => table[name])];

    public string Town(int row) => Known(_town, options.Town, row);

    public string Village(int row) => Known(_village, options.Village, row);

    /// <summary>The households of a village, whose numbers are different.</summary>
    public IReadOnlyList<DrawnHousehold> Households(IEnumerable<int> rows)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var households = new List<DrawnHousehold>();
        foreach (int row in rows)
        {
            DrawnHousehold household = Household(row);
            if (!first.TryAdd(household.Number, row))
                throw new SurveyDataException($"The household '{Texts.Short(household.Number)}' of the village '{Texts.Short(Village(row))}' stands twice, in rows {Invariant.Count(first[household.Number] + 1)} and {Invariant.Count(row + 1)}; a household is visited once.");
            households.Add(household);
        }
        return households;
    }

    /// <summary>A town or village as it is printed: its label, where it has one.</summary>
    public string Label(string name, int row) => table[name] is CategoryColumn category ? category.Labels[category.Codes[row]] : Known(table[name], name, row);

    private DrawnHousehold Household(int row) =>
        new(CellText.Checked(Known(_household, options.Household, row), "A household's number"), KishTableOf(row), [.. _shown.Select((column, k) => CellText.Checked(column.TextAt(row) ?? "", $"A text of the column '{options.Show[k]}'"))]);

    private KishTable KishTableOf(int row)
    {
        string text = Known(_kish, options.KishTable, row);
        foreach (KishTable kish in KishGrid.Tables)
            if (text.Equals(kish.ToString(), StringComparison.OrdinalIgnoreCase))
                return kish;
        throw new SurveyDataException($"Row {Invariant.Count(row + 1)} has '{Texts.Short(text)}' in the column '{options.KishTable}', which is no Kish table; they are {string.Join(", ", KishGrid.Tables)}.");
    }

    private static string Known(Column column, string name, int row) =>
        column.TextAt(row) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new SurveyDataException($"The column '{name}' is missing in row {Invariant.Count(row + 1)}, and each household has its town, village, number and Kish table; fill it in.");
}
