namespace Survey;

/// <summary>Draws a plan's sample from a frame, stage by stage.</summary>
internal sealed class SampleDrawer(SamplingPlan plan, Frame frame)
{
    private readonly List<StratumSample> _strata = [];
    private readonly DrawNotes _notes = new(frame);
    private readonly PartialReplacement? _replacement = plan.Stages[0].Kept is { } kept ? new PartialReplacement(frame, plan.Stages[0], kept) : null;

    public SampleDraw Draw()
    {
        DrawnUnit[] drawn = [];
        for (int stage = 0; stage < plan.Stages.Count; stage++)
            drawn = DrawStage(stage, drawn);
        Array.Sort(drawn, (a, b) => a.Unit.CompareTo(b.Unit));
        return new SampleDraw(frame, drawn, _strata, _notes);
    }

    private DrawnUnit[] DrawStage(int stage, DrawnUnit[] parents)
    {
        var parentOf = parents.ToDictionary(parent => parent.Unit);
        int[] strata = [.. Enumerable.Range(0, frame.StratumCount(stage)).Where(stratum => stage == 0 || parentOf.ContainsKey(frame.ParentOf(stage, stratum)))];
        int[]?[] unitsOf = new UnitsByStratum(frame, stage).Of(strata);
        var order = new UnitOrder(frame.Stages[stage]);
        int[] counts = CountsOf(stage, strata, unitsOf);
        var drawn = new List<DrawnUnit>();
        for (int k = 0; k < strata.Length; k++)
        {
            int[] units = unitsOf[strata[k]]!;
            order.Sort(units);
            StratumSample sample = DrawStratum(stage, strata[k], units, counts[k]);
            _strata.Add(sample);
            _notes.Add(sample);
            DrawnUnit? parent = stage == 0 ? null : parentOf[frame.ParentOf(stage, strata[k])];
            drawn.AddRange(sample.At.Select(at => new DrawnUnit(units[at], sample.ProbabilityAt(at), sample, parent)));
        }
        return [.. drawn];
    }

    private StratumSample DrawStratum(int stage, int stratum, int[] units, int count)
    {
        SamplingStage how = plan.Stages[stage];
        double[]? sizes = how.HasSizes ? Array.ConvertAll(units, frame.Stages[stage].SizeOf) : null;
        RandomStream random = StreamOf(stage, stratum);
        if (stage == 0 && _replacement is not null)
            return _replacement.Draw(stratum, units, sizes, count, random);
        (int[] at, double[]? probabilities) = StratumDrawer.Draw(how, sizes, units.Length, count, random);
        return new StratumSample(stage, stratum, units, probabilities, count, at);
    }

    /// <summary>Chance of a stratum's own, from its name, so that strata may be drawn apart from one another with the same result.</summary>
    private RandomStream StreamOf(int stage, int stratum) =>
        new(plan.Seed, [(ulong)stage, .. frame.TextsOf(stage, stratum).Select(text => IdCheck.HashOf(text))]);

    private int[] CountsOf(int stage, int[] strata, int[]?[] unitsOf)
    {
        SamplingStage how = plan.Stages[stage];
        if (how.Allocation is not Allocation.Allocated allocated)
            return Array.ConvertAll(strata, stratum => Checked(how, stage, stratum, CountOf(how, stage, stratum, unitsOf[stratum]!.Length), unitsOf[stratum]!.Length));
        int[] counts = new int[strata.Length];
        foreach (var siblings in Enumerable.Range(0, strata.Length).GroupBy(k => frame.ParentOf(stage, strata[k])))
            Allocate(how, stage, allocated.Count, [.. siblings], strata, unitsOf, counts);
        return counts;
    }

    private void Allocate(SamplingStage how, int stage, int count, int[] siblings, int[] strata, int[]?[] unitsOf, int[] counts)
    {
        int[] units = Array.ConvertAll(siblings, k => unitsOf[strata[k]]!.Length);
        if (count < siblings.Length)
            throw new SurveyDataException($"{Invariant.Count(count)} units of {how.Unit} are to be drawn over {Invariant.Count(siblings.Length)} strata, and each stratum needs one at least; draw more, or merge strata.");
        int all = units.Sum();
        if (count > all && !how.TakeAllIfFewer)
            throw new SurveyDataException($"{Invariant.Count(count)} units of {how.Unit} are to be drawn in all, and there are {Invariant.Count(all)}; draw fewer, or let strata that have fewer be taken whole (TakeAllIfFewer).");
        double[] sizes = Array.ConvertAll(siblings, k => unitsOf[strata[k]]!.Sum(frame.Stages[stage].SizeOf));
        int[] allocated = ProportionalAllocation.Of(Math.Min(count, all), sizes, units);
        for (int k = 0; k < siblings.Length; k++)
            counts[siblings[k]] = allocated[k];
    }

    private int CountOf(SamplingStage how, int stage, int stratum, int units)
    {
        if (how.Allocation is Allocation.Fixed each)
            return each.Count;
        if (how.Allocation is Allocation.ShareOfUnits share)
            return Math.Max(1, (int)Math.Floor(share.Of * units + 0.5));
        NodeNumbers drawn = frame.Stages[stage].Drawn!;
        double count = drawn[stratum];
        return count >= 1 && count <= int.MaxValue && count == Math.Floor(count)
            ? (int)count
            : throw new SurveyDataException($"In row {Invariant.Count(drawn.RowOf(stratum) + 1)} of the frame {drawn.Column.Name} is {Invariant.Text(count)}, and the number to draw is a whole number of at least 1; mend it.");
    }

    private int Checked(SamplingStage how, int stage, int stratum, int count, int units)
    {
        if (count <= units)
            return count;
        string where = frame.PathOf(stage, stratum) is { Length: > 0 } path ? path : "the frame";
        if (!how.TakeAllIfFewer)
            throw new SurveyDataException($"In {where} there {(units == 1 ? "is 1 unit" : $"are {Invariant.Count(units)} units")} of {how.Unit} and {Invariant.Count(count)} are to be drawn; draw fewer, merge strata, or let strata that have fewer be taken whole (TakeAllIfFewer).");
        _notes.AddShort(stage, units, count, where);
        return units;
    }
}
