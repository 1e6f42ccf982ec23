namespace Survey;

/// <summary>Reads how many units each group of a stage has, from counts or from sampled fractions.</summary>
internal static class PopulationSizes
{
    /// <summary>What the numbers are, one form for all stages.</summary>
    public enum Kind
    {
        /// <summary>Of units, at least 1.</summary>
        Counts,

        /// <summary>Of units drawn, at most 1.</summary>
        Fractions,
    }

    /// <summary>N for each group.</summary>
    /// <param name="kind">Of all stages.</param>
    /// <param name="name">Of the column.</param>
    /// <param name="parts">The column, chunk by chunk.</param>
    /// <param name="groups">What each row's unit was drawn from.</param>
    /// <param name="sampleSize">n for each group.</param>
    /// <param name="nameOf">What a group is called.</param>
    /// <param name="placeOfRow">What a row is called in messages, such as "row 7".</param>
    public static double[] Of(Kind kind, string name, IReadOnlyList<NumberColumn> parts, Nesting groups, double[] sampleSize, Func<int, string> nameOf, Func<long, string> placeOfRow)
    {
        double[] given = new OneNumber("population size", name, parts, "it is one number for all units drawn from the same group", placeOfRow).Of(groups.OfRow, groups.Count, nameOf);
        return [.. given.Select((value, group) => PopulationOf(kind, name, value, sampleSize[group], nameOf, group))];
    }

    private static double PopulationOf(Kind kind, string name, double value, double n, Func<int, string> nameOf, int group)
    {
        if (kind == Kind.Fractions)
            return value == 1 ? n : n / value;
        if (value < n)
            throw new SurveyDataException($"In {nameOf(group)} {Invariant.Text(n)} units were drawn from a population of {Invariant.Text(value)} ('{name}'); population sizes count the units that could have been drawn, not those that were.");
        return value;
    }

    /// <summary>Counts, or sampled fractions; refuses both together.</summary>
    /// <param name="stages">The columns of all stages, chunk by chunk.</param>
    /// <param name="placeOfRow">What a row is called in messages, such as "row 7".</param>
    public static Kind KindOf(IEnumerable<(string Name, IReadOnlyList<NumberColumn> Parts)> stages, Func<long, string> placeOfRow)
    {
        (double Value, string Name, long Row) low = (double.PositiveInfinity, "", 0), high = (double.NegativeInfinity, "", 0);
        foreach ((string name, IReadOnlyList<NumberColumn> parts) in stages)
        {
            long row = 0;
            foreach (NumberColumn part in parts)
                foreach (double value in part.Values)
                {
                    row++;
                    if (!(value > 0))
                        throw new SurveyDataException($"The population size '{name}' is {(double.IsNaN(value) ? "missing" : Invariant.Text(value))} in {placeOfRow(row - 1)}; it is a count of units of at least 1, or a sampled fraction above 0.");
                    if (value < low.Value)
                        low = (value, name, row);
                    if (value > high.Value)
                        high = (value, name, row);
                }
        }
        if (low.Value < 1 && high.Value > 1)
            throw new SurveyDataException($"The population size '{low.Name}' is {Invariant.Text(low.Value)} in {placeOfRow(low.Row - 1)}, a sampled fraction, and {(low.Name == high.Name ? "" : $"'{high.Name}' is ")}{Invariant.Text(high.Value)} in {placeOfRow(high.Row - 1)}, a count; give one or the other in every row and at every stage.");
        return high.Value > 1 ? Kind.Counts : Kind.Fractions;
    }
}
