namespace Survey.Monitoring;

/// <summary>How the two answers to an item agree over interviews that were done twice.</summary>
/// <param name="Item">Its column, or the item of the instrument.</param>
/// <param name="Pairs">Interviews with an answer both times.</param>
/// <param name="Agreements">Those whose two answers are the same: the same level or options, or equal numbers or days.</param>
/// <param name="OneMissing">Interviews with an answer once only; they are no pairs.</param>
/// <param name="BothMissing">Interviews without an answer both times.</param>
/// <param name="Kappa">
/// Cohen's κ of levels; NaN of numbers and days, whose agreement by chance depends on how finely they are written, without pairs, and where all answers of both times are one level.
/// </param>
/// <remarks>
/// κ = (p − e) / (1 − e), with p the share of pairs that agree, and e = Σ aₗbₗ / n² over levels, aₗ and bₗ the pairs with level l the first and the second time.
/// Cohen (1960), Educational and Psychological Measurement 20(1), 37–46, without weights.
/// </remarks>
public sealed record ItemAgreement(string Item, long Pairs, long Agreements, long OneMissing, long BothMissing, double Kappa)
{
    /// <summary>The share of pairs that agree, from 0 to 1; NaN without pairs.</summary>
    public double Agreement => (double)Agreements / Pairs;

    /// <summary>Counts the answers of interviews that were done twice.</summary>
    /// <param name="item">Its name.</param>
    /// <param name="first">The answers of the wave.</param>
    /// <param name="second">Those of the re-check, in the same order.</param>
    internal static ItemAgreement Of(string item, Column first, Column second)
    {
        long agreements = 0, pairs = 0, oneMissing = 0, bothMissing = 0;
        var levels = new Dictionary<string, (long First, long Second)>(StringComparer.Ordinal);
        for (int row = 0; row < first.Length; row++)
        {
            if (first.IsMissing(row) || second.IsMissing(row))
            {
                _ = first.IsMissing(row) && second.IsMissing(row) ? bothMissing++ : oneMissing++;
                continue;
            }
            pairs++;
            agreements += IsSame(first, second, row) ? 1 : 0;
            (string before, string after) = (first.TextAt(row)!, second.TextAt(row)!);
            levels[before] = levels.GetValueOrDefault(before) with { First = levels.GetValueOrDefault(before).First + 1 };
            levels[after] = levels.GetValueOrDefault(after) with { Second = levels.GetValueOrDefault(after).Second + 1 };
        }
        bool hasLevels = first is CategoryColumn or FlagColumn;
        return new ItemAgreement(item, pairs, agreements, oneMissing, bothMissing, hasLevels ? KappaOf(pairs, agreements, levels.Values) : double.NaN);
    }

    // -0 and 0 are one number with two texts
    private static bool IsSame(Column first, Column second, int row) =>
        (first, second) is (NumberColumn a, NumberColumn b) ? a.Values[row] == b.Values[row] : first.TextAt(row) == second.TextAt(row);

    /// <summary>κ with n² above and below, so that whole numbers are divided once; 0 / 0 where it says nothing.</summary>
    private static double KappaOf(long pairs, long agreements, IEnumerable<(long First, long Second)> levels)
    {
        long byChance = levels.Sum(level => level.First * level.Second);
        return (double)((pairs * agreements) - byChance) / ((pairs * pairs) - byChance);
    }
}
