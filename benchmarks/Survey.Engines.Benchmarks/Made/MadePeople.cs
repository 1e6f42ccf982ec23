namespace Survey.Engines.Benchmarks;

/// <summary>A simulated survey in memory: 300 strata of 20 PSUs, 5 regions, weights of 50 to 150, an indicator, a number of mean 100,000 and sd 5, and one of which 4 in 100 are missing.</summary>
/// <remarks>
/// Every value follows from the number of its row by whole numbers below 2^62 and one division by a power of 2, so databases make the same rows by themselves, to the last bit (<see cref="MadeSql"/>).
/// </remarks>
internal static class MadePeople
{
    public const int Strata = 300, Psus = 20, ManyPsus = 200, MostPsus = 1_334, Regions = 5;

    /// <summary>What numbers are made of: a multiplier and an addend for each, under one prime.</summary>
    public static readonly (long Times, long Plus)[] Streams =
    [
        (1_583_458_089, 104_729), (784_588_716, 1_299_709), (1_226_874_159, 15_485_863), (950_706_376, 179_424_673),
        (742_938_285, 373_587_883), (2_027_812_808, 472_882_027), (1_323_257_245, 553_105_243), (1_166_986_153, 633_910_099), (630_360_016, 715_225_739), (1_812_433_253, 814_472_039),
    ];

    public const long Prime = 2_147_483_647;

    private const int Block = 65_536;

    /// <summary>The columns that files have; databases have psu200 and psu1334 besides, which make more groups.</summary>
    public static Table Of(int rows) =>
        Table.FromColumns(
        [
            ("stratum", NumberColumn.Owning(Filled(rows, row => 1.0 + Draw(0, row, Strata)))),
            ("psu", NumberColumn.Owning(Filled(rows, row => 1.0 + Draw(1, row, Psus)))),
            ("region", new CategoryColumn(Filled(rows, row => (int)Draw(2, row, Regions)), [.. Enumerable.Range(1, Regions).Select(region => $"region {region}")])),
            ("weight", NumberColumn.Owning(Filled(rows, row => 50 + Draw(3, row, 6_400) / 64.0))),
            ("smoker", FlagColumn.Owning(Filled(rows, row => Draw(4, row, 1_000) < 200 + 10 * Draw(1, row, Psus) ? (byte)1 : (byte)0))),
            ("height", NumberColumn.Owning(Filled(rows, row => 100_000 + (Draw(5, row, 1_280) + Draw(6, row, 1_280) + Draw(7, row, 1_280) + 16 * Draw(1, row, Psus) - 2_071) / 128.0))),
            ("income", NumberColumn.Owning(Filled(rows, row => Draw(8, row, 100) < 4 ? double.NaN : Draw(9, row, 100_003) / 4.0))),
        ]);

    private static long Draw(int stream, long row, int below) => (Streams[stream].Times * row + Streams[stream].Plus) % Prime % below;

    private static T[] Filled<T>(int rows, Func<long, T> of)
    {
        T[] values = new T[rows];
        Parallel.For(0, (rows + Block - 1) / Block, block =>
        {
            for (int row = block * Block; row < Math.Min(rows, (block + 1) * Block); row++)
                values[row] = of(row);
        });
        return values;
    }
}
