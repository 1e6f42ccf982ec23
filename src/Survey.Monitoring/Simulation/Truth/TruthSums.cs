namespace Survey.Monitoring.Simulating;

/// <summary>Sums over the residents of a county in a wave, by domain. Whole numbers, so that the order of adding is no matter.</summary>
internal sealed class TruthSums
{
    private const int Everyone = 0, Areas = 1, Sexes = Areas + 2, Ages = Sexes + 2, Schools = Ages + AgeGroups.Count - 1, Towns = Schools + Education.Count;

    private readonly long[,] _sums;

    /// <summary>People aged 15 to 69, and people from 15 on.</summary>
    private readonly long[,] _people;

    private TruthSums(int domains) => (_sums, _people) = (new long[domains, TrueFigure.All.Count], new long[domains, 2]);

    public static TruthSums Of(County county, int wave, int threads)
    {
        var all = new TruthSums(Towns + county.Towns.Length);
        Parallel.For(0, county.Villages.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new TruthSums(Towns + county.Towns.Length),
            (village, _, own) =>
            {
                own.Add(county.Villages[village], wave);
                return own;
            },
            all.Add);
        return all;
    }

    public long People(TrueFigure indicator, int domain) => _people[domain, indicator.WithOld ? 1 : 0];

    public long Sum(TrueFigure indicator, int domain) => _sums[domain, indicator.Index];

    private void Add(Village village, int wave)
    {
        Span<int> values = stackalloc int[TrueFigure.All.Count];
        Span<int> domains = [Everyone, Areas + (village.Place.Town.IsUrban ? 0 : 1), 0, 0, 0, Towns + village.Place.Town.Index];
        VillageWave known = village.Waves[wave];
        for (int k = 0; k < village.People.Length; k++)
        {
            Person person = village.People[k];
            if (person.Age < 15 || !person.IsResident)
                continue;
            domains[2] = Sexes + (person.IsMan ? 0 : 1);
            domains[3] = Ages + AgeGroups.Of(person.Age) - 1;
            domains[4] = Schools + person.Education;
            foreach (TrueFigure indicator in TrueFigure.All)
                values[indicator.Index] = indicator.Of(known.Right[k], known.Habits[k]);
            foreach (int domain in domains)
                Add(domain, AgeGroups.IsEligible(person.Age), values);
        }
    }

    private void Add(int domain, bool isEligible, ReadOnlySpan<int> values)
    {
        _people[domain, 0] += isEligible ? 1 : 0;
        _people[domain, 1]++;
        foreach (TrueFigure indicator in TrueFigure.All)
            if (isEligible || indicator.WithOld)
                _sums[domain, indicator.Index] += values[indicator.Index];
    }

    private void Add(TruthSums other)
    {
        lock (_sums)
        {
            for (int domain = 0; domain < _sums.GetLength(0); domain++)
            {
                for (int k = 0; k < _sums.GetLength(1); k++)
                    _sums[domain, k] += other._sums[domain, k];
                for (int k = 0; k < 2; k++)
                    _people[domain, k] += other._people[domain, k];
            }
        }
    }
}
