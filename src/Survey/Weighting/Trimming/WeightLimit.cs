using System.Globalization;

namespace Survey;

/// <summary>A limit of weights: a number, or so many times their median.</summary>
public sealed record WeightLimit
{
    private readonly double _number;
    private readonly bool _isOfMedian;

    private WeightLimit(double number, bool isOfMedian)
    {
        if (!(number > 0 && double.IsFinite(number)))
            throw new ArgumentOutOfRangeException(nameof(number), number, "A limit of weights is a number above 0.");
        (_number, _isOfMedian) = (number, isOfMedian);
    }

    /// <summary>A weight.</summary>
    /// <param name="weight">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    public static implicit operator WeightLimit(double weight) => new(weight, false);

    /// <summary>So many times the median of the weights that are not 0.</summary>
    /// <param name="times">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    public static WeightLimit Medians(double times) => new(times, true);

    /// <summary>Reads "45", or "5 medians".</summary>
    /// <param name="text">A number, or a number and the word medians.</param>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static WeightLimit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words is [_] or [_, "medians" or "median"]) && double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? new WeightLimit(value, words.Length == 2)
            : throw new ArgumentException($"'{text}' is no limit of weights; write a weight, such as 45, or times their median, such as \"5 medians\".", nameof(text));
    }

    /// <inheritdoc/>
    public override string ToString() => _isOfMedian ? $"{Invariant.Text(_number)} medians" : Invariant.Text(_number);

    /// <summary>The limit among weights.</summary>
    internal double Of(double[] weights) => _isOfMedian ? _number * Extent.MedianOf([.. weights]) : _number;

    /// <summary>" (5 medians)", or nothing.</summary>
    internal string Said => _isOfMedian ? $" ({this})" : "";
}
