namespace Survey.Files;

/// <summary>What is asked of the column names of a file.</summary>
internal enum HeadingRule
{
    /// <summary>Each column has a name of its own: a name that stands twice is an error, and a column without one is called by its number, which is noted.</summary>
    Distinct,

    /// <summary>Names are taken as they stand, blank ones and equal ones too, for a caller that asks for a few of them and checks those; what stands beyond the last name of a sheet is not read.</summary>
    AsTheyStand,
}
