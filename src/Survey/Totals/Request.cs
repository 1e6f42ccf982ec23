namespace Survey;

/// <summary>What one pass over the rows is asked for: weighted totals of groups of terms, for every unit of a sample and every domain.</summary>
internal sealed class Request
{
    private readonly Bound? _weights;
    private readonly bool _countsAnswers;

    // numbers that a thread keeps of the rows it prepares, and the fewest rows that are worth a turn
    private const int MostBuffered = 1 << 22, LeastRows = 1_024;

    /// <param name="design">The sample.</param>
    /// <param name="domains">Of those meant.</param>
    /// <param name="groups">Of terms.</param>
    /// <param name="binder">That bound them.</param>
    /// <param name="countsWhole">Whether all rows are counted and weighed, in a domain or not.</param>
    public Request(Design design, DomainCodes domains, IReadOnlyList<TermGroup> groups, Binder binder, bool countsWhole = false)
        : this(design, design.UnitsFor(binder), design.WeightOfUnit, domains, groups, binder)
    {
        CountsWhole = countsWhole;
        _weights = design.Weights is null ? null : binder.Number(Expr.Col(design.Weights));
        _countsAnswers = _weights is not null && design is SurveyDesign { LonelyPsu: LonelyPsu.Adjust or LonelyPsu.Average };
        Calibrations = (design as SurveyDesign)?.Calibrations;
        Lay();
    }

    private Request(Design design, UnitCodes units, double[]? weightOfUnit, DomainCodes domains, IReadOnlyList<TermGroup> groups, Binder binder) =>
        (Design, Units, WeightOfUnit, Domains, Groups, Binder, FirstSlot) = (design, units, weightOfUnit, domains, groups, binder, new int[groups.Count]);

    /// <summary>The same with a weight of 1 for every row: what replicate weights are multiplied with. Centres are kept.</summary>
    public Request Unweighted()
    {
        var request = new Request(Design, Design.UnitsFor(Binder), null, Domains, Groups, Binder);
        request.Lay();
        return request;
    }

    private void Lay()
    {
        IReadOnlyList<TermGroup> groups = Groups;
        SlotCount = 1 + groups.Sum(group => group.SlotCount) + (_countsAnswers ? groups.Count : 0) + (RowsAreUnits ? 1 : 0);
        RowsAtATime = Chunk.Size;
        while (RowsAtATime > LeastRows && (long)RowsAtATime * SlotCount > MostBuffered)
            RowsAtATime /= 2;
        for (int g = 0, slot = 1; g < groups.Count; slot += groups[g++].SlotCount)
            FirstSlot[g] = slot;
    }

    public Design Design { get; }

    /// <summary>How the sample was drawn; of streamed rows known when they have been read.</summary>
    public Sample Sample => Design.Sample;

    /// <summary>Whether the units are the rows themselves.</summary>
    public bool RowsAreUnits => Design.RowsAreUnits;

    /// <summary>The unit of each row, or its stratum where rows are units.</summary>
    public UnitCodes Units { get; private set; }

    /// <summary>Weight of the rows of each unit, where weights follow from population sizes; else null.</summary>
    public double[]? WeightOfUnit { get; }

    /// <summary>Says that all rows have been read.</summary>
    /// <returns>The unit of each code by which totals were kept; null where a code is the number of its unit.</returns>
    public int[]? Complete()
    {
        int[]? unitOf = Units.Complete();
        if (unitOf is not null)
            Units = Design.UnitsFor(Binder); // known from now on
        return unitOf;
    }

    public DomainCodes Domains { get; }

    public IReadOnlyList<TermGroup> Groups { get; }

    public Binder Binder { get; }

    /// <summary>Whether all rows are counted and weighed, in a domain or not.</summary>
    public bool CountsWhole { get; }

    /// <summary>The steps that calibrated the weights, whose cross totals are wanted too; or null.</summary>
    public Calibrations? Calibrations { get; }

    /// <summary>Totals of a cell: the weights of the domain's rows, then each group's slots, then (where a lonely-PSU rule asks for it) how many rows answered each group, then (where rows are units) the number of rows.</summary>
    public int SlotCount { get; private set; }

    /// <summary>The first slot of each group: its sum of weights.</summary>
    public int[] FirstSlot { get; }

    public int RowCountSlot => SlotCount - 1;

    /// <summary>Above 0 in units with a row that answered a group. The rules Adjust and Average count a row of weight 0 too; a sum of weights would not see it.</summary>
    public int PresenceSlot(int group) => _countsAnswers ? AnswersSlot(group) : FirstSlot[group];

    /// <summary>Writes which rows answered, where that is counted.</summary>
    /// <param name="group">Of terms.</param>
    /// <param name="answered">-1 where no term of the group is missing, else 0.</param>
    /// <param name="slots">One array for each slot.</param>
    /// <param name="at">Where in those arrays the first of the rows stands.</param>
    public void FillAnswers(int group, ReadOnlySpan<long> answered, double[][] slots, int at)
    {
        if (!_countsAnswers)
            return;
        Span<double> answers = slots[AnswersSlot(group)].AsSpan(at);
        for (int i = 0; i < answered.Length; i++)
            answers[i] = -answered[i];
    }

    /// <summary>Finds the centres of all terms: in the first rows as a rule, further on for domains that begin there.</summary>
    public void FindCentres()
    {
        int[] domains = new int[Math.Min(RowsAtATime, LeastRows)];
        foreach (Chunk chunk in Read())
        {
            for (int first = 0; first < chunk.RowCount; first += domains.Length)
                if (FindCentres(chunk.Slice(first, Math.Min(domains.Length, chunk.RowCount - first)), domains))
                    return;
            foreach (TermGroup group in Groups)
                group.LeaveRestUnshifted();
        }
        foreach (TermGroup group in Groups)
            group.LeaveRestUncentred();
    }

    /// <summary>Rows that are prepared together: a chunk, or so much of one that the buffers of many slots stay small. A power of two of its own request, so that sums have one order.</summary>
    public int RowsAtATime { get; private set; }

    /// <summary>The rows, so many at a time.</summary>
    public IEnumerable<Chunk> Read()
    {
        foreach (Chunk chunk in Design.Rows.Read(Binder.Columns))
            for (int first = 0; first < chunk.RowCount; first += RowsAtATime)
                yield return chunk.RowCount <= RowsAtATime ? chunk : chunk.Slice(first, Math.Min(RowsAtATime, chunk.RowCount - first));
    }

    public ReadOnlySpan<double> WeightsOf(Evaluation evaluation) => _weights is null ? default : evaluation.Numbers(_weights);

    public bool HasWeights => _weights is not null;

    private bool FindCentres(Chunk rows, Span<int> domains)
    {
        var evaluation = new Evaluation(rows);
        Domains.Fill(evaluation, domains[..rows.RowCount]);
        bool all = true;
        foreach (TermGroup group in Groups)
            all &= group.FindCentres(evaluation, domains[..rows.RowCount], WeightsOf(evaluation));
        return all;
    }

    private int AnswersSlot(int group) => FirstSlot[^1] + Groups[^1].SlotCount + group;
}
