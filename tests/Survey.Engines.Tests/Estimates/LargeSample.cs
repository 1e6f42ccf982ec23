namespace Survey.Engines.Tests;

/// <summary>Three million people: 300 strata, 6,000 PSUs, a variable of mean 100,000 and sd 5, missing values.</summary>
internal static class LargeSample
{
    public const int Rows = 3_000_000, Strata = 300;

    public static readonly Lazy<Table> People = new(() => Of(1, Strata));

    /// <summary>The people of some strata, the same whichever are asked for.</summary>
    public static Table Of(int first, int last)
    {
        const int each = Rows / Strata;
        int rows = (last - first + 1) * each;
        double[] stratum = new double[rows], psu = new double[rows], weight = new double[rows], constant = new double[rows], height = new double[rows], age = new double[rows];
        byte[] smoker = new byte[rows];
        int[] town = new int[rows];
        for (int h = first; h <= last; h++)
        {
            var random = new Random(h);
            for (int row = (h - first) * each; row < (h - first + 1) * each; row++)
            {
                (stratum[row], psu[row], constant[row]) = (h, random.Next(1, 21), 10.125 * h);
                weight[row] = 1 + h * random.NextDouble();
                height[row] = 100_000 + 5 * Normal(random) + psu[row] / 10;
                age[row] = random.Next(12) == 0 ? double.NaN : random.Next(15, 90);
                smoker[row] = random.Next(15) == 0 ? FlagColumn.Missing : (byte)(random.Next(4) == 0 ? 1 : 0);
                town[row] = random.Next(6) - 1;
            }
        }
        return new Table([
            ("stratum", NumberColumn.Owning(stratum)), ("psu", NumberColumn.Owning(psu)), ("w", NumberColumn.Owning(weight)), ("ws", NumberColumn.Owning(constant)),
            ("height", NumberColumn.Owning(height)), ("age", NumberColumn.Owning(age)), ("smoker", FlagColumn.Owning(smoker)), ("town", new CategoryColumn(town, ["东", "中", "北", "南", "西"]))]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
