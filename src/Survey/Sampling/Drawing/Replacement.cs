namespace Survey;

/// <summary>The two steps of a partly kept sample in one stratum: some of last year's units by lot, the others anew.</summary>
/// <param name="probabilities">By which last year's units were drawn; none is certain.</param>
/// <param name="sizes">Null where all are alike.</param>
/// <param name="count">How many were drawn and are drawn.</param>
/// <param name="share">Of them that is kept.</param>
/// <param name="stage">How they are drawn.</param>
internal sealed class Replacement(double[] probabilities, double[]? sizes, int count, double share, SamplingStage stage)
{
    // 0.1 + 0.2 of ten are three
    private readonly int _fewest = (int)Math.Floor(share * count + 1e-9);

    private double Remainder => Math.Max(0, share * count - _fewest);

    public void CheckEnough(Func<string> where)
    {
        int others = probabilities.Length - count, wanted = count - _fewest;
        if (others < wanted)
            throw new SurveyDataException($"{where()}{Invariant.Count(wanted)} new units of {stage.Unit} are to be drawn and {Invariant.Count(others)} were not in last year's sample; keep a greater share.");
    }

    /// <summary>Which units are in this year's sample.</summary>
    public IEnumerable<int> Draw(int[] last, RandomStream random)
    {
        int kept = _fewest + (random.Uniform() < Remainder ? 1 : 0);
        foreach (int at in SimpleRandomSample.Draw(count, kept, random))
            yield return last[at];
        int[] others = [.. Enumerable.Range(0, probabilities.Length).Except(last)];
        foreach (int at in Selection.Draw(FreshOf(others, count - kept), stage.Method, random))
            yield return others[at];
    }

    /// <summary>The chances over both years.</summary>
    public double[] Probabilities()
    {
        if (sizes is null)
            return probabilities; // all alike, whatever the method
        double[] overall = Array.ConvertAll(probabilities, probability => probability * (_fewest + Remainder) / count);
        foreach ((int[] last, double chance) in SampleSpace.Of(probabilities, count, stage.Method))
        {
            int[] others = [.. Enumerable.Range(0, probabilities.Length).Except(last)];
            AddFresh(overall, others, _fewest, chance * (1 - Remainder));
            AddFresh(overall, others, _fewest + 1, chance * Remainder);
        }
        return overall;
    }

    private void AddFresh(double[] overall, int[] others, int kept, double chance)
    {
        if (chance <= 0 || kept >= count)
            return;
        double[] fresh = FreshOf(others, count - kept);
        for (int k = 0; k < others.Length; k++)
            overall[others[k]] += chance * fresh[k];
    }

    private double[] FreshOf(int[] others, int wanted) => StratumDrawer.ProbabilitiesOf(sizes is null ? null : Array.ConvertAll(others, unit => sizes[unit]), others.Length, wanted);
}
