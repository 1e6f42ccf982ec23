namespace Survey;

/// <summary>Says which weights of a sample cannot be.</summary>
/// <param name="name">Of their column.</param>
internal sealed class WeightFaults(string name)
{
    private readonly RowList _missing = new(), _negative = new(), _infinite = new();
    private long _rows, _weighted;

    /// <summary>Whether no weight is missing, infinite, negative or 0.</summary>
    public static bool AreAboveZero(ReadOnlySpan<double> weights)
    {
        foreach (double weight in weights)
            if (!(weight is > 0 and <= double.MaxValue))
                return false;
        return true;
    }

    /// <summary>The weights of the next rows.</summary>
    public void Take(ReadOnlySpan<double> weights)
    {
        foreach (double weight in weights)
        {
            _weighted += weight > 0 ? 1 : 0;
            if (!(weight is >= 0 and <= double.MaxValue))
                (double.IsNaN(weight) ? _missing : weight < 0 ? _negative : _infinite).Add(_rows);
            _rows++;
        }
    }

    /// <summary>Refuses those that are missing, negative or infinite, and weights that are all 0.</summary>
    public void Refuse()
    {
        Refuse(_missing, "missing", "fill it in, or leave rows without an interview out before the design is made");
        Refuse(_negative, "negative", "a base weight is 1 / probability of selection");
        Refuse(_infinite, "infinite", "a probability of selection of 0 cannot be");
        if (_weighted == 0)
            throw new SurveyDataException($"The weight '{name}' is 0 in all {_rows} rows, so the sample stands for nobody; name another column, or none if every row counts 1.");
    }

    private void Refuse(RowList rows, string what, string way)
    {
        if (rows.Count > 0)
            throw new SurveyDataException($"The weight '{name}' is {what} in {rows}; {way}.");
    }
}
