namespace Survey.Monitoring;

/// <summary>The programmes by which a study's area is judged.</summary>
/// <param name="Uses">The programmes, in the study's order.</param>
/// <param name="Choices">What the study chose where their notices leave it open.</param>
/// <param name="Scores">A file of departments and their scores, where a programme ranks them; or null.</param>
public sealed record StudyProgramme(IReadOnlyList<Programme> Uses, ProgrammeChoices Choices, string? Scores)
{
    /// <summary>No programme.</summary>
    public static StudyProgramme None { get; } = new([], ProgrammeChoices.None, null);
}

/// <summary>The area that is studied.</summary>
/// <param name="Name">What it is called; null where the study does not say.</param>
/// <param name="Code">Its administrative code; or null.</param>
/// <param name="Kind">"city", "county" or "district"; or null.</param>
/// <param name="Towns">Its towns and streets, as listed in the study; empty where it lists none, or names a file.</param>
/// <param name="TownsFile">A file of two columns, codes and names of towns; or null.</param>
public sealed record StudyArea(string? Name, string? Code, string? Kind, IReadOnlyList<string> Towns, string? TownsFile)
{
    /// <summary>An area of which nothing is said.</summary>
    public static StudyArea Unknown { get; } = new(null, null, null, [], null);
}
