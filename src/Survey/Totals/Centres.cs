namespace Survey;

/// <summary>Finds a value near those of each domain.</summary>
internal static class Centres
{
    /// <summary>Writes the first value of each domain that counts, and the median of those where a domain has none; false, and nothing written, where no row counts.</summary>
    /// <param name="values">Of the rows.</param>
    /// <param name="domains">Of the rows; below 0 where a row is in none.</param>
    /// <param name="weights">Of the rows; empty where none is 0.</param>
    /// <param name="centres">One for each domain.</param>
    public static bool Find(ReadOnlySpan<double> values, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, double[] centres)
    {
        double[] first = Enumerable.Repeat(double.NaN, centres.Length).ToArray();
        int found = 0;
        for (int row = 0; row < values.Length && found < first.Length; row++)
        {
            bool counts = domains[row] >= 0 && !double.IsNaN(values[row]) && (weights.IsEmpty || weights[row] > 0);
            if (counts && double.IsNaN(first[domains[row]]))
            {
                first[domains[row]] = values[row];
                found++;
            }
        }
        if (found == 0)
            return false;
        double[] known = [.. first.Where(value => !double.IsNaN(value)).Order()];
        for (int domain = 0; domain < centres.Length; domain++)
            centres[domain] = double.IsNaN(first[domain]) ? known[known.Length / 2] : first[domain];
        return true;
    }
}
