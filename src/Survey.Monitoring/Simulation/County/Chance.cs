namespace Survey.Monitoring.Simulating;

/// <summary>Streams of random numbers by seed, place, wave and purpose.</summary>
internal static class Chance
{
    public static RandomStream Of(ulong seed, Purpose purpose, int place, int wave = 0) => new(seed, (ulong)purpose, (ulong)place, (ulong)wave);

    /// <summary>Whether something of that chance happens.</summary>
    public static bool Happens(this RandomStream random, double chance) => random.Uniform() < chance;

    /// <summary>One of several things, by their chances, which add up to 1.</summary>
    public static int Among(this RandomStream random, double[] chances)
    {
        double left = random.Uniform();
        int last = chances.Length - 1;
        for (int k = 0; k < last; k++)
            if ((left -= chances[k]) < 0)
                return k;
        // rounding must not choose what has no chance
        while (last > 0 && chances[last] == 0)
            last--;
        return last;
    }

    /// <summary>A chance whose log odds are moved.</summary>
    public static double Moved(double chance, double logOdds) => chance is 0 or 1 ? chance : 1 / (1 + ((1 - chance) / chance * Math.Exp(-logOdds)));
}
