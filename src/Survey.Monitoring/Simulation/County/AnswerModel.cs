namespace Survey.Monitoring.Simulating;

/// <summary>Which items people answer rightly: P = c + (1 - c) / (1 + exp(-a (ability - b))), the three-parameter logistic model.</summary>
/// <remarks>Birnbaum (1968), in Lord and Novick, Statistical Theories of Mental Test Scores.</remarks>
internal sealed class AnswerModel
{
    private readonly SimulationPlan _plan;

    /// <summary>exp(a b) of each item.</summary>
    private readonly double[] _difficulties;

    /// <summary>c of each item.</summary>
    private readonly double[] _guesses;

    public AnswerModel(SimulationPlan plan)
    {
        _plan = plan;
        _difficulties = [.. Items50.All.Select(item => Math.Exp(plan.Items.Discrimination * DifficultyOf(item, plan.Items)))];
        _guesses = [.. Items50.All.Select(item => plan.Items.Guessing[(int)item.Kind])];
    }

    /// <summary>What a village adds to its people's ability in each wave: its own difference, that of the wave, and all that has changed since the first.</summary>
    public double[] DifferencesOf(VillagePlace place)
    {
        LiteracyPlan literacy = _plan.Literacy;
        RandomStream random = Chance.Of(_plan.Seed, Purpose.Effects, place.Index);
        double own = literacy.VillageDeviation * random.Normal(), changed = 0;
        double[] differences = new double[_plan.Waves.Count];
        for (int wave = 0; wave < differences.Length; wave++)
        {
            changed += _plan.Waves[wave].Change.Literacy;
            differences[wave] = own + changed + (literacy.VillageInWaveDeviation * random.Normal());
        }
        return differences;
    }

    /// <summary>The items that each person aged 15 to 69 answers rightly, a bit an item.</summary>
    public ulong[] Right(Village village, int wave, double difference)
    {
        RandomStream random = Chance.Of(_plan.Seed, Purpose.Answers, village.Place.Index, wave);
        ReadOnlySpan<Person> people = village.People;
        ulong[] right = new ulong[people.Length];
        for (int person = 0; person < right.Length; person++)
            if (AgeGroups.IsEligible(people[person].Age))
                right[person] = RightOf(Math.Exp(_plan.Items.Discrimination * (people[person].Ability + difference)), random);
        return right;
    }

    // u < P with P = (c k + e) / (e + k), multiplied out, as a division an item would be half of the time
    private ulong RightOf(double e, RandomStream random)
    {
        ulong right = 0;
        for (int item = 0; item < _difficulties.Length; item++)
        {
            double k = _difficulties[item];
            if (random.Uniform() * (e + k) < (_guesses[item] * k) + e)
                right |= 1UL << item;
        }
        return right;
    }

    private static double DifficultyOf(SurveyItem item, ItemsPlan plan)
    {
        (double from, double to) = plan.Difficulty[(int)item.Kind];
        return from + ((to - from) * item.Hardness);
    }
}
