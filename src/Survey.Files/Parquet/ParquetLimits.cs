namespace Survey.Files.Parquet;

/// <summary>What a Parquet file may hold and claim, so that a broken one is an error and not a computer without memory or time. Texts of a category are limited by <see cref="Columns.FileLevels"/>, columns by <see cref="Headings.MostColumns"/>.</summary>
internal static class ParquetLimits
{
    /// <summary>The longest footer, in bytes.</summary>
    public const int LongestFooter = 256 << 20;

    /// <summary>How deep structures may stand in one another.</summary>
    public const int DeepestNesting = 32;

    /// <summary>The longest header of a page, in bytes: statistics in it may hold long texts.</summary>
    public const int LongestPageHeader = 16 << 20;

    /// <summary>The longest page, in bytes, compressed or not.</summary>
    public const int LongestPage = 1 << 30;

    /// <summary>Pages that unpack to more than this are no more than <see cref="MostUnpacked"/> times as long as they were.</summary>
    public const int UsualPage = 64 << 20;

    /// <summary>The same of texts, of which a page may hold very many that are short.</summary>
    public const int UsualPageOfTexts = 16 << 20;

    /// <summary>How much a byte of a longer page may unpack to.</summary>
    public const int MostUnpacked = 64;

    /// <summary>The most bytes of texts that one page of prefixes and rests may stand for.</summary>
    public const long MostFromPrefixes = 256L << 20;

    /// <summary>How much a byte of such a page may unfold to, beyond the first megabyte.</summary>
    public const int MostUnfolded = 256;

    /// <summary>The most values of a dictionary.</summary>
    public const int LargestDictionary = 1 << 24;

    /// <summary>The most levels of a category.</summary>
    public const int MostLevels = 1 << 24;

    /// <summary>The longest text, in bytes.</summary>
    public const int LongestText = 16 << 20;

    /// <summary>The most nodes of a schema, nested columns included.</summary>
    public const int MostNodes = 4 * Headings.MostColumns;

    /// <summary>The most rows of a file: sums over many files stay countable.</summary>
    public const long MostRows = 1L << 48;

    /// <summary>Rows of a file that are believed beforehand, for each of its bytes; memory for more is taken as they are read.</summary>
    public const int RowsForAByte = 64;
}
