namespace Survey.Engines;

/// <summary>Means and covariances of values of rows in each group of an answer, and of their combinations.</summary>
/// <param name="expressions">The values.</param>
/// <param name="list">What is asked for.</param>
/// <param name="stable">Has covariances that keep the digits in which values differ; null where they follow of means of products.</param>
internal sealed class BasisMoments(string[] expressions, SelectList list, Dialect? stable)
{
    private readonly Dictionary<(int, int), int> _products = [];
    private readonly Dictionary<int, (int Mean, int Least, int Most)> _values = [];

    /// <summary>Asks for a pair of values.</summary>
    /// <returns>How many pairs are asked for.</returns>
    public int Add(int first, int second)
    {
        Add(first);
        Add(second);
        (int a, int b) = (Math.Min(first, second), Math.Max(first, second));
        if (!_products.ContainsKey((a, b)))
            _products.Add((a, b), list.Add(stable is not null ? stable.Covariance(expressions[a], expressions[b]) : $"avg({expressions[a]} * {expressions[b]})"));
        return _products.Count;
    }

    /// <summary>The mean of a combination.</summary>
    public double Mean(GroupedReply reply, int group, (int Place, double Slope)[] of)
    {
        double mean = 0;
        foreach ((int place, double slope) in of)
            mean += slope * reply.Aggregates[_values[place].Mean][group];
        return mean;
    }

    /// <summary>The population covariance of two combinations, and the size of what cancelled in it.</summary>
    public (double Covariance, double Size) Covariance(GroupedReply reply, int group, (int Place, double Slope)[] first, (int Place, double Slope)[] second)
    {
        double sum = 0, size = 0;
        foreach ((int a, double slope) in first)
            foreach ((int b, double other) in second)
                if (!IsConstant(reply, group, a) && !IsConstant(reply, group, b))
                {
                    (double covariance, double magnitude) = Covariance(reply, group, a, b);
                    sum += slope * other * covariance;
                    size += Math.Abs(slope * other) * magnitude;
                }
        return (sum, size);
    }

    private void Add(int value)
    {
        if (!_values.ContainsKey(value))
            _values.Add(value, (list.Add($"avg({expressions[value]})"), stable is not null ? -1 : list.Add($"min({expressions[value]})"), stable is not null ? -1 : list.Add($"max({expressions[value]})")));
    }

    // the difference of a mean of squares and the square of a mean would not be 0
    private bool IsConstant(GroupedReply reply, int group, int value) =>
        _values[value] is { Least: >= 0 } own && reply.Aggregates[own.Least][group] == reply.Aggregates[own.Most][group];

    private (double Covariance, double Magnitude) Covariance(GroupedReply reply, int group, int a, int b)
    {
        double product = reply.Aggregates[_products[(Math.Min(a, b), Math.Max(a, b))]][group];
        if (stable is not null)
            return (product, Math.Abs(product));
        double means = reply.Aggregates[_values[a].Mean][group] * reply.Aggregates[_values[b].Mean][group];
        return (product - means, Math.Max(Math.Abs(product), Math.Abs(means)));
    }
}
