using System.Globalization;

namespace Survey;

/// <summary>A population by groups, such as ages, whose shares are the weights of a directly standardized proportion or mean.</summary>
public sealed class StandardPopulation
{
    /// <summary>Names the groups and how large each is.</summary>
    /// <param name="groups">What makes the groups of the sample: a category, a flag or numbers.</param>
    /// <param name="sizes">Levels with their populations, in any unit: only the shares among the levels given count.</param>
    /// <exception cref="ArgumentException">No level is given, one stands twice, or a size is not a number above 0.</exception>
    public StandardPopulation(Variable groups, params IReadOnlyList<(string Level, double Size)> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Count == 0)
            throw new ArgumentException("A standard population has at least one group; give levels with their sizes, such as (\"15-24\", 1200).", nameof(sizes));
        if (sizes.GroupBy(size => size.Level, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The group '{twice.Key}' of the standard population stands twice; give its size once.", nameof(sizes));
        foreach ((string level, double size) in sizes)
            if (!(size > 0 && double.IsFinite(size)))
                throw new ArgumentException($"The group '{level}' of the standard population has size {Invariant.Text(size)}; a size is a number above 0 (leave a group out here, and its people with Where).", nameof(sizes));
        Groups = groups;
        Sizes = new Sequence<(string, double)>([.. sizes]);
    }

    /// <summary>What makes the groups.</summary>
    public Variable Groups { get; }

    /// <summary>The groups and their sizes.</summary>
    public IReadOnlyList<(string Level, double Size)> Sizes { get; }

    /// <summary>Takes a standard population from a table of one row a group.</summary>
    /// <param name="groups">What makes the groups of the sample.</param>
    /// <param name="table">The population.</param>
    /// <param name="levels">The column of levels.</param>
    /// <param name="sizes">The column of populations.</param>
    /// <exception cref="SurveyDataException">There is no such column, sizes are no numbers, or a value is missing.</exception>
    /// <exception cref="ArgumentException">The table has no row, a level stands twice, or a size is not above 0.</exception>
    public static StandardPopulation Of(Variable groups, Table table, string levels, string sizes)
    {
        ArgumentNullException.ThrowIfNull(table);
        Column names = table[levels];
        if (table[sizes] is not NumberColumn numbers)
            throw new SurveyDataException($"'{sizes}' is {table[sizes].Type.Called()} where the sizes of a standard population are wanted, which are numbers.");
        for (int row = 0; row < table.RowCount; row++)
            if (names.IsMissing(row) || numbers.IsMissing(row))
                throw new SurveyDataException($"Row {row + 1} of the standard population has no value in '{(names.IsMissing(row) ? levels : sizes)}'; each group has a level and a size.");
        return new StandardPopulation(groups, [.. Enumerable.Range(0, table.RowCount).Select(row => (names.TextAt(row)!, numbers.Values[row]))]);
    }

    /// <summary>The condition of being in each group, and that of being in none of them, or null where the column has no other level.</summary>
    internal (Expr[] In, Expr? Elsewhere) Conditions(Binder binder)
    {
        Bound bound = binder.Bind(Groups.Of);
        switch (bound.Type)
        {
            case ColumnType.Category:
                CheckLevels(bound.Variety!.Levels);
                string[] others = [.. bound.Variety.Levels.Except(Sizes.Select(size => size.Level), StringComparer.Ordinal)];
                return ([.. Sizes.Select(size => Groups.Of == Expr.Text(size.Level))], others.Length == 0 ? null : Groups.Of.In(others));
            case ColumnType.Flag:
                CheckLevels(["false", "true"]);
                return ([.. Sizes.Select(size => size.Level == "true" ? Groups.Of : !Groups.Of)], Sizes.Count == 2 ? null : Sizes[0].Level == "true" ? !Groups.Of : Groups.Of);
            case ColumnType.Number:
                double[] values = [.. Sizes.Select(size => ValueOf(size.Level))];
                if (values.GroupBy(value => value).FirstOrDefault(same => same.Count() > 1) is { } twice)
                    throw new SurveyDataException($"The standard population has {Groups} {Invariant.Text(twice.Key)} twice; each group stands once.");
                return ([.. values.Select(value => Groups.Of == value)], !Groups.Of.In(values));
            default:
                throw new SurveyDataException($"The groups of a standard population are levels of a category, and '{Groups}' is {bound.Type?.Called() ?? "missing"}; make groups of it first.");
        }
    }

    private void CheckLevels(IReadOnlyList<string> levels)
    {
        foreach ((string level, _) in Sizes)
            if (!levels.Contains(level, StringComparer.Ordinal))
                throw new SurveyDataException($"'{Groups}' has no level '{level}', which is a group of the standard population{Nearest.Hint(level, levels, $"; its levels are {string.Join(", ", levels.Take(12).Select(own => $"'{own}'"))}.")}");
    }

    private double ValueOf(string level) =>
        double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new SurveyDataException($"'{Groups}' is numbers, and a group of the standard population is '{level}'; name groups by numbers, or make the same groups with cut({Groups}, ...).");
}
