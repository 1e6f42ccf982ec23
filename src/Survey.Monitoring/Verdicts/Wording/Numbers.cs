namespace Survey.Monitoring;

/// <summary>Numbers in sentences: two decimals, rates in per cent, differences of rates in percentage points.</summary>
internal static class Numbers
{
    public const int Decimals = 2;

    /// <summary>A number; what rounds to 0 has no sign.</summary>
    public static string Fixed(double value, int decimals = Decimals) => double.IsFinite(value) ? Survey.Figures.Number(value, decimals).Replace(",", "", StringComparison.Ordinal) : "-";

    /// <summary>A threshold with the digits that it has.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A figure in its unit: "31.05%" or "51.20".</summary>
    public static string Of(Figure figure, double value, string percent) => figure.IsProportion ? Fixed(100 * value) + percent : Fixed(value);
}
