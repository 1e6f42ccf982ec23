namespace Survey;

/// <summary>The stages of an earlier sample, for each row of a later one.</summary>
/// <param name="Count">How many stages it had.</param>
/// <param name="Columns">What it said of each stage.</param>
/// <param name="Probabilities">Of all its stages together.</param>
internal sealed record EarlierStages(int Count, IReadOnlyList<(string Name, Column Column)> Columns, double[] Probabilities)
{
    private static readonly string[] OfStage = ["probability", "drawn", "units"];

    public static EarlierStages Of(Table earlier, IReadOnlyList<string> strata, Table rows)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        string[] keys = [.. strata.Where(earlier.Columns.Contains)];
        if (keys.Length == 0)
            throw new SurveyDataException($"The earlier sample has none of the columns {(strata.Count == 0 ? "of strata, as this draw has no strata" : string.Join(", ", strata))}; draw within the units of the earlier sample, such as villages.");
        int[] partners = Partners(earlier, keys, rows);
        int count = 0;
        while (earlier.Columns.Contains($"probability{count + 1}"))
            count++;
        string[] names = [.. Enumerable.Range(1, count).SelectMany(stage => OfStage.Select(name => $"{name}{stage}").Where(earlier.Columns.Contains))];
        NumberColumn probabilities = earlier.Columns.Contains("probability") && earlier["probability"] is NumberColumn numbers && count > 0
            ? numbers
            : throw new SurveyDataException("The earlier sample has no columns probability1 and probability, which a drawn sample has; take the file that was written by the draw.");
        return new EarlierStages(count, [.. names.Select(name => (name, earlier[name].Take(partners)))], Array.ConvertAll(partners, partner => Checked(probabilities.Values[partner], partner)));
    }

    private static double Checked(double probability, int row) =>
        probability is > 0 and <= 1 ? probability : throw new SurveyDataException($"Row {row + 1} of the earlier sample has the probability {Invariant.Text(probability)}, and one that was drawn has one above 0 and at most 1.");

    private static int[] Partners(Table earlier, string[] keys, Table rows)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < earlier.RowCount; row++)
            if (!rowOf.TryAdd(KeyOf(earlier, keys, row), row))
                throw new SurveyDataException($"The earlier sample has {Shown(earlier, keys, row)} twice, again in row {row + 1}; each unit stands once.");
        int[] partners = new int[rows.RowCount];
        for (int row = 0; row < partners.Length; row++)
            if (!rowOf.TryGetValue(KeyOf(rows, keys, row), out partners[row]))
                throw new SurveyDataException($"{Shown(rows, keys, row)} of the frame is not in the earlier sample, so nothing is to be drawn there; take its rows out of the frame.");
        int[] lacking = [.. Enumerable.Range(0, earlier.RowCount).Except(partners)];
        return lacking.Length == 0
            ? partners
            : throw new SurveyDataException($"{Shown(earlier, keys, lacking[0])}{(lacking.Length > 1 ? $" and {Invariant.Count(lacking.Length - 1)} more" : "")} of the earlier sample {(lacking.Length == 1 ? "has" : "have")} no rows in the frame, so nothing was drawn there; list what is there, or add it to the frame.");
    }

    private static string KeyOf(Table table, string[] keys, int row) => string.Join(Frame.KeySeparator, keys.Select(key => table[key].TextAt(row)?.Trim()));

    private static string Shown(Table table, string[] keys, int row) => string.Join(", ", keys.Select(key => $"{key} '{table[key].TextAt(row)}'"));
}
