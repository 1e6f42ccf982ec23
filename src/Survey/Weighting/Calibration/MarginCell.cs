namespace Survey;

/// <summary>A cell of a margin.</summary>
/// <param name="Levels">One for each variable; none of a total.</param>
/// <param name="Amount">People in it, their share, or the total or the mean of a variable.</param>
public sealed record MarginCell(IReadOnlyList<string> Levels, double Amount)
{
    /// <summary>"female, 25-34".</summary>
    internal string Name => string.Join(", ", Levels);
}
