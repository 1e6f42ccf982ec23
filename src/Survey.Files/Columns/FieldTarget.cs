namespace Survey.Files.Columns;

/// <summary>What takes the fields of one column, row by row.</summary>
internal abstract class FieldTarget
{
    /// <summary>Takes the next field.</summary>
    /// <param name="text">As it stands in the file, without the quotes around it; empty where the cell is empty.</param>
    /// <param name="at">Knows the place.</param>
    public abstract void Take(ReadOnlySpan<char> text, Place at);
}
