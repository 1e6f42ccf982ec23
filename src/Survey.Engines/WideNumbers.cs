using System.Globalization;

namespace Survey.Engines;

/// <summary>Numbers that come as texts, as doubles may not tell them apart: of 64 bits, and decimals.</summary>
internal static class WideNumbers
{
    // beyond, whole numbers are not all doubles
    private const double MostExact = 1L << 53;

    /// <summary>One text for one number: 1.50 is 1.5.</summary>
    public static string? Canonical(string? text) => text is not null && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;

    /// <summary>Numbers, where doubles tell them all apart; else the texts as codes.</summary>
    /// <param name="texts">In canonical form.</param>
    public static Column Of(string?[] texts)
    {
        double[] numbers = new double[texts.Length];
        var textOf = new Dictionary<double, string>();
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = double.NaN;
            if (texts[row] is not { } text)
                continue;
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[row]) || Math.Abs(numbers[row]) > MostExact)
                return new CategoryColumn(texts);
            if (!double.IsNaN(numbers[row]) && !textOf.TryAdd(numbers[row], text) && textOf[numbers[row]] != text)
                return new CategoryColumn(texts);
        }
        return NumberColumn.Owning(numbers);
    }
}
