namespace Survey.Monitoring;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Something that must be settled in the study or the files before the wave's table can be trusted.</summary>
    Unresolved,

    /// <summary>Something that may be wrong and that a person should look at.</summary>
    Doubt,

    /// <summary>Something that was changed, left out or chosen, as the study says or as files are always read.</summary>
    Change,
}

/// <summary>One thing that was found while a study's files were read: a sentence with its place.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Wave">The wave, or null where it concerns the whole study.</param>
/// <param name="File">The file, relative to the study, or null.</param>
/// <param name="Row">Number of the data row in the file, from 1, the headings not counted; null where it concerns no row or several.</param>
/// <param name="Column">The heading in the file or the column of the study; or null.</param>
/// <param name="Rows">In how many rows.</param>
/// <param name="Message">One sentence, with the place in it. It never holds a value of a column that looks like personal data.</param>
public sealed record Finding(Severity Severity, string? Wave, string? File, long? Row, string? Column, long Rows, string Message)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
