namespace Survey.Files.Columns;

/// <summary>What takes the fields of one column, row by row.</summary>
internal abstract class FieldTarget
{
    /// <summary>Whether an empty field says something to it. Where it does not, one that is absent from a sheet need not be given.</summary>
    public virtual bool NeedsEmpty => true;

    /// <summary>Takes the next field.</summary>
    /// <param name="text">As it stands in the file, without the quotes around it; empty where the cell is empty.</param>
    /// <param name="at">Knows the place.</param>
    public abstract void Take(ReadOnlySpan<char> text, Place at);
}
