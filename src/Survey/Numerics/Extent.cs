using MathNet.Numerics.Statistics;

namespace Survey;

/// <summary>The least and the greatest of numbers.</summary>
internal struct Extent()
{
    /// <summary>NaN of none.</summary>
    public double Least { get; private set; } = double.NaN;

    /// <summary>NaN of none.</summary>
    public double Greatest { get; private set; } = double.NaN;

    public static Extent Of(ReadOnlySpan<double> numbers)
    {
        var extent = new Extent();
        foreach (double number in numbers)
            extent.Add(number);
        return extent;
    }

    /// <summary>The number in the middle, or the mean of the two there; NaN of none. Changes the order of the numbers.</summary>
    public static double MedianOf(double[] numbers) => ArrayStatistics.MedianInplace(numbers);

    public void Add(double number)
    {
        // false where there is none yet
        Least = number >= Least ? Least : number;
        Greatest = number <= Greatest ? Greatest : number;
    }
}
