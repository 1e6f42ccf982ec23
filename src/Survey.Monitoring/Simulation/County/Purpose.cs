namespace Survey.Monitoring.Simulating;

/// <summary>What random numbers are for: each purpose has streams of its own, so that no part of the work depends on when another is done.</summary>
internal enum Purpose
{
    /// <summary>How many villages a town has, and how many households a village.</summary>
    Frame,

    /// <summary>Who lives in a village.</summary>
    People,

    /// <summary>How a village differs from others.</summary>
    Effects,

    /// <summary>What the people of a village answer in a wave.</summary>
    Answers,

    /// <summary>What the people of a village do in a wave.</summary>
    Habits,

    /// <summary>Which villages of a town are drawn.</summary>
    Villages,

    /// <summary>Which households of a village are drawn in a wave.</summary>
    Households,

    /// <summary>Which Kish tables the households of a village have in a wave.</summary>
    Tables,

    /// <summary>Who does not answer in a village in a wave.</summary>
    Nonresponse,

    /// <summary>What stands on the questionnaires of a village in a wave.</summary>
    Paper,
}

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
