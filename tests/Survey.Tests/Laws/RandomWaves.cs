namespace Survey.Tests.Laws;

/// <summary>Two or three waves drawn from a seed: PSUs lost, new, kept or moved to another stratum, and in each wave strata, stages, population sizes and a lonely-PSU rule of its own.</summary>
internal sealed class RandomWaves
{
    private RandomWaves(IReadOnlyList<RandomSample> samples, IReadOnlyList<LonelyPsu> rules) => (Samples, Rules) = (samples, rules);

    public IReadOnlyList<RandomSample> Samples { get; }

    public IReadOnlyList<LonelyPsu> Rules { get; }

    public static RandomWaves Of(int seed, int waves = 2)
    {
        var random = new Random(seed);
        LonelyPsu[] rules = [.. Enumerable.Range(0, waves).Select(_ => (LonelyPsu)random.Next(4))];
        RandomSample[] samples = [.. rules.Select(rule => Draw(random, rule))];
        // else they keep numbers that begin anew in every stratum, so that a PSU is known by its stratum and its number
        if (random.Next(3) > 0)
            samples = Renumbered(samples, random);
        return new RandomWaves(samples, rules);
    }

    public static string Name(int wave) => $"wave {wave + 1}";

    public SurveyDesign Design(int wave) => Samples[wave].Design(Rules[wave]);

    public Waves Waves(bool samePlaces = true) => new(samePlaces && AnyEqual ? true : samePlaces ? null : false, Designs());

    public Waves Reversed() => new(AnyEqual ? true : null, [.. Designs().Reverse()]);

    /// <summary>Whether a PSU id occurs in two waves, so that there is something to declare.</summary>
    private bool AnyEqual
    {
        get
        {
            var apart = new Waves(false, Designs());
            return apart.Names.Any(first => apart.Names.Any(second => first != second && apart.Overlap(first, second).EqualIds > 0));
        }
    }

    private (string, Design)[] Designs() => [.. Samples.Select((_, wave) => (Name(wave), (Design)Design(wave)))];

    public RandomWaves With(Func<int, Row, Row> change) =>
        new([.. Samples.Select((sample, wave) => sample.With(sample.Rows.Select(row => change(wave, row))))], Rules);

    /// <summary>The same with no PSU in two waves.</summary>
    public RandomWaves Apart() => With((wave, row) => row with { Units = [1_000 * (wave + 1) + row.Units[0], .. row.Units.Skip(1)] });

    private static RandomSample Draw(Random random, LonelyPsu rule)
    {
        SamplePlan plan = SamplePlan.Of(random, rule);
        return RandomSample.Of(random.Next(), plan with { Clusters = Math.Max(1, plan.Clusters), MostUnits = 6 });
    }

    /// <summary>Numbers of one country: each is of one PSU of a wave at most, whatever its stratum.</summary>
    private static RandomSample[] Renumbered(RandomSample[] samples, Random random)
    {
        (string, int)[][] psus = [.. samples.Select(sample => sample.Rows.Select(Psu).Distinct().ToArray())];
        int most = psus.Max(own => own.Length), places = random.Next(most, 2 * most + 1);
        return [.. samples.Select((sample, wave) =>
        {
            int[] numbers = [.. Enumerable.Range(0, places)];
            random.Shuffle(numbers);
            return sample.With(sample.Rows.Select(row => row with { Units = [numbers[Array.IndexOf(psus[wave], Psu(row))], .. row.Units.Skip(1)] }));
        })];

        static (string, int) Psu(Row row) => (row.Stratum, row.Units[0]);
    }
}
