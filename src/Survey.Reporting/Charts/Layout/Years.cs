using System.Globalization;

namespace Survey.Reporting.Charts.Layout;

/// <summary>Categories that are years, which stand by their distance.</summary>
internal static class Years
{
    /// <summary>The years that all of the categories are, rising; null where one is no year or they do not rise.</summary>
    public static int[]? Of(IReadOnlyList<string> categories)
    {
        int[] years = [.. categories.Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200 ? year : -1)];
        return years.Length > 1 && years.All(year => year > 0) && years.Zip(years.Skip(1), (one, next) => one < next).All(rises => rises) ? years : null;
    }
}
