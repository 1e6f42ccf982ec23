namespace Survey;

/// <summary>Finds the same figure in several waves.</summary>
internal sealed class EstimateSeries
{
    /// <summary>A figure whatever its wave; the same one asked for twice has two numbers.</summary>
    private readonly record struct Figure(string Statistic, string Variable, string? Category, Sequence<DomainLevel> Domain, int Number);

    /// <param name="joint">Estimates of all waves, the wave the first of their levels.</param>
    /// <param name="waves">The waves that matter.</param>
    public EstimateSeries(Estimates joint, IReadOnlyList<string> waves)
    {
        Dictionary<Figure, int>[] indexOf = [.. waves.Select(wave => Of(joint, wave))];
        Figure[] figures = [.. indexOf.SelectMany(own => own.Keys).Distinct()];
        All = [.. figures.Where(figure => Array.TrueForAll(indexOf, own => own.ContainsKey(figure))).Select(figure => Array.ConvertAll(indexOf, own => own[figure]))];
        Notes = [.. from figure in figures
                    from w in Enumerable.Range(0, waves.Count)
                    where !indexOf[w].ContainsKey(figure)
                    let title = indexOf.Where(own => own.ContainsKey(figure)).Select(own => WithoutWave(joint[own[figure]]).Title).First()
                    select $"the {title} is not compared: {waves[w]} does not have it"];
    }

    /// <summary>For each figure that all waves have its index in each.</summary>
    public IReadOnlyList<int[]> All { get; }

    /// <summary>Figures that a wave lacks.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The series, if every wave has every figure.</summary>
    /// <exception cref="SurveyDataException">A wave lacks one.</exception>
    public EstimateSeries Complete() => Notes.Count == 0 ? this : throw new SurveyDataException($"Not every wave has every figure: {Notes[0]}; split by, or ask about, what all waves have.");

    /// <summary>"proportion of smoker", without its domain.</summary>
    public static string Called(Estimate estimate) => (estimate with { Domain = [] }).Title;

    /// <summary>An estimate as its wave has it, without the wave among its levels.</summary>
    public static Estimate WithoutWave(Estimate estimate) => estimate with { Domain = new Sequence<DomainLevel>([.. estimate.Domain.Skip(1)]) };

    private static Dictionary<Figure, int> Of(Estimates joint, string wave)
    {
        var indexOf = new Dictionary<Figure, int>();
        for (int k = 0; k < joint.Count; k++)
        {
            Estimate estimate = joint[k];
            if (estimate.Domain[0].Level != wave)
                continue;
            var figure = new Figure(estimate.Statistic, estimate.Variable, estimate.Category, new Sequence<DomainLevel>([.. estimate.Domain.Skip(1)]), 0);
            while (!indexOf.TryAdd(figure, k))
                figure = figure with { Number = figure.Number + 1 };
        }
        return indexOf;
    }
}
