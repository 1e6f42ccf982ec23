namespace Survey;

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    /// <summary>A finite double; NaN is missing.</summary>
    Number,

    /// <summary>One of a list of levels, kept as a code; -1 is missing.</summary>
    Category,

    /// <summary>True or false; may be missing.</summary>
    Flag,

    /// <summary>A day of the Gregorian calendar; may be missing.</summary>
    Date,
}

/// <summary>Types in sentences.</summary>
internal static class ColumnTypeNames
{
    /// <summary>The type in a sentence: "a number", "a category".</summary>
    public static string Called(this ColumnType type) => "a " + type.ToString().ToLowerInvariant();
}
