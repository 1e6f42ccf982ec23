namespace Survey;

public sealed partial class Waves
{
    /// <summary>Takes the waves from one table, in which a column says which wave a row is of.</summary>
    /// <param name="table">The rows of all waves.</param>
    /// <param name="wave">A column or an expression of at least two levels: numbers and dates rising, categories in the order of their levels.</param>
    /// <param name="design">Makes the design of a wave of its rows.</param>
    /// <param name="samePlaces">Whether equal PSU ids in two waves are the same places; null says nothing, and is an error where an id occurs in two waves.</param>
    /// <param name="crosswalk">For ids of earlier waves that changed: what the last wave calls them.</param>
    /// <param name="order">The waves in the order of time, where that of the levels is another.</param>
    /// <exception cref="SurveyDataException">The order lacks a wave or names one that there is not, the wave of a row is missing, there is only one, or a design cannot be made of its rows.</exception>
    public static Waves Of(Table table, Variable wave, Func<Table, Design> design, bool? samePlaces, IReadOnlyDictionary<string, string>? crosswalk = null, IReadOnlyList<string>? order = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(design);
        IReadOnlyList<(string Name, Table Rows)> parts = table.Split(wave);
        if (parts.Count < 2)
            throw new SurveyDataException($"'{wave}' is {parts[0].Name} in every row, and a comparison takes at least two waves.");
        if (order is not null)
            parts = InOrder(parts, order);
        return new Waves(samePlaces, crosswalk ?? new Dictionary<string, string>(), [.. parts.Select(part => (part.Name, InWave(part.Name, () => design(part.Rows))))]);
    }

    private static (string Name, Table Rows)[] InOrder(IReadOnlyList<(string Name, Table Rows)> waves, IReadOnlyList<string> order)
    {
        string[] names = [.. waves.Select(wave => wave.Name)];
        if (order.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new SurveyDataException($"There is no wave '{unknown}'; they are {string.Join(", ", names)}.");
        if (names.FirstOrDefault(name => !order.Contains(name)) is { } lacking)
            throw new SurveyDataException($"The order of the waves does not name {lacking}; name all of {string.Join(", ", names)}, or leave out the rows of those that do not matter.");
        return [.. order.Select(name => waves.First(wave => wave.Name == name))];
    }
}
