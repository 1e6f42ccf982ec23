namespace Survey;

/// <summary>How a sample is drawn from a frame, stage by stage, and the seed that makes the draw repeatable.</summary>
public sealed class SamplingPlan
{
    /// <summary>A plan, checked.</summary>
    /// <param name="seed">Any number; the same plan, seed and frame give the same sample everywhere.</param>
    /// <param name="stages">The first one first; the units of the last are the rows of the frame.</param>
    /// <exception cref="ArgumentException">There is no stage, or what they say contradicts itself.</exception>
    public SamplingPlan(ulong seed, params IReadOnlyList<SamplingStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        if (stages.Count == 0)
            throw new ArgumentException("The plan has no stage; say at least what is drawn and how many.", nameof(stages));
        for (int stage = 0; stage < stages.Count; stage++)
            stages[stage].Check(stage, stages.Count);
        string[] keys = [.. stages.SelectMany(stage => (string[])[.. stage.Strata.All, stage.Unit])];
        if (keys.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The column '{twice.Key}' stands twice among strata and units; each stage has columns of its own, and a later stage is within the units of those before it anyway.", nameof(stages));
        Seed = seed;
        Stages = new Sequence<SamplingStage>([.. stages]);
    }

    /// <summary>Where chance comes from.</summary>
    public ulong Seed { get; }

    /// <summary>The stages, the first one first.</summary>
    public IReadOnlyList<SamplingStage> Stages { get; }

    /// <summary>The columns of a frame that the plan needs.</summary>
    public IReadOnlyList<string> Columns =>
        new Sequence<string>([.. Stages.SelectMany(stage => stage.Strata.All
            .Append(stage.Unit)
            .Concat(stage.MeasureOfSize is { } size ? [size] : [])
            .Concat(stage.Allocation is Allocation.InColumn drawn ? [drawn.Column] : [])
            .Concat(stage.Order.All)).Distinct()]);

    /// <summary>Draws from a frame in memory.</summary>
    /// <param name="frame">The list of all units of the last stage, a row each.</param>
    /// <returns>The rows drawn, with their probabilities.</returns>
    /// <exception cref="SurveyDataException">A column is missing; a name, size or number of units to draw is missing or impossible; a unit stands twice, or is described in two ways; a stratum has fewer units than are to be drawn.</exception>
    public DrawnSample Draw(Table frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        using FrameBuilder builder = Filled(frame, null);
        if (builder.Suspects() is { Count: > 0 } suspects)
            Filled(frame, suspects).Dispose();
        SampleDraw draw = new SampleDrawer(this, builder.Build()).Draw();
        return new DrawnSample(this, draw, frame.Take([.. draw.Rows]));
    }

    private FrameBuilder Filled(Table frame, IReadOnlySet<ulong>? suspects)
    {
        var builder = new FrameBuilder(this, suspects);
        Column[] columns = [.. builder.Columns.Select(name => frame[name])];
        for (int row = 0; row < frame.RowCount; row++)
        {
            for (int k = 0; k < columns.Length; k++)
                builder.SetField(k, columns[k].TextAt(row));
            builder.EndRow();
        }
        return builder;
    }
}
