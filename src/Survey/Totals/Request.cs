namespace Survey;

/// <summary>What one pass over the rows is asked for: weighted totals of groups of terms, for every unit of a sample and every domain.</summary>
internal sealed class Request
{
    // numbers that a thread keeps of the rows it prepares, and the fewest rows that are worth a turn
    private const int MostBuffered = 1 << 22, LeastRows = 1_024;

    private readonly Bound? _weights;

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
        CountsAnswers = _weights is not null && design is SurveyDesign { LonelyPsu: LonelyPsu.Adjust or LonelyPsu.Average };
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
        SlotCount = 1 + Groups.Sum(group => group.SlotCount) + (CountsAnswers ? Groups.Count : 0) + (RowsAreUnits ? 1 : 0);
        for (int g = 0, slot = 1; g < Groups.Count; slot += Groups[g++].SlotCount)
            FirstSlot[g] = slot;
        Layout = new CellLayout(this);
        RowsAtATime = Chunk.Size;
        while (RowsAtATime > LeastRows && (long)RowsAtATime * Groups.Sum(group => group.NumbersOfRow) > MostBuffered)
            RowsAtATime /= 2;
    }

    public Design Design { get; }

    /// <summary>How the sample was drawn; of streamed rows known when they have been read.</summary>
    public Sample Sample => Design.Sample;

    /// <summary>Whether the units are the rows themselves.</summary>
    public bool RowsAreUnits => Design.RowsAreUnits;

    /// <summary>The unit of each row, or its stratum where rows are units.</summary>
    public UnitCodes Units { get; set; }

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

    /// <summary>What is summed, of which the slots follow.</summary>
    public CellLayout Layout { get; private set; } = null!;

    /// <summary>Whether it is counted how many rows answered each group.</summary>
    public bool CountsAnswers { get; }

    /// <summary>The first slot of each group: its sum of weights.</summary>
    public int[] FirstSlot { get; }

    public int RowCountSlot => SlotCount - 1;

    /// <summary>Above 0 in units with a row that answered a group. The rules Adjust and Average count a row of weight 0 too; a sum of weights would not see it.</summary>
    public int PresenceSlot(int group) => CountsAnswers ? AnswersSlot(group) : FirstSlot[group];

    /// <summary>Finds the centres of all terms in the first chunk: rows that are read from a file are not to be read twice for them.</summary>
    public void FindCentres()
    {
        if (!Groups.Any(group => group.LacksCentres))
            return;
        if (Design.Rows is ITotalsSource source)
        {
            foreach (TermGroup group in Groups)
                group.CentreAlike(source.ValueNear);
            return;
        }
        foreach (Chunk chunk in Read())
        {
            FindCentres(chunk);
            chunk.Dispose();
            break;
        }
        foreach (TermGroup group in Groups)
            group.LeaveRestUncentred();
    }

    /// <summary>Rows whose numbers are prepared together: a chunk, or so much of one that the buffers of many terms stay small. It follows from the request alone, so that sums have one order.</summary>
    public int RowsAtATime { get; private set; }

    /// <summary>The rows, chunk by chunk.</summary>
    public IEnumerable<Chunk> Read() => Design.Rows.Read(Binder.Columns);

    /// <summary>The weights of the rows of a chunk; none where they are all 1, or follow from the units.</summary>
    public ReadOnlySpan<double> WeightsOf(Evaluation evaluation) => _weights is null ? default : evaluation.Numbers(_weights);

    public NumberColumn WeightColumnOf(Evaluation whole) => (NumberColumn)whole.Of(_weights!);

    /// <summary>The weights of the rows of a block; none where they are all 1, or follow from the units.</summary>
    public ReadOnlySpan<double> WeightsOf(BlockValues values) => _weights is null ? default : values.Numbers(_weights);

    public bool HasWeights => _weights is not null;

    // the first rows have them as a rule
    private void FindCentres(Chunk chunk)
    {
        int[] domains = new int[Math.Min(RowsAtATime, LeastRows)];
        for (int first = 0; first < chunk.RowCount; first += domains.Length)
        {
            var evaluation = new Evaluation(chunk.Slice(first, Math.Min(domains.Length, chunk.RowCount - first)));
            Span<int> own = domains.AsSpan(0, evaluation.RowCount);
            Domains.Fill(evaluation, own);
            bool all = true;
            foreach (TermGroup group in Groups)
                all &= group.FindCentres(evaluation, own, WeightsOf(evaluation));
            if (all)
                return;
        }
    }

    private int AnswersSlot(int group) => FirstSlot[^1] + Groups[^1].SlotCount + group;
}
