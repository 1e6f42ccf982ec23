namespace Survey.Benchmarks;

/// <summary>Made-up samples of 50 strata with 40 PSUs each. Rows stand in random order, or PSU by PSU.</summary>
internal static class SyntheticSample
{
    public const int Strata = 50, PsusPerStratum = 40, Regions = 10;

    /// <summary>
    /// Columns: stratum, psu (numbered within the stratum), weight, smoker (0 or 1, 3 % missing), age, region (a category of 10 levels) and answer (a category of 4).
    /// </summary>
    public static Table Of(int rows, bool sorted = false, int seed = 1, int psusPerStratum = PsusPerStratum)
    {
        var random = new Random(seed);
        double[] stratum = new double[rows], psu = new double[rows], weight = new double[rows], smoker = new double[rows], age = new double[rows];
        string[] region = new string[rows], answer = new string[rows];
        string[] answers = ["daily", "sometimes", "formerly", "never"];
        for (int row = 0; row < rows; row++)
        {
            int unit = sorted ? (int)((long)row * Strata * psusPerStratum / rows) : random.Next(Strata * psusPerStratum);
            stratum[row] = 1 + unit / psusPerStratum;
            psu[row] = 1 + unit % psusPerStratum;
            weight[row] = 50 + 100 * random.NextDouble();
            smoker[row] = random.NextDouble() < 0.03 ? double.NaN : random.NextDouble() < 0.2 + 0.002 * psu[row] ? 1 : 0;
            age[row] = 15 + random.Next(55);
            region[row] = $"region {1 + random.Next(Regions)}";
            answer[row] = answers[random.Next(answers.Length)];
        }
        return Table.FromColumns([
            ("stratum", new NumberColumn(stratum)), ("psu", new NumberColumn(psu)), ("weight", new NumberColumn(weight)),
            ("smoker", new NumberColumn(smoker)), ("age", new NumberColumn(age)),
            ("region", new CategoryColumn(region)), ("answer", new CategoryColumn(answer))]);
    }
}
