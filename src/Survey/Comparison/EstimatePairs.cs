namespace Survey;

/// <summary>Finds the same figure in two waves.</summary>
internal sealed class EstimatePairs
{
    /// <param name="joint">Estimates of all waves, the wave the first of their levels.</param>
    /// <param name="from">The earlier wave.</param>
    /// <param name="to">The later wave.</param>
    public EstimatePairs(Estimates joint, string from, string to)
    {
        (string Key, int Index)[] before = Of(joint, from), after = Of(joint, to);
        Dictionary<string, int> afterOf = after.ToDictionary(own => own.Key, own => own.Index);
        HashSet<string> beforeKeys = [.. before.Select(own => own.Key)];
        Matched = [.. before.Where(own => afterOf.ContainsKey(own.Key)).Select(own => (own.Index, afterOf[own.Key]))];
        Notes = [
            .. before.Where(own => !afterOf.ContainsKey(own.Key)).Select(own => $"no change of the {own.Key}: {to} does not have it"),
            .. after.Where(own => !beforeKeys.Contains(own.Key)).Select(own => $"no change of the {own.Key}: {from} does not have it")];
    }

    /// <summary>Indices of a figure that both waves have.</summary>
    public IReadOnlyList<(int Before, int After)> Matched { get; }

    /// <summary>Figures that one wave lacks.</summary>
    public IReadOnlyList<string> Notes { get; }

    private static (string Key, int Index)[] Of(Estimates joint, string wave) =>
        [.. from k in Enumerable.Range(0, joint.Count)
            where joint[k].Domain[0].Level == wave
            select ((joint[k] with { Domain = [.. joint[k].Domain.Skip(1)] }).Title, k)];
}
