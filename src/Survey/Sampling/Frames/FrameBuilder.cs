namespace Survey;

/// <summary>Makes a frame of rows as they come, in one pass: a code for the stratum of each row, and what is said once for each unit and stratum.</summary>
internal sealed class FrameBuilder : IDisposable
{
    private readonly FrameColumn[] _columns;
    private readonly FrameStage[] _stages;
    private readonly int _unit;
    private readonly BlockList<int> _strata = new();
    private readonly IdCheck _ids = new();
    private readonly FrameFingerprint _fingerprint = new();
    private readonly IdSearch? _search;
    private ulong _id;

    /// <param name="plan">What is drawn.</param>
    /// <param name="suspects">Where a first pass met hashes twice, these; the names decide in a second.</param>
    public FrameBuilder(SamplingPlan plan, IReadOnlySet<ulong>? suspects = null)
    {
        Columns = plan.Columns;
        HashSet<string> keys = [.. plan.Stages.SelectMany(stage => stage.Strata.All.Concat(stage.Order.All)), .. plan.Stages.SkipLast(1).Select(stage => stage.Unit), .. plan.Stages.Where(stage => stage.Kept is not null).Select(stage => stage.Unit)];
        HashSet<string> numbers = [.. plan.Stages.Select(stage => stage.MeasureOfSize).OfType<string>(), .. plan.Stages.Select(stage => stage.Allocation).OfType<Allocation.InColumn>().Select(size => size.Column)];
        _columns = [.. Columns.Select(name => new FrameColumn(name, keys.Contains(name), numbers.Contains(name)))];
        _stages = [.. plan.Stages.Select((stage, k) => StageOf(stage, k == plan.Stages.Count - 1))];
        _unit = Columns.ToList().IndexOf(plan.Stages[^1].Unit);
        _search = suspects is null ? null : new IdSearch(suspects);
    }

    /// <summary>The columns that it wants, in the order of their numbers.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Says where the row is that is being read, for messages.</summary>
    public Func<string>? Where { get; set; }

    private string Place => Where?.Invoke() ?? $"row {Invariant.Count(_strata.Count + 1L)} of the frame";

    public void SetField(int column, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> field = text.Trim();
        if (field.IsEmpty)
            throw new SurveyDataException($"In {Place} {Columns[column]} is empty, and every unit of a frame needs it; fill it in, or take the row out.");
        if (!_columns[column].TryTake(field))
            throw new SurveyDataException($"In {Place} {Columns[column]} is '{(field.Length > 40 ? $"{field[..40]}..." : field)}', which is no number; mend it, or take the row out.");
        _fingerprint.Add(field);
        if (column != _unit)
            return;
        _id = IdCheck.HashOf(field);
        _search?.Set(field);
    }

    public void EndRow()
    {
        int node = 0;
        foreach (FrameStage stage in _stages)
            node = TakeRow(stage, node);
        ulong id = IdCheck.Within(node, _id);
        if (_search is null)
            _ids.Add(id);
        else if (_search.FirstPlace(node, id, Place) is { } first)
            throw new SurveyDataException($"{_stages[^1].Plan.Unit} '{_search.Name}' stands twice{NameOfStratum(node)}, in {first} and in {Place}; each unit stands once in a frame.");
        _strata.Add(node);
    }

    /// <summary>Hashes of names that seem to stand twice; where there are any, the rows are to be given once more to a builder that looks for them.</summary>
    public HashSet<ulong> Suspects() => _ids.MetTwice();

    public Frame Build()
    {
        if (_strata.Count == 0)
            throw new SurveyDataException("The frame has no rows, so there is nothing to draw from.");
        return new Frame(_stages, _strata, _fingerprint.Finish());
    }

    public void Dispose() => _fingerprint.Dispose();

    private int TakeRow(FrameStage stage, int node)
    {
        foreach (FrameLevel level in stage.StratumLevels)
            node = level.NodeOf(node);
        if (stage.Drawn is { } drawn && !drawn.TryTake(node, _strata.Count))
            throw Contradiction(drawn.Column, Described(stage.StratumLevels, node), drawn[node], drawn.RowOf(node));
        if (stage.UnitLevel is not { } units)
        {
            stage.RowSizes?.Add(SizeOf(stage));
            stage.RowNames?.Add(_columns[_unit].Code);
            foreach (NodeOrder order in stage.Order)
                order.Add();
            return node;
        }
        node = units.NodeOf(node);
        if (stage.Sizes is { } sizes && !sizes.TryTake(node, _strata.Count))
            throw Contradiction(sizes.Column, Described([units], node), sizes[node], sizes.RowOf(node));
        if (stage.SizeColumn is not null)
            SizeOf(stage);
        foreach (NodeOrder order in stage.Order)
            if (!order.TryTake(node))
                throw new SurveyDataException($"In {Place} {order.Column.Name} is '{order.Column.Texts[order.Column.Code]}', and earlier rows of {Described([units], node)} say '{order.Column.Texts[order.CodeOf(node)]}'; a unit has one place in the order.");
        stage.CountRow(node);
        return node;
    }

    private double SizeOf(FrameStage stage) =>
        stage.SizeColumn is { Number: > 0 and double size } ? size
            : throw new SurveyDataException($"In {Place} {stage.SizeColumn!.Name} is {Invariant.Text(stage.SizeColumn.Number)}, and a unit drawn with a chance proportional to its size needs a size above 0; mend it, or take the unit out of the frame.");

    private SurveyDataException Contradiction(FrameColumn column, string of, double first, long row) =>
        new($"In {Place} {column.Name} is {Invariant.Text(column.Number)}, and row {Invariant.Count(row + 1)} says {Invariant.Text(first)} of the same {of}; let all rows of it agree.");

    private static string Described(FrameLevel[] levels, int node) => levels is [.., var level] ? $"{level.Column.Name} '{level.TextOf(node)}'" : "frame";

    private string NameOfStratum(int node) => Frame.PathOf(_stages, _stages.Length - 1, node) is { Length: > 0 } path ? $" in {path}" : "";

    private FrameStage StageOf(SamplingStage stage, bool isLast)
    {
        FrameColumn Column(string name) => _columns.First(column => column.Name == name);
        return new FrameStage(
            stage,
            isLast,
            [.. stage.Strata.All.Select(Column)],
            Column(stage.Unit),
            stage.MeasureOfSize is { } size ? Column(size) : null,
            stage.Allocation is Allocation.InColumn drawn ? Column(drawn.Column) : null,
            [.. stage.Order.All.Select(Column)]);
    }
}
