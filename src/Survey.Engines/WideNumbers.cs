using System.Globalization;

namespace Survey.Engines;

/// <summary>Whole numbers that come as texts, as doubles may not hold them.</summary>
internal static class WideNumbers
{
    // beyond, whole numbers are not all doubles
    private const long MostExact = 1L << 53;

    /// <summary>Numbers, where doubles hold them all; else the texts as codes.</summary>
    public static Column Of(string?[] texts)
    {
        double[] numbers = new double[texts.Length];
        for (int row = 0; row < numbers.Length; row++)
            if (texts[row] is not { } text)
                numbers[row] = double.NaN;
            else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value is <= MostExact and >= -MostExact)
                numbers[row] = value;
            else
                return new CategoryColumn(texts);
        return NumberColumn.Owning(numbers);
    }
}
