namespace Survey;

/// <summary>One stage of a frame: its strata within the units of the stage before, and its units within them.</summary>
internal sealed class FrameStage(SamplingStage plan, bool isLast, FrameColumn[] strata, FrameColumn unit, FrameColumn? size, FrameColumn? drawn, FrameColumn[] order)
{
    private readonly FrameColumn _unit = unit;
    private readonly List<double> _rowCounts = [];

    public SamplingStage Plan => plan;

    public FrameLevel[] StratumLevels { get; } = [.. strata.Select(column => new FrameLevel(column))];

    /// <summary>The units of a stage before the last; those of the last are the rows.</summary>
    public FrameLevel? UnitLevel { get; } = isLast ? null : new FrameLevel(unit);

    /// <summary>Sizes by unit, of a stage before the last.</summary>
    public NodeNumbers? Sizes { get; } = size is null || isLast ? null : new NodeNumbers(size);

    /// <summary>Sizes by row, of the last stage.</summary>
    public BlockList<double>? RowSizes { get; } = size is not null && isLast ? new() : null;

    /// <summary>Names by row, of a last stage whose units are held against last year's.</summary>
    public BlockList<int>? RowNames { get; } = isLast && plan.Kept is not null ? new() : null;

    public FrameColumn? SizeColumn => size;

    /// <summary>Units to draw, by stratum.</summary>
    public NodeNumbers? Drawn { get; } = drawn is null ? null : new NodeNumbers(drawn);

    /// <summary>Ordering texts by unit, of the last stage by row.</summary>
    public NodeOrder[] Order { get; } = [.. order.Select(column => new NodeOrder(column))];

    /// <summary>The name of a unit, where names are kept.</summary>
    public string NameOf(int unit) => UnitLevel?.TextOf(unit) ?? _unit.Texts[RowNames![unit]];

    public void CountRow(int unit)
    {
        if (!plan.SizeIsRows)
            return;
        if (unit == _rowCounts.Count)
            _rowCounts.Add(0);
        _rowCounts[unit]++;
    }

    /// <summary>The size to which a unit's chance is proportional; 1 where none is given.</summary>
    public double SizeOf(int unit) => plan.SizeIsRows ? _rowCounts[unit] : Sizes?[unit] ?? RowSizes?[unit] ?? 1;
}
