namespace Survey;

internal sealed partial class Binder
{
    /// <summary>Values chosen by conditions: the last value stands where no condition is true.</summary>
    /// <param name="conditions">Asked in order.</param>
    /// <param name="values">One for each condition, and one more.</param>
    /// <param name="missingGoesOn">Whether a missing condition goes on to the next, or makes the result missing.</param>
    private Bound Choose(IReadOnlyList<Node> conditions, IReadOnlyList<Node> values, bool missingGoesOn)
    {
        Bound[] asked = [.. conditions.Select(Condition)];
        (Bound[] chosen, Variety variety) = OneType(values);
        return new Bound(variety, e =>
        {
            int[] choice = Repeat(asked.Length, e);
            for (int k = asked.Length - 1; k >= 0; k--)
            {
                ReadOnlySpan<byte> flags = e.Flags(asked[k]);
                for (int row = 0; row < choice.Length; row++)
                    if (flags[row] == 1)
                        choice[row] = k;
                    else if (flags[row] == FlagColumn.Missing && !missingGoesOn)
                        choice[row] = -1;
            }
            return Pick(e, choice, chosen, variety);
        });
    }

    private Bound Coalesce(IReadOnlyList<Node> values)
    {
        (Bound[] chosen, Variety variety) = OneType(values);
        return new Bound(variety, e =>
        {
            int[] choice = Repeat(-1, e);
            for (int k = chosen.Length - 1; k >= 0; k--)
            {
                Column column = e.Of(chosen[k]);
                for (int row = 0; row < choice.Length; row++)
                    if (!column.IsMissing(row))
                        choice[row] = k;
            }
            return Pick(e, choice, chosen, variety);
        });
    }

    /// <summary>The values bound to one type. Flags beside numbers count as 0 and 1; categories are joined level by level.</summary>
    private (Bound[] Values, Variety Variety) OneType(IReadOnlyList<Node> values)
    {
        Bound[] bound = [.. values.Select(Bind)];
        Bound[] typed = [.. bound.Where(value => value.Type is not null)];
        ColumnType[] types = [.. typed.Select(value => value.Type!.Value).Distinct()];
        if (types.Length == 0)
            return (bound, Variety.Number);
        if (types.Length == 2 && types.Contains(ColumnType.Number) && types.Contains(ColumnType.Flag))
            return ([.. values.Select(Number)], Variety.Number);
        if (types.Length > 1)
            throw new SurveyDataException($"The values '{values[Array.IndexOf(bound, typed[0])]}' and '{values[Array.FindIndex(bound, value => value.Type == types[1])]}' of one choice are {Called(typed[0])} and {Called(typed.First(value => value.Type == types[1]))}; give them one type.");

        Variety variety = types[0] == ColumnType.Category ? JoinedLevels(typed) : typed[0].Variety!;
        return ([.. bound.Select(value => value.Type is null ? MissingOf(variety) : Recoded(value, variety))], variety);
    }

    private static Variety JoinedLevels(Bound[] categories)
    {
        Variety first = categories[0].Variety!;
        if (categories.All(category => category.Variety!.Levels.SequenceEqual(first.Levels)))
            return first with { WhyNotNumber = null };
        return Variety.Category([.. categories.SelectMany(category => category.Variety!.Levels).Distinct(StringComparer.Ordinal)]);
    }

    private static Bound Recoded(Bound value, Variety variety)
    {
        if (variety.Type != ColumnType.Category || value.Variety!.Levels.SequenceEqual(variety.Levels))
            return value;
        return Recoded(value, [.. value.Variety.Levels.Select(level => IndexOf(variety.Levels, level))], variety);
    }

    /// <summary>A category with other codes.</summary>
    /// <param name="value">A category.</param>
    /// <param name="recoded">The new code of each of its codes.</param>
    /// <param name="variety">The levels that the new codes number.</param>
    private static Bound Recoded(Bound value, int[] recoded, Variety variety) =>
        new(variety, e =>
        {
            int[] codes = [.. e.Codes(value)];
            for (int row = 0; row < codes.Length; row++)
                codes[row] = codes[row] < 0 ? CategoryColumn.Missing : recoded[codes[row]];
            return Category(codes, variety);
        });

    private static Bound MissingOf(Variety variety) =>
        new(variety, e => variety.Type switch
        {
            ColumnType.Number => Numbers(Repeat(double.NaN, e)),
            ColumnType.Flag => Flags(Repeat(FlagColumn.Missing, e)),
            ColumnType.Date => DateColumn.Owning(Repeat(DateColumn.Missing, e)),
            _ => Category(Repeat(CategoryColumn.Missing, e), variety),
        });

    private static Column Pick(Evaluation e, int[] choice, Bound[] from, Variety variety) =>
        variety.Type switch
        {
            ColumnType.Number => Numbers(Picked(choice, [.. from.Select(value => e.Numbers(value).ToArray())], double.NaN)),
            ColumnType.Flag => Flags(Picked(choice, [.. from.Select(value => e.Flags(value).ToArray())], FlagColumn.Missing)),
            ColumnType.Date => DateColumn.Owning(Picked(choice, [.. from.Select(value => e.Days(value).ToArray())], DateColumn.Missing)),
            _ => Category(Picked(choice, [.. from.Select(value => e.Codes(value).ToArray())], CategoryColumn.Missing), variety),
        };

    private static T[] Picked<T>(int[] choice, T[][] from, T missing)
    {
        T[] picked = new T[choice.Length];
        for (int row = 0; row < picked.Length; row++)
            picked[row] = choice[row] < 0 ? missing : from[choice[row]][row];
        return picked;
    }

    private static CategoryColumn Category(int[] codes, Variety variety) => new(codes, variety.Levels, variety.Labels, variety.Ordered);
}
