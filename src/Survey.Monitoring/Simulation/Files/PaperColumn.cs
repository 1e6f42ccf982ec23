namespace Survey.Monitoring.Simulating;

/// <summary>A column of a file of answers.</summary>
/// <param name="Heading">As it stands in the file.</param>
/// <param name="CellOf">What stands in it.</param>
internal sealed record PaperColumn(string Heading, Func<Paper, PaperCell> CellOf);
