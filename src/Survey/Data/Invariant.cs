using System.Globalization;

namespace Survey;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Invariant
{
    /// <summary>The fewest digits that give the same double again; -0 is 0.</summary>
    public static string Text(double value) => (value + 0.0).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Six digits, for figures worked out on the way that nobody gave.</summary>
    public static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A count with its thousands apart: 31,997.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A sum of counts or of shares, with its thousands apart: 206,578 or 0.9.</summary>
    public static string Amount(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);
}
