namespace Survey.Monitoring.Drafting;

/// <summary>A line of the columns of a draft.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Keys">What follows the name, between braces.</param>
/// <param name="Type">What it holds; null where it is derived.</param>
/// <param name="Comment">What a person should look at; or null.</param>
internal sealed record DraftColumn(string Name, string Keys, StudyColumnType? Type, string? Comment = null)
{
    /// <summary>The digits of a code; else null.</summary>
    public int? Digits { get; init; }

    /// <summary>Whether the line is written as a comment, so that the column is not read until a person says so.</summary>
    public bool IsLeftOut { get; init; }
}
