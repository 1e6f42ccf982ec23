namespace Survey;

/// <summary>Finds the same figure in several waves.</summary>
internal sealed class EstimateSeries
{
    /// <param name="joint">Estimates of all waves, the wave the first of their levels.</param>
    /// <param name="waves">The waves that matter.</param>
    public EstimateSeries(Estimates joint, IReadOnlyList<string> waves)
    {
        Dictionary<string, int>[] indexOf = [.. waves.Select(wave => Of(joint, wave))];
        string[] figures = [.. indexOf.SelectMany(own => own.Keys).Distinct()];
        All = [.. figures.Where(figure => Array.TrueForAll(indexOf, own => own.ContainsKey(figure))).Select(figure => Array.ConvertAll(indexOf, own => own[figure]))];
        Notes = [.. from figure in figures
                    from w in Enumerable.Range(0, waves.Count)
                    where !indexOf[w].ContainsKey(figure)
                    select $"the {figure} is not compared: {waves[w]} does not have it"];
    }

    /// <summary>For each figure that all waves have its index in each.</summary>
    public IReadOnlyList<int[]> All { get; }

    /// <summary>Figures that a wave lacks.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>An estimate as its wave has it, without the wave among its levels.</summary>
    public static Estimate WithoutWave(Estimate estimate) => estimate with { Domain = new Sequence<DomainLevel>([.. estimate.Domain.Skip(1)]) };

    private static Dictionary<string, int> Of(Estimates joint, string wave) =>
        Enumerable.Range(0, joint.Count).Where(k => joint[k].Domain[0].Level == wave).ToDictionary(k => WithoutWave(joint[k]).Title, k => k);
}
