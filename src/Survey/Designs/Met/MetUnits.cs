namespace Survey;

/// <summary>The units of a sample in one pass over its rows, numbered as they are met.</summary>
internal sealed class MetUnits : UnitCodes
{
    private readonly MetSample _sample;
    private readonly UnitRegister _register;
    private readonly int[] _keys;
    private readonly int _weights;
    private readonly int[]? _unitOf;
    private readonly int _known;
    private readonly Lock _one = new();
    private readonly List<UnitReader> _all = [], _idle = [];
    private readonly bool[] _mayBeMissing;

    /// <param name="sample">Whose units they are.</param>
    /// <param name="register">Where they are numbered as they are met; as it is, where the sample is known.</param>
    /// <param name="columns">Of the sample.</param>
    /// <param name="binder">Of the pass, which is told what columns are read.</param>
    /// <param name="unitOf">The unit of each number, where the sample is known.</param>
    public MetUnits(MetSample sample, UnitRegister register, SampleColumns columns, Binder binder, int[]? unitOf)
    {
        (_sample, _register, _unitOf, _known) = (sample, register, unitOf, register.Count);
        _keys = [.. columns.Keys.Select(binder.IndexOf)];
        _weights = columns.Weights is { } weights ? binder.IndexOf(weights) : -1;
        _mayBeMissing = [.. columns.Keys.Select(name => !columns.IsKey(name))];
    }

    public override int Count => _unitOf is null ? Math.Max(1, _register.Count) : _sample.Sample.UnitCount; // rows without a key have code 0 until they are refused

    public override ReadOnlySpan<int> Of(Chunk chunk, Span<int> buffer)
    {
        Span<int> units = buffer[..chunk.RowCount];
        UnitReader reader = Take(chunk.FirstRow);
        reader.Fill([.. _keys.Select(key => chunk.Columns[key])], chunk.FirstRow, units);
        if (_unitOf is null)
            reader.Count(units, _weights < 0 ? default : ((NumberColumn)chunk.Columns[_weights]).Values);
        else if (reader.HasFault || _register.Count > _known)
            throw MetSample.Changed();
        else
            for (int row = 0; row < units.Length; row++)
                units[row] = _unitOf[units[row]];
        lock (_one)
            _idle.Add(reader);
        return units;
    }

    /// <summary>Whether a weight or a key of the rows met is one that cannot be.</summary>
    public bool IsFaulty => MetSample.IsFaulty(_register, [.. _all]);

    public override int[]? Complete() => _unitOf is null ? _sample.Complete(_register, [.. _all]) : null;

    /// <summary>A reader that has met no later rows, so that the row in which it first meets a unit is its first.</summary>
    private UnitReader Take(long firstRow)
    {
        lock (_one)
        {
            UnitReader? reader = _idle.Find(idle => idle.NextRow <= firstRow);
            if (reader is null)
                _all.Add(reader = new UnitReader(_register, _mayBeMissing, _sample.RowsAreUnits));
            else
                _idle.Remove(reader);
            return reader;
        }
    }
}
