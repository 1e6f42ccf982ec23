namespace Survey;

/// <summary>Finds a value near those of each domain.</summary>
internal static class Centres
{
    /// <summary>Writes the first value that counts in each domain that has no centre yet; true when all have one.</summary>
    /// <param name="values">Of the rows.</param>
    /// <param name="domains">Of the rows; below 0 where a row is in none.</param>
    /// <param name="weights">Of the rows; empty where none is 0.</param>
    /// <param name="centres">One for each domain; NaN where it has none yet.</param>
    /// <param name="first">The first value that counts in whatever domain; NaN before it is met.</param>
    public static bool Find(ReadOnlySpan<double> values, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, double[] centres, ref double first)
    {
        int lacking = centres.Count(double.IsNaN);
        for (int row = 0; row < values.Length && lacking > 0; row++)
        {
            bool counts = domains[row] >= 0 && !double.IsNaN(values[row]) && (weights.IsEmpty || weights[row] > 0);
            if (counts && double.IsNaN(centres[domains[row]]))
            {
                if (double.IsNaN(first))
                    first = values[row];
                centres[domains[row]] = values[row];
                lacking--;
            }
        }
        return lacking == 0;
    }
}
