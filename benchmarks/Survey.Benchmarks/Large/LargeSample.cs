namespace Survey.Benchmarks;

/// <summary>Made-up samples of any size in compact columns, 50 strata with 40 PSUs each. Rows stand in random order of PSUs, or PSU by PSU. Each column is made by itself, so that a question holds no more than it needs.</summary>
internal static class LargeSample
{
    public const int Strata = 50, PsusPerStratum = 40, Psus = Strata * PsusPerStratum;

    private const int Block = 65_536;

    /// <param name="rows">How many.</param>
    /// <param name="sorted">Whether rows stand PSU by PSU.</param>
    /// <param name="columns">
    /// stratum and psu (numbered within the stratum) as categories, stratumNumber and psuNumber as numbers, weight, smoker (a flag, 3 % missing, whose rate differs by PSU), region (10 levels), district (300 levels),
    /// and x1, x2 ... (numbers whose means differ by PSU).
    /// </param>
    public static Table Of(int rows, bool sorted, params string[] columns) =>
        Table.FromColumns(columns.Select((name, k) => (name, Made(name, new Draws(rows, sorted, (ulong)k)))));

    private static Column Made(string name, Draws draws) => name switch
    {
        "stratum" => Category(Strata, draws.Fill((_, psu) => psu / PsusPerStratum)),
        "psu" => Category(PsusPerStratum, draws.Fill((_, psu) => psu % PsusPerStratum)),
        "stratumNumber" => NumberColumn.Owning(draws.Fill((_, psu) => 1.0 + (psu / PsusPerStratum))),
        "psuNumber" => NumberColumn.Owning(draws.Fill((_, psu) => 1.0 + (psu % PsusPerStratum))),
        "weight" => NumberColumn.Owning(draws.Fill((random, _) => 50 + (100 * random.Uniform()))),
        "smoker" => FlagColumn.Owning(draws.Fill((random, psu) => random.Uniform() < 0.03 ? (byte)2 : random.Uniform() < 0.2 + (0.002 * (psu % PsusPerStratum)) ? (byte)1 : (byte)0)),
        "region" => Category(10, draws.Fill((random, _) => (int)random.Below(10))),
        "district" => Category(300, draws.Fill((random, _) => (int)random.Below(300))),
        _ => NumberColumn.Owning(draws.Fill((random, psu) => psu + (1_000 * random.Uniform()))),
    };

    private static CategoryColumn Category(int levels, int[] codes) => new(codes, [.. Enumerable.Range(1, levels).Select(level => $"{level}")]);

    private sealed class Draws(int rows, bool sorted, ulong column)
    {
        /// <summary>A value for each row, of random numbers and of the number of its PSU.</summary>
        public T[] Fill<T>(Func<RandomStream, int, T> of)
        {
            T[] values = new T[rows];
            Parallel.For(0, (rows + Block - 1) / Block, block =>
            {
                RandomStream psus = new(1, (ulong)block), random = new(2, column, (ulong)block);
                for (int row = block * Block; row < Math.Min(rows, (block + 1) * Block); row++)
                {
                    int psu = (int)psus.Below(Psus);
                    values[row] = of(random, sorted ? (int)((long)row * Psus / rows) : psu);
                }
            });
            return values;
        }
    }
}
