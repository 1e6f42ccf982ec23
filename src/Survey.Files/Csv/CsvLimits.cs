namespace Survey.Files.Csv;

/// <summary>What a CSV file may hold, so that a broken one is an error and not a computer without memory. Columns are limited by <see cref="Headings.MostColumns"/>.</summary>
internal static class CsvLimits
{
    /// <summary>The longest field, in characters.</summary>
    public const int LongestField = 16 << 20;

    /// <summary>The longest row, in bytes.</summary>
    public const int LongestRecord = 64 << 20;
}
