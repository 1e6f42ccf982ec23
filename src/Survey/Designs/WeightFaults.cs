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
        if (_missing.Count + _negative.Count + _infinite.Count > 0 || _weighted == 0)
            throw Of(name, _rows, (_missing.Count, _missing.ToString()), (_negative.Count, _negative.ToString()), (_infinite.Count, _infinite.ToString()));
    }

    /// <summary>What is wrong with weights: some are missing, negative or infinite, or all are 0.</summary>
    /// <param name="name">Of their column.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="missing">How many are missing, and which rows those are.</param>
    /// <param name="negative">The same of those that are negative.</param>
    /// <param name="infinite">The same of those that are infinite.</param>
    public static SurveyDataException Of(string name, long all, (long Count, string Rows) missing, (long Count, string Rows) negative, (long Count, string Rows) infinite) =>
        new(missing.Count > 0 ? $"The weight '{name}' is missing in {missing.Rows}; fill it in, or leave rows without an interview out before the design is made."
            : negative.Count > 0 ? $"The weight '{name}' is negative in {negative.Rows}; a base weight is 1 / probability of selection."
            : infinite.Count > 0 ? $"The weight '{name}' is infinite in {infinite.Rows}; a probability of selection of 0 cannot be."
            : $"The weight '{name}' is 0 in all {all} rows, so the sample stands for nobody; name another column, or none if every row counts 1.");
}
