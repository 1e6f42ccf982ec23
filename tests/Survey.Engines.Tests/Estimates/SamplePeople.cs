namespace Survey.Engines.Tests;

/// <summary>A sample with all that may go wrong: missing values in every column that may have them, negative numbers, Chinese texts, quotes and backslashes in levels, weights of 0, a variable of mean 100,000 and sd 5.</summary>
internal static class SamplePeople
{
    public const int Replicates = 12;

    private static readonly string?[] Opinions = ["it's \"good\"", "back\\slash", "说不清", "50 %; DROP TABLE x --", null];
    private static readonly string?[] Regions = ["北京", "North \\ East", "o'Neill", null];

    public static Table Of(int rows, ulong seed)
    {
        var random = new Random((int)seed);
        (string, Array)[] columns =
        [
            ("stratum", new double[rows]), ("county", new string?[rows]), ("psu", new double[rows]), ("household", new double[rows]), ("n psu", new double[rows]), ("n households", new double[rows]),
            ("w", new double[rows]), ("ws", new double[rows]), ("region", new string?[rows]), ("opinion", new string?[rows]), ("age", new double[rows]), ("height", new double[rows]), ("debt", new double[rows]), ("children", new double[rows]),
            ("smoker", new bool?[rows]), ("answered", new double[rows]), ("birth", new DateOnly?[rows]),
            .. Enumerable.Range(1, Replicates).Select(r => ($"rep{r}", (Array)new double[rows])),
        ];
        for (int row = 0; row < rows; row++)
            Fill(columns, row, random);
        return Table.FromColumns(columns.Select(column => (column.Item1, (System.Collections.IEnumerable)column.Item2)));
    }

    private static void Fill((string, Array)[] columns, int row, Random random)
    {
        int stratum = random.Next(1, 9), psu = random.Next(1, 7), region = random.Next(Regions.Length);
        double weight = random.Next(40) == 0 ? 0 : Math.Round(20 + 60 * random.NextDouble() * stratum, 3);
        double?[] numbers =
        [
            stratum, null, psu, random.Next(1, 12), 40 + stratum, 30 + psu, weight, 10.25 * stratum, null, null,
            Missing(random, random.Next(15, 90)), Missing(random, 100_000 + 5 * Normal(random) + region), Missing(random, -50 + 200 * random.NextDouble() * stratum), Missing(random, random.Next(5)),
            null, Missing(random, random.Next(2)), null,
            .. Enumerable.Range(0, Replicates).Select(r => weight * ((psu + r) % 3 == 0 ? 0.5 : 1.25)),
        ];
        for (int k = 0; k < columns.Length; k++)
            switch (columns[k].Item2)
            {
                case double[] own:
                    own[row] = numbers[k] ?? double.NaN;
                    break;
                case bool?[] own:
                    own[row] = random.Next(9) == 0 ? null : random.Next(3) == 0;
                    break;
                case DateOnly?[] own:
                    own[row] = random.Next(15) == 0 ? null : new DateOnly(1970, 1, 1).AddDays(random.Next(18_000));
                    break;
                case string?[] own:
                    own[row] = columns[k].Item1 switch { "county" => $"县{stratum}", "region" => Regions[region], _ => Opinions[random.Next(Opinions.Length)] };
                    break;
            }
    }

    private static double? Missing(Random random, double value) => random.Next(12) == 0 ? null : value;

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
