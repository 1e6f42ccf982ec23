namespace Survey.Files.Parquet.Writing;

/// <summary>When a column is written by a dictionary of its values.</summary>
internal static class DictionaryRule
{
    /// <summary>A larger dictionary would not stay in a reader's cache.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>As many values tell whether nearly all differ, so that the others need not be looked up.</summary>
    public const int FirstLook = 4096;

    /// <summary>Whether nearly all values differ.</summary>
    public static bool IsHopeless(int values, int different) => values >= FirstLook && different > values * 0.95;

    /// <summary>Whether values take fewer bytes by a dictionary.</summary>
    /// <param name="values">How many there are.</param>
    /// <param name="added">How many of them the dictionary did not hold yet.</param>
    /// <param name="bytesEach">That a value takes without one.</param>
    /// <param name="width">Bits of an index.</param>
    public static bool Pays(int values, int added, double bytesEach, int width) => (values - added) * bytesEach > values * (width / 8.0);
}
