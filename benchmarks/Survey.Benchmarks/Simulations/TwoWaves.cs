namespace Survey.Simulations;

/// <summary>Two waves of a survey of health literacy, of which some villages are in both.</summary>
/// <remarks>
/// Six towns are the strata. Villages are drawn from so many that no finite population correction is due: each draw is a new village with its own effect, N(0, 0.6²) on the logit scale.
/// A village in both waves keeps its effect and its id; the people asked are others. Weights are unequal and have nothing to do with literacy.
/// </remarks>
/// <param name="townSpread">How far apart the towns are: their effects go in equal steps from minus this to this, on the logit scale.</param>
internal sealed class TwoWaves(double townSpread)
{
    public const int Towns = 6, VillagesPerTown = 8, PeoplePerVillage = 20;

    private const double EffectDeviation = 0.6, LeastWeight = 80, MostWeight = 240;

    private static readonly (int Year, double Rate)[] _waves = [(2023, 0.24), (2024, 0.29)];

    /// <summary>The literate share of the population in each wave: the mean over all villages there might be.</summary>
    public IReadOnlyList<double> Truth { get; } =
        [.. _waves.Select(wave => Enumerable.Range(0, Towns).Average(town => MeanOverVillages(Logit(wave.Rate) + TownEffect(townSpread, town))))];

    /// <summary>Draws both waves.</summary>
    /// <param name="replaced">How many of the villages of each town are others in the second wave.</param>
    /// <param name="sample">The same number gives the same sample.</param>
    /// <returns>Columns year, town, village, w and literate.</returns>
    public Table Draw(int replaced, int sample)
    {
        // a stream of its own for each spread, so that tables of two populations are not of the same draws
        var random = new RandomStream(BitConverter.DoubleToUInt64Bits(townSpread) + ((ulong)replaced << 32) + (uint)sample);
        var rows = new List<(double Year, double Town, double Village, double Weight, double Literate)>();
        for (int town = 0; town < Towns; town++)
            for (int place = 0; place < VillagesPerTown; place++)
            {
                double effect = EffectDeviation * random.Normal();
                for (int w = 0; w < _waves.Length; w++)
                {
                    bool isNew = w > 0 && place < replaced;
                    if (isNew)
                        effect = EffectDeviation * random.Normal();
                    double village = 1_000 * town + place + (isNew ? 100 : 0), rate = Expit(Logit(_waves[w].Rate) + TownEffect(townSpread, town) + effect);
                    for (int person = 0; person < PeoplePerVillage; person++)
                        rows.Add((_waves[w].Year, town, village, LeastWeight + (MostWeight - LeastWeight) * random.Uniform(), random.Uniform() < rate ? 1 : 0));
                }
            }
        return Table.FromColumns([
            ("year", new NumberColumn([.. rows.Select(row => row.Year)])), ("town", new NumberColumn([.. rows.Select(row => row.Town)])),
            ("village", new NumberColumn([.. rows.Select(row => row.Village)])), ("w", new NumberColumn([.. rows.Select(row => row.Weight)])),
            ("literate", new NumberColumn([.. rows.Select(row => row.Literate)]))]);
    }

    private static double TownEffect(double spread, int town) => spread * (2.0 * town / (Towns - 1) - 1);

    /// <summary>∫ expit(logit + 0.6 z) φ(z) dz by the trapezoidal rule, which is as good as exact for such an integrand.</summary>
    private static double MeanOverVillages(double logit)
    {
        const double Step = 1.0 / 64;
        double sum = 0;
        for (int k = -640; k <= 640; k++)
            sum += Expit(logit + EffectDeviation * Step * k) * Math.Exp(-0.5 * Step * k * Step * k);
        return sum * Step / Math.Sqrt(2 * Math.PI);
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static double Expit(double x) => 1 / (1 + Math.Exp(-x));
}
