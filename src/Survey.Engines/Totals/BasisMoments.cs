namespace Survey.Engines;

/// <summary>Means and covariances of values of rows in each group of an answer, and of their combinations.</summary>
/// <param name="expressions">The values.</param>
/// <param name="list">What is asked for.</param>
/// <param name="areStable">Whether the server has covariances that keep the digits in which values differ; else they follow of means of products.</param>
internal sealed class BasisMoments(string[] expressions, SelectList list, bool areStable)
{
    // what is left of a combination whose parts cancel to this part of their size is rounding
    private const double Rounding = 1e-13;

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
            _products.Add((a, b), list.Add(areStable ? Dialect.Covariance(expressions[a], expressions[b]) : $"avg({expressions[a]} * {expressions[b]})"));
        return _products.Count;
    }

    /// <summary>The mean of a combination; 0 where it is no more than rounding.</summary>
    public double Mean(GroupedReply reply, int group, (int Place, double Slope)[] of)
    {
        double mean = 0, size = 0;
        foreach ((int place, double slope) in of)
        {
            double part = slope * reply.Aggregates[_values[place].Mean][group];
            mean += part;
            size += Math.Abs(part);
        }
        return Math.Abs(mean) <= Rounding * size ? 0 : mean;
    }

    /// <summary>The population covariance of two combinations; 0 where it is no more than the rounding of what it is made of.</summary>
    public double Covariance(GroupedReply reply, int group, (int Place, double Slope)[] first, (int Place, double Slope)[] second)
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
        return Math.Abs(sum) <= Rounding * size ? 0 : sum;
    }

    private void Add(int value)
    {
        if (!_values.ContainsKey(value))
            _values.Add(value, (list.Add($"avg({expressions[value]})"), areStable ? -1 : list.Add($"min({expressions[value]})"), areStable ? -1 : list.Add($"max({expressions[value]})")));
    }

    // the difference of a mean of squares and the square of a mean would not be 0
    private bool IsConstant(GroupedReply reply, int group, int value) =>
        _values[value] is { Least: >= 0 } own && reply.Aggregates[own.Least][group] == reply.Aggregates[own.Most][group];

    private (double Covariance, double Magnitude) Covariance(GroupedReply reply, int group, int a, int b)
    {
        double product = reply.Aggregates[_products[(Math.Min(a, b), Math.Max(a, b))]][group];
        if (areStable)
            return (product, Math.Abs(product));
        double means = reply.Aggregates[_values[a].Mean][group] * reply.Aggregates[_values[b].Mean][group];
        return (product - means, Math.Max(Math.Abs(product), Math.Abs(means)));
    }
}
